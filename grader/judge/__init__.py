"""The one judge: outcomes in, verdicts out. It runs in a process no learner's code ever decided in."""

from grader.judge.break_it import ExampleVerdict, judge_example, missing_example, worked_example
from grader.judge.compare import compare
from grader.judge.counterexample import never_runs
from grader.judge.fault import Fault, FaultKind
from grader.judge.judge import judge
from grader.judge.reference import Reference
from grader.judge.verdict import Counterexample, Diagnosis, Status, Verdict

__all__ = [
    "Counterexample",
    "Diagnosis",
    "ExampleVerdict",
    "Fault",
    "FaultKind",
    "Reference",
    "Status",
    "Verdict",
    "compare",
    "judge",
    "judge_example",
    "missing_example",
    "never_runs",
    "worked_example",
]
