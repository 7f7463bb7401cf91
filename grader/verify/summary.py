"""The table of proofs in the README: what was killed, accepted, explained."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from grader import home
from grader.bank import codefile, load_cases, load_exercise
from grader.errors import WorkbookError
from grader.judge import Reference, judge
from grader.verify.finding import Finding, Proof

BEGIN, END = "<!-- proofs -->", "<!-- end of proofs -->"
_HEAD = (
    "| exercise | answers | cases | mutants killed | equivalent | wrong answers rejected | "
    "right ones accepted | rows of a counterexample: median, worst | diagnosed |\n"
    "| :-- | --: | --: | --: | --: | --: | --: | --: | --: |"
)


@dataclass
class Explained:
    """How the wrong answers of an exercise are explained: rows of counterexamples, diagnoses."""

    rows: list[int] = field(default_factory=list)
    wrong: int = 0
    diagnosed: int = 0

    def __str__(self) -> str:
        if not self.rows:
            return "– | –"
        median = statistics.median(self.rows)
        return f"{median:g}, {max(self.rows)} | {self.diagnosed} of {self.wrong}"


def explain(exercise_id: str) -> Explained:
    """Judge every known wrong answer as a learner's, and look at what the learner is shown."""
    exercise = load_exercise(exercise_id)
    book, reference = load_cases(exercise), Reference(exercise)
    found = Explained()
    for answer in exercise.answers.values():
        for wrong in codefile.misconceptions(exercise, answer):
            runner = reference.new_runner(wrong.code, answer.name)
            verdict = judge(answer.name, book, reference, runner)
            found.wrong += 1
            found.diagnosed += verdict.diagnosis is not None
            if verdict.counterexample:
                found.rows.append(verdict.counterexample.rows)
    return found


def summary(proofs: Sequence[Proof], explained: Sequence[Explained]) -> str:
    """The table, as Markdown."""
    rows = [f"{_facts(p)} | {e} |" for p, e in zip(proofs, explained, strict=True)]
    every = Explained([row for e in explained for row in e.rows])
    every.wrong = sum(e.wrong for e in explained)
    every.diagnosed = sum(e.diagnosed for e in explained)
    total = Proof("**all**", sum(p.answers for p in proofs), sum(p.cases for p in proofs))
    for proof in proofs:
        total.include(proof)
    total.caught = {f"{p.exercise}/{name}": case for p in proofs for name, case in p.caught.items()}
    return "\n".join([_HEAD, *rows, f"{_facts(total)} | {every} |"])


def write_summary(table: str) -> None:
    """Put the table into the README, between its marks."""
    path = home.root() / "README.md"
    text = path.read_text("utf-8")
    before, found, rest = text.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not (found and closed):
        raise WorkbookError(
            f"README.md has no place for the table of proofs ({BEGIN} … {END}).",
            help="Put the two marks where the table belongs.",
        )
    path.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8")


def outdated(proofs: Sequence[Proof]) -> list[Finding]:
    """Rows of the README's table that do not say what was proved just now."""
    text = (home.root() / "README.md").read_text("utf-8")
    remedy = "Run: workbook verify --readme"
    return [
        Finding("README.md", f"The table of proofs says something else about {p.exercise}.", remedy)
        for p in proofs
        if _facts(p) not in text
    ]


def _facts(proof: Proof) -> str:
    """The part of a row that every proof finds anew."""
    return (
        f"| {proof.exercise} | {proof.answers} | {proof.cases} | {proof.killed} of {proof.mutants} | "
        f"{proof.equivalent} | {len(proof.caught)} of {proof.wrong} | {proof.right}"
    )
