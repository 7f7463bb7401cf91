"""One notebook to grade, as data that can travel to any process or machine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader import home
from grader.course.folder import Course, CourseSet
from grader.grading.collect import Piece

_FORMAT = 1
"""Changes when the same notebook must be graded again though nothing in it or its exercise did."""


@dataclass(frozen=True)
class Job:
    """A piece of a submission and the seed of its cases. `key` names all that decides its grade."""

    piece: Piece
    seed: int
    key: str

    @property
    def place(self) -> tuple[str, str, str]:
        """Whose notebook it is: student, set, exercise."""
        return self.piece.student, self.piece.set, self.piece.exercise


def job_of(piece: Piece, course: Course, set_: CourseSet) -> Job:
    """The job of grading a piece of a submission in this course."""
    seed = course.seed(piece.exercise, piece.student if set_.per_student else None)
    digest = hashlib.sha256()
    version = exercise_version(home.root() / "solutions" / piece.exercise)
    parts = [str(_FORMAT), version, str(seed), piece.complaint, *piece.warnings]
    for part in (*(part.encode("utf-8", "replace") for part in parts), piece.content or b""):
        digest.update(len(part).to_bytes(8, "big") + part)
    return Job(piece, seed, digest.hexdigest())


@lru_cache(maxsize=256)
def exercise_version(folder: Path) -> str:
    """A digest of all that judging an exercise reads: contract, cases, solutions, misconceptions."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (".toml", ".py", ".sql", ".json"):
            name, content = path.relative_to(folder).as_posix().encode(), path.read_bytes()
            digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
    return digest.hexdigest()
