"""Sets: choose exercises, make nbgrader's source and release notebooks, register the assignment."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from grader.bank import Exercise, exercise_ids, load_exercise
from grader.build.notebook import learner_notebook
from grader.course.database import assignment_of, open_gradebook, reading, writing
from grader.course.folder import Course, CourseSet, safe_name
from grader.course.nbgrader_command import run_nbgrader
from grader.errors import UnknownName, WorkbookError

_DIFFICULTIES = ("easy", "medium", "hard")


def choose(
    track: str | None = None,
    tag: str | None = None,
    difficulty: str | None = None,
    count: int | None = None,
    used: Iterable[str] = (),
) -> tuple[str, ...]:
    """The ids of the exercises of the bank that fit, in the order of the curriculum.

    Of more than `count` it takes the first easy, medium and hard one in turn; those in `used` only
    when there are no others. The same bank gives the same choice.
    """
    bank = [load_exercise(id) for id in exercise_ids()]
    _known("track", track, {exercise.track for exercise in bank})
    _known("difficulty", difficulty, _DIFFICULTIES)
    _known("tag", tag, {name for exercise in bank for name in exercise.tags})
    fitting = [e for e in bank if _fits(e, track, tag, difficulty)]
    if len(fitting) < (count or 1):
        raise WorkbookError(
            f"{len(fitting)} of the bank's exercises fit: fewer than {count or 1}.",
            help="Ask for fewer, or leave out a filter. `workbook list` shows what there is.",
        )
    spent = set(used)
    fresh = _spread(e for e in fitting if e.id not in spent)
    chosen = {e.id for e in [*fresh, *_spread(e for e in fitting if e.id in spent)][:count]}
    return tuple(e.id for e in fitting if e.id in chosen)


def assign(course: Course, wanted: CourseSet, *, force: bool = False) -> CourseSet:
    """Make a set, or make it again; learners get what is then under release/SET.

    An empty `due` keeps the date that the set has. A set that was handed in already changes only
    its due date, unless `force`. Raises WorkbookError, UnknownName or ExerciseError.
    """
    name = safe_name("set", wanted.name)
    before = course.set(name) if name in course.sets() else None
    after = replace(wanted, due=wanted.due or (before.due if before else ""))
    exercises = [load_exercise(id) for id in dict.fromkeys(after.exercises)]
    after = replace(after, exercises=tuple(exercise.id for exercise in exercises))
    handed_in = sorted(course.submitted(name)) if before else []
    if not handed_in or force:
        with _restored_on_failure(course, course.source / name, course.release / name):
            _write_source(course, name, exercises, before.exercises if before else ())
            run_nbgrader(course, "generate_assignment", name, "--force")
            _prove_release(course, after)
    elif before and replace(before, due=after.due) != after:
        raise WorkbookError(
            f'The set "{name}" was handed in already ({len(handed_in)} learners): changing its '
            "exercises or its cases would not be fair to them.",
            help="Assign a new set, or insist with --force. (The due date can change any time.)",
        )
    _register(course, after)
    course.remember(after)
    return after


def parse_due(text: str) -> str:
    """A due date as it is written down: ISO 8601, in UTC, to the second.

    A date alone means its last second; a time without an offset is in UTC.
    """
    try:
        due = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise WorkbookError(
            f'"{text}" is no date.', help="Write 2026-12-01 or 2026-12-01T18:00+01:00."
        ) from error
    if len(text.strip()) <= len("2026-12-01"):
        due += timedelta(days=1, seconds=-1)
    if due.tzinfo:
        due = due.astimezone(UTC).replace(tzinfo=None)
    return due.isoformat(timespec="seconds")


def _known(kind: str, name: str | None, names: Iterable[str]) -> None:
    if name and name.casefold() not in map(str.casefold, names):
        raise UnknownName(kind, name, sorted(names))


def _fits(exercise: Exercise, track: str | None, tag: str | None, difficulty: str | None) -> bool:
    return (
        (not track or track.casefold() == exercise.track)
        and (not difficulty or difficulty.casefold() == exercise.difficulty)
        and (not tag or tag.casefold() in map(str.casefold, exercise.tags))
    )


def _spread(exercises: Iterable[Exercise]) -> list[Exercise]:
    """The exercises, an easy, a medium and a hard one in turn as long as there are any."""
    there = list(exercises)
    rows = zip_longest(*([e for e in there if e.difficulty == d] for d in _DIFFICULTIES))
    return [exercise for row in rows for exercise in row if exercise]


@contextmanager
def _restored_on_failure(course: Course, *folders: Path) -> Iterator[None]:
    """nbgrader deletes a release that it fails to make again, and learners may have that one."""
    with TemporaryDirectory(dir=course.workbook) as backup:
        copies = {folder: Path(backup, folder.parent.name) for folder in folders}
        for folder, copy in copies.items():
            if folder.exists():
                shutil.copytree(folder, copy)
        try:
            yield
        except BaseException:
            for folder, copy in copies.items():
                shutil.rmtree(folder, ignore_errors=True)
                if copy.exists():
                    shutil.copytree(copy, folder)
            raise


def _write_source(
    course: Course, name: str, exercises: Sequence[Exercise], before: Iterable[str]
) -> None:
    folder = course.source / name
    folder.mkdir(parents=True, exist_ok=True)
    for exercise in exercises:
        nbformat.write(learner_notebook(exercise), folder / f"{exercise.id}.ipynb")
    for gone in set(before) - {exercise.id for exercise in exercises}:
        (folder / f"{gone}.ipynb").unlink(missing_ok=True)


def _prove_release(course: Course, set_: CourseSet) -> None:
    """Learners must get our starters and locked check cells: an nbgrader_config.py can change both."""
    for exercise in set_.exercises:
        path = Path(set_.name) / f"{exercise}.ipynb"
        released = _graded_cells(course.release / path)
        for grade_id, cell in _graded_cells(course.source / path).items():
            there = released.get(grade_id)
            locked = cell.metadata.nbgrader.locked
            if (
                there is None
                or there.source != cell.source
                or (locked and there.metadata.get("editable", True))
            ):
                raise WorkbookError(
                    f"release/{path}: the cell {grade_id} is not as it was written.",
                    help="Check GenerateAssignment in nbgrader_config.py: it must not clear "
                    "solutions and must lock cells. Then assign the set again.",
                )


def _graded_cells(path: Path) -> dict[str, nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    graded = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in graded
        if cell.metadata.nbgrader.grade or cell.metadata.nbgrader.solution
    }


def _register(course: Course, set_: CourseSet) -> None:
    """Write the due date into the gradebook, where it is another one."""
    from nbgrader.api import Assignment

    due = datetime.fromisoformat(set_.due) if set_.due else None
    with reading(course) as connection:
        id, before = assignment_of(connection, set_.name)
    if due == before:
        return
    table = Assignment.__table__
    engine = open_gradebook(course)
    try:
        with writing(course, engine) as connection:
            connection.execute(table.update().where(table.c.id == id).values(duedate=due))
    finally:
        engine.dispose()
