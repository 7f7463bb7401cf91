"""What it costs to grade a class, beside nbgrader and otter: python tests/benchmarks/class_grading.py

One set of four exercises, handed in by --learners, in SQL and in pandas, right and wrong, no two texts
alike. In one run, one after the other: `workbook grade`, on all cores and on one; the same answers
without any protection in one warm process; on a slice of the class `nbgrader autograde` and otter,
whose tests are our own `check` on the public cases (of which there are as many as of a course's).
Prints Markdown. Seconds of CPU count all processes, and mean more than the clock on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import class_otter
from class_course import EXERCISES, SET, environment, make_course, part, points, students
from class_measure import Used, run

HERE = Path(__file__).parent
WORKBOOK = [sys.executable, "-m", "grader"]
NBGRADER = [sys.executable, "-m", "nbgrader", "autograde", SET]
CORES = os.cpu_count() or 1
_WARM = 3  # the first learners of a run are left out where the cost of one more is asked for


@dataclass(frozen=True)
class Row:
    """One way of grading, and what it used for so many submissions, processes side by side."""

    way: str
    processes: int
    submissions: int
    used: Used

    @property
    def each(self) -> float:
        """Seconds by the clock for a submission."""
        return self.used.wall / self.submissions


class Bench:
    """Copies of one class in a folder, and the ways to grade them."""

    def __init__(self, folder: Path, learners: int, options: argparse.Namespace) -> None:
        self.folder, self.options = folder, options
        self.environment = environment(folder)
        self.course = folder / "class"
        make_course(self.course, learners)
        self._copies = 0

    def copy(self, learners: int) -> Path:
        self._copies += 1
        return part(self.course, self.folder / f"copy{self._copies}", learners)

    def ours(self, learners: int, jobs: int, memory: bool = False) -> tuple[Used, Path]:
        """`workbook grade`, the whole command on a fresh course: the median of the rounds."""
        done = []
        for _ in range(self.options.rounds):
            course = self.copy(learners)
            command = [*WORKBOOK, "grade", SET, "--course", course, "--jobs", str(jobs)]
            done.append((self.run(command, memory=memory, allowed=(0, 1)), course))
        done.sort(key=lambda one: one[0].wall)
        return done[len(done) // 2]

    def again(self, course: Path) -> Used:
        """The command when all is graded already: what a run costs before and after grading."""
        return self.run([*WORKBOOK, "grade", SET, "--course", course])

    def unprotected(self, learners: int) -> dict[str, dict[str, float]]:
        """Seconds by notebook, of judging and of all that grading a notebook is."""
        done = self.run([sys.executable, HERE / "class_unprotected.py", self.copy(learners)])
        return json.loads(done.said)

    def nbgrader(self, learners: int) -> Iterator[tuple[Row, list[float]]]:
        """Every way, and the points of the learners."""
        for way, processes in (
            ("nbgrader autograde", 1),
            ("nbgrader autograde, side by side", CORES),
        ):
            course = self.copy(learners)
            used = self.run(*_commands(course, processes), cwd=course)
            yield Row(way, processes, learners, used), points(course, students(course))
        course = self.copy(learners)
        used = self.run([sys.executable, HERE / "class_nbgrader.py", course, SET])
        warm = Used(sum(json.loads(used.said)), used.cpu)
        yield (
            Row("nbgrader's API in a warm process", 1, learners, warm),
            points(course, students(course)),
        )

    def otter(self, learners: int) -> tuple[Row, list[float]]:
        """Raises what `python_with_otter` raises."""
        python = class_otter.python_with_otter(self.folder / "otter", self.options.otter_python)
        course, folder = self.copy(learners), self.folder / "for_otter"
        folder.mkdir()
        used, found = class_otter.warm(python, course, folder, self.environment)
        warm = Used(sum(found["seconds"].values()), used.cpu)
        row = Row("otter.api.grade_submission in a warm process", 1, learners, warm)
        return row, [found["points"][student] for student in students(course)]

    def run(
        self,
        *commands: Sequence[str | Path],
        cwd: Path | None = None,
        memory: bool = False,
        allowed: Sequence[int] = (0,),
    ) -> Used:
        return run(
            *commands,
            cwd=cwd or self.folder,
            environment=self.environment,
            memory=memory,
            allowed=allowed,
        )


def _commands(course: Path, processes: int) -> Iterator[list[str]]:
    """nbgrader's commands for disjoint learners: it has no option for many processes."""
    if processes == 1:
        yield NBGRADER
        return
    for number in range(processes):
        digits = "".join(str(digit) for digit in range(10) if digit % processes == number)
        yield [*NBGRADER, f"--student=*[{digits}]"]


# Where the seconds are.


def seconds_in_grading(course: Path) -> dict[str, float]:
    """Seconds by notebook as the journal has them: judging and sandbox, no gradebook, no start."""
    lines = (course / "workbook" / "journal.jsonl").read_text().splitlines()
    grades = [json.loads(line)["grade"] for line in lines if line]
    return {f"{grade['student']} {grade['exercise']}": grade["seconds"] for grade in grades}


def each(seconds: dict[str, float]) -> float:
    """The mean seconds of a submission, those of the first few apart: they warm a worker up."""
    learners = sorted({name.split()[0] for name in seconds})[_WARM:]
    warm = [spent for name, spent in seconds.items() if name.split()[0] in learners]
    return sum(warm) / max(1, len(learners))


# What is printed.


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    print(f"\n| {' | '.join(heads)} |\n| :-- |{' --: |' * (len(heads) - 1)}")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |", flush=True)
    print(flush=True)


