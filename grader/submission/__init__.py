"""A learner's files, read as data: .sql, .py, .ipynb. Nothing of them is run here."""

from grader.submission.files import read_submission
from grader.submission.submission import Submission

__all__ = ["Submission", "read_submission"]
