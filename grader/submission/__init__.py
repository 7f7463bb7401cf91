"""A learner's files, read as data: .sql, .py, .ipynb. Nothing of them is run here."""

from grader.submission.files import Submission, read_submission

__all__ = ["Submission", "read_submission"]
