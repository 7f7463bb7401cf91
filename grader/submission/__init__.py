"""A learner's files, read as data: .sql, .py, .ipynb. Nothing of them is run here."""

from grader.submission.files import read_submission
from grader.submission.handed_out import HandedOut, handed_out
from grader.submission.notebook import parse_notebook
from grader.submission.submission import Submission

__all__ = ["HandedOut", "Submission", "handed_out", "parse_notebook", "read_submission"]
