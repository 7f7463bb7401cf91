"""Make notebooks from exercise folders: what a learner opens, the worked ones, the index."""

from grader.build.index import index_notebook
from grader.build.lesson import read_lesson
from grader.build.notebook import learner_notebook, worked_notebook

__all__ = ["index_notebook", "learner_notebook", "read_lesson", "worked_notebook"]
