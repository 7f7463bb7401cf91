"""``workbook verify``: prove exercise folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Column, Table

from grader.bank import exercise_ids, load_exercise
from grader.bank.cases import PRACTICE_SEED
from grader.cli.console import out
from grader.errors import UnknownName
from grader.verify import Proof, verify_all
from grader.verify.summary import explain, outdated, summary, write_summary


def verify(
    exercises: Annotated[list[str] | None, typer.Argument(help="Ids; all when left out.")] = None,
    seed: Annotated[int, typer.Option(help="Draw the cases from this seed.")] = PRACTICE_SEED,
    notebooks: Annotated[bool, typer.Option(help="Also compare the built notebooks.")] = True,
    jobs: Annotated[int, typer.Option(help="Processes.", min=1)] = os.cpu_count() or 1,
    cases: Annotated[
        bool, typer.Option(help="Show what caught each wrong answer, and cases that catch nothing.")
    ] = False,
    matrix: Annotated[
        Path | None, typer.Option(help="Write the kill matrix of each exercise into this folder.")
    ] = None,
    readme: Annotated[
        bool, typer.Option("--readme", help="Write the table of proofs into README.md.")
    ] = False,
) -> None:
    """Prove exercise folders: solutions agree, wrong answers and mutants caught, right ones accepted."""
    known = exercise_ids()
    for name in exercises or []:
        if name not in known:
            raise UnknownName("exercise", name, known)
    proofs = _proved(exercises or known, seed, notebooks, jobs)
    out.print(_table(proofs))
    findings = [finding for proof in proofs for finding in proof.findings]
    for proof in proofs if cases else []:
        _print_cases(proof)
    if matrix:
        _write_matrices([proof.exercise for proof in proofs], matrix)
    if readme and not findings and not exercises:
        _write_readme(proofs)
    elif notebooks and not exercises and seed == PRACTICE_SEED:
        findings += outdated(proofs)
    for finding in findings:
        out.print(f"✗ {finding.where}", style="bold", markup=False)
        out.print(f"  {finding.what}\n  → {finding.remedy}", markup=False)
    if findings:
        raise typer.Exit(1)


def _print_cases(proof: Proof) -> None:
    for name in proof.idle:
        out.print(f'  {proof.exercise}: nothing fails on the case "{name}"', markup=False)
    for name, case in proof.caught.items():
        out.print(f"  {proof.exercise}/{name}: {case}", markup=False)


def _write_matrices(names: list[str], folder: Path) -> None:
    from grader.verify.matrix import matrix_page

    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        with out.status(f"running everything on every case of {name}"):
            page = matrix_page(load_exercise(name))
        (folder / f"{name}.html").write_text(page, "utf-8")
        out.print(f"✓ {folder / name}.html")


def _write_readme(proofs: list[Proof]) -> None:
    with out.status("judging every wrong answer as a learner's"):
        explained = [explain(proof.exercise) for proof in proofs]
    write_summary(summary(proofs, explained))
    out.print("✓ README.md: the table of proofs")


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
        "",
        Column("exercise", no_wrap=True),
        title="Caught wrong answers and mutants, accepted right answers, equivalent mutants",
        title_justify="left",
        box=None,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for heading in ("cases", "wrong", "right", "mutants", "equal", "time"):
        table.add_column(heading, justify="right", no_wrap=True)
    for proof in proofs:
        table.add_row(
            "✓" if proof.holds else "✗",
            proof.exercise,
            str(proof.cases),
            f"{len(proof.caught)}/{proof.wrong}",
            str(proof.right),
            f"{proof.killed}/{proof.mutants}",
            str(proof.equivalent),
            f"{proof.seconds:.0f} s",
        )
    return table
