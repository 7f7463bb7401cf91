"""``workbook verify``: prove exercise folders."""

from __future__ import annotations

import os
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Column, Table

from grader.bank import exercise_ids
from grader.bank.cases import PRACTICE_SEED
from grader.cli.console import out
from grader.errors import UnknownName
from grader.verify import Proof, verify_all


def verify(
    exercises: Annotated[list[str] | None, typer.Argument(help="Ids; all when left out.")] = None,
    seed: Annotated[int, typer.Option(help="Draw the cases from this seed.")] = PRACTICE_SEED,
    notebooks: Annotated[bool, typer.Option(help="Also compare the built notebooks.")] = True,
    jobs: Annotated[int, typer.Option(help="Processes.", min=1)] = os.cpu_count() or 1,
    cases: Annotated[
        bool, typer.Option(help="Show what caught each wrong answer, and cases that catch nothing.")
    ] = False,
) -> None:
    """Prove exercise folders: solutions agree, wrong answers and mutants caught, right ones accepted."""
    known = exercise_ids()
    for name in exercises or []:
        if name not in known:
            raise UnknownName("exercise", name, known)
    proofs = _proved(exercises or known, seed, notebooks, jobs)
    out.print(_table(proofs))
    for proof in proofs:
        if cases:
            for name in proof.idle:
                out.print(f'  {proof.exercise}: nothing fails on the case "{name}"', markup=False)
            for name, case in proof.caught.items():
                out.print(f"  {proof.exercise}/{name}: {case}", markup=False)
        for finding in proof.findings:
            out.print(f"✗ {finding.where}", style="bold", markup=False)
            out.print(f"  {finding.what}\n  → {finding.remedy}", markup=False)
    if not all(proof.holds for proof in proofs):
        raise typer.Exit(1)


def _proved(names: list[str], seed: int, notebooks: bool, jobs: int) -> list[Proof]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    proofs: dict[str, Proof] = {}
    with Progress(*columns, console=out, transient=True) as progress:
        task = progress.add_task("verifying", total=len(names))
        for proof in verify_all(names, seed=seed, notebooks=notebooks, jobs=jobs):
            proofs[proof.exercise] = proof
            progress.update(task, advance=1, description=f"{proof.exercise} done")
    return [proofs[name] for name in names]


def _table(proofs: list[Proof]) -> Table:
    table = Table(
        "", Column("exercise", no_wrap=True), title="Exercise folders", title_justify="left"
    )
    for heading in (
        *("answers", "cases", "wrong caught", "right accepted"),
        *("mutants killed", "equivalent", "seconds"),
    ):
        table.add_column(heading, justify="right")
    for proof in proofs:
        table.add_row(
            "✓" if proof.holds else "✗",
            proof.exercise,
            str(proof.answers),
            str(proof.cases),
            f"{len(proof.caught)} of {proof.wrong}",
            str(proof.right),
            f"{proof.killed} of {proof.mutants}",
            str(proof.equivalent),
            f"{proof.seconds:.1f}",
        )
    return table
