"""Prove exercise folders: complete, consistent, every wrong answer caught, every right one accepted."""

from grader.verify.bank import verify_all
from grader.verify.finding import Finding, Proof
from grader.verify.folder import verify_exercise

__all__ = ["Finding", "Proof", "verify_all", "verify_exercise"]
