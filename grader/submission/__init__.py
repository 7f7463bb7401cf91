"""A learner's files, read as data: .sql, .py, .ipynb. Nothing of them is run here."""

from grader.submission.files import read_submission
from grader.submission.submission import NOT_ATTEMPTED, Submission

__all__ = ["NOT_ATTEMPTED", "Submission", "read_submission"]
