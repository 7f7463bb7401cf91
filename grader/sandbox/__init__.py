"""The only place where learners' code runs.

`Runner` is the interface: an answer's name and inputs go in, an Outcome comes out. The judge knows
nothing else about how an answer is run.

InPlace    in this process: a learner's own notebook kernel, and the worked solutions
Separate   in a process of its own with limits on time and memory: the command line, class grading
"""

from grader.sandbox.code import Answers, Code, Source
from grader.sandbox.inplace import InPlace
from grader.sandbox.outcome import Failure, Kind, Outcome
from grader.sandbox.process import Separate
from grader.sandbox.runner import DEFAULT_SECONDS, Runner

__all__ = [
    "DEFAULT_SECONDS",
    "Answers",
    "Code",
    "Failure",
    "InPlace",
    "Kind",
    "Outcome",
    "Runner",
    "Separate",
    "Source",
]
