"""A course with a class of attackers and honest neighbours, and what must not change in it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from attackers import Attack, Scene
from listener import Listener

from grader import home

SET = "week1"
EXERCISES = ("top_k_words", "top_sellers")
FIRST_HONEST = "s000_honest"
_ONE_HONEST_IN = 12


@dataclass
class Stage:
    """`attackers` tells who attacks how; `honest` learners handed in worked notebooks."""

    scene: Scene
    listener: Listener
    attackers: dict[str, Attack] = field(default_factory=dict)
    honest: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of whoever grades: her home, and a token that is nobody else's business."""
        return {
            **os.environ,
            "WORKBOOK_HOME": str(self.scene.workbook),
            "HOME": str(self.scene.home),
            "WORKBOOK_ATTACK_CANARY": "canary-in-the-environment",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }

    def workbook(self, *words: str, timeout: float) -> subprocess.CompletedProcess[bytes]:
        """Run a real command of the workbook on the course, as whoever grades would."""
        command = [sys.executable, "-m", "grader", *words]
        return subprocess.run(
            command,
            cwd=self.scene.course.parent,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
        )

    def hashes(self) -> dict[str, str]:
        """What no submission may change: every entry of these folders, with its content."""
        scene = self.scene
        kept = [scene.workbook, scene.home, scene.elsewhere, scene.course / "nbgrader_config.py"]
        kept += [scene.course / name for name in ("source", "release", "submitted")]
        kept += [scene.course / "workbook" / name for name in ("secret", "sets")]
        entries = (entry for folder in kept for entry in (folder, *_below(folder)))
        return {str(path): _state(path) for path in entries}


def set_the_stage(folder: Path, outside: Path, attacks: Iterable[Attack]) -> Stage:
    """Make the course with the real commands, and have everybody hand in their work.

    `outside` is a folder that does not lie below the system's folder for temporary files: a sandbox
    that merely hides that one must not look safe.
    """
    workbook, course, canaries = outside / "workbook", outside / "course", folder / "home"
    elsewhere = folder / "elsewhere"
    _copy_workbook(workbook)
    canaries.mkdir()
    elsewhere.mkdir(mode=0o777)
    elsewhere.chmod(0o777)
    for name in ("notes.txt", "notes.csv", ".netrc"):
        (canaries / name).write_text("canary-in-the-home-folder")
    listener = Listener(canaries)
    scene = Scene(
        workbook, Path(home.__file__).parents[1], course, SET, canaries, elsewhere,
        listener.port, listener.abstract, FIRST_HONEST,
    )  # fmt: skip
    stage = Stage(scene, listener)
    for words in (
        ["course", "init", str(course)],
        ["assign", SET, *EXERCISES, "--course", str(course)],
    ):
        done = stage.workbook(*words, timeout=300)
        assert done.returncode == 0, done.stderr.decode()
    _hand_in(stage, list(attacks))
    return stage


def _copy_workbook(copy: Path) -> None:
    """A workbook with the two exercises alone, which is the attackers' to find and nobody's to lose."""
    root = home.root()
    ignored = shutil.ignore_patterns("__pycache__", ".workbook")
    for exercise in EXERCISES:
        part = Path("solutions", exercise)
        shutil.copytree(root / part, copy / part, ignore=ignored)
    shutil.copytree(root / "datasets", copy / "datasets", ignore=ignored)
    shutil.copy(root / "pyproject.toml", copy)


def _hand_in(stage: Stage, attacks: list[Attack]) -> None:
    """Attackers in the order of the alphabet, an honest learner between every few of them."""
    _honest(stage, FIRST_HONEST)
    for number, attack in enumerate(attacks, 1):
        student = attack.student or f"s{number:03}_{attack.name}"
        stage.attackers[student] = attack
        if number % _ONE_HONEST_IN == 0:
            _honest(stage, f"s{number:03}_z_honest")
    for student, attack in stage.attackers.items():
        attack.hand_in(replace(stage.scene, student=student))


def _honest(stage: Stage, student: str) -> None:
    folder = stage.scene.folder(student)
    folder.mkdir(parents=True)
    for exercise in EXERCISES:
        worked = stage.scene.workbook / "solutions" / exercise / f"{exercise}.ipynb"
        shutil.copy(worked, folder)
        # Not the same bytes as a neighbour's: each is graded by itself.
        path = folder / worked.name
        path.write_text(path.read_text("utf-8").rstrip() + "\n" * len(stage.honest), "utf-8")
    stage.honest.append(student)


def _below(folder: Path) -> Iterator[Path]:
    """Every entry below a folder; links are not followed."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("__pycache__", ".workbook")]
        yield from (Path(place, name) for name in (*folders, *files))


def _state(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if path.is_file():
        size = path.stat().st_size
        if size > 2**24:  # the notebooks that are too large
            return f"{size} bytes, {path.stat().st_mtime_ns}"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{path.lstat().st_mode:o}" if path.exists() else "missing"