def print_ways(rows: Sequence[Row], missing: Sequence[str]) -> None:
    ours = rows[0]
    heads = ["way", "processes", "submissions", "s each", "CPU s each", "per hour", "times as long"]
    table(heads, [
        *(
            (
                row.way, row.processes, row.submissions, f"{row.each:.2f}",
                f"{row.used.cpu / row.submissions:.2f}", f"{3600 / row.each:,.0f}",
                f"{row.each / ours.each:.1f}",
            )
            for row in rows
        ),
        *((reason, *["–"] * 6) for reason in missing),
    ])  # fmt: skip


def print_points(found: dict[str, list[float]]) -> None:
    first, *others = found.values()
    same = {
        name: sum(a == b for a, b in zip(first, theirs, strict=True))
        for name, theirs in found.items()
    }
    del others
    print("The same points as ours: " + ", ".join(
        f"{name} {count} of {len(first)}" for name, count in list(same.items())[1:]
    ))  # fmt: skip


def print_protection(alone: dict[str, float], bare: dict[str, dict[str, float]]) -> None:
    """One process each: confined, the same function without a sandbox, judging alone."""
    confined, graded, judged = each(alone), each(bare["graded"]), each(bare["judged"])
    table(["on one core, warm", "s for a submission", "of unprotected"], [
        ("answers judged in one process, unprotected", f"{judged:.2f}", f"{judged / judged:.2f}"),
        ("the same, with reports", f"{graded:.2f}", f"{graded / judged:.2f}"),
        ("`workbook grade --jobs 1`, in its workers", f"{confined:.2f}", f"{confined / judged:.2f}"),
    ])  # fmt: skip


def print_flatness(found: Sequence[tuple[int, Used]], start: Used, first: Used) -> None:
    table(
        ["submissions", "s in all", "s each", "CPU s each"],
        [
            (f"{n:,}", f"{used.wall:.1f}", f"{used.wall / n:.2f}", f"{used.cpu / n:.2f}")
            for n, used in found
        ],
    )
    (fewer, less), (more, most) = found[0], found[-1]
    if more > fewer:
        slope = (most.wall - less.wall) / (more - fewer)
        cpu = (most.cpu - less.cpu) / (more - fewer)
        print(f"One submission more: {slope:.2f} s by the clock, {cpu:.2f} s of CPU.")
    print(
        f"A run with nothing to grade: {start.wall:.1f} s ({start.cpu:.1f} s of CPU). A run of one "
        f"submission: {first.wall:.1f} s ({first.cpu:.1f} s of CPU)."
    )


def print_memory(peaks: dict[str, float]) -> None:
    table(["process", "MB (PSS, at most)"], [(role, f"{mb:.0f}") for role, mb in peaks.items()])
    worker = sum(mb for role, mb in peaks.items() if role not in ("command", "other"))
    print(f"A worker in all (judge, sandbox, child): {worker:.0f} MB.")


def machine() -> str:
    names = (
        name for name in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in name
    )
    model = next(names, platform.processor()).split(":")[-1].strip()
    load = os.getloadavg()[0]
    return (
        f"{CORES} cores ({model}), Python {platform.python_version()}, "
        f"load {load:.1f} before the run; {', '.join(EXERCISES)}"
    )


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--learners", type=int, default=100)
    parser.add_argument("--slice", type=int, default=6, help="learners for nbgrader and otter")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 100, 500], help="also 2000")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median counts")
    parser.add_argument("--otter-python", help="a Python with otter-grader; else one is made")
    parser.add_argument("--without", nargs="*", default=[], choices=["nbgrader", "otter", "sizes"])
    return parser.parse_args()


@contextmanager
def folder() -> Iterator[Path]:
    """Everything is made here, and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="class-grading-") as name:
        yield Path(name)


def main() -> None:
    chosen = options()
    print(machine(), flush=True)
    sizes = [] if "sizes" in chosen.without else chosen.sizes
    few = min(chosen.slice, chosen.learners)
    with folder() as there:
        bench = Bench(there, max(chosen.learners, *sizes, 1), chosen)
        used, course = bench.ours(chosen.learners, CORES)
        rows = [Row("`workbook grade`", CORES, chosen.learners, used)]
        mine = points(course, students(course)[:few])
        single, alone = bench.ours(chosen.learners, 1, memory=True)
        rows.append(Row("`workbook grade --jobs 1`", 1, chosen.learners, single))
        bare = bench.unprotected(chosen.learners)
        found, missing = {"ours": mine}, []
        if "nbgrader" not in chosen.without:
            for row, theirs in bench.nbgrader(few):
                rows.append(row)
                found[row.way] = theirs
        if "otter" not in chosen.without:
            try:
                row, theirs = bench.otter(few)
                rows.append(row)
                found[row.way] = theirs
            except (OSError, subprocess.CalledProcessError, RuntimeError) as error:
                missing.append(f"otter-grader could not be had: {str(error)[-200:]}")
        print_ways(rows, missing)
        print_points(found)
        print_slice(alone, few)
        print_protection(seconds_in_grading(alone), bare)
        print_memory(dict(single.memory))
        measured = [(size, bench.ours(size, CORES)[0]) for size in sizes]
        if measured:
            print_flatness(measured, bench.again(course), bench.ours(1, 1)[0])


def print_slice(alone: Path, few: int) -> None:
    """How hard the slice is beside the whole class."""
    spent = seconds_in_grading(alone)
    learners = sorted({name.split()[0] for name in spent})
    by_learner = dict.fromkeys(learners, 0.0)
    for name, seconds in spent.items():
        by_learner[name.split()[0]] += seconds
    sliced = statistics.median(by_learner[learner] for learner in learners[:few])
    print(
        f"nbgrader and otter had the first {few} learners, whose median submission takes us "
        f"{sliced:.2f} s; of the whole class it takes {statistics.median(by_learner.values()):.2f} s."
    )


if __name__ == "__main__":
    main()
