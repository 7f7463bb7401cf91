"""An attack: what a learner hands in to get points, to learn secrets, or to stop the grader.

A module of this package holds the attacks of one theme. An attack is a function whose docstring
says what it tries and why that could work; it returns the code of the learner's cells, or a whole
notebook, or the bytes of a file, or it puts an odd entry into the folder by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ATTACKS: dict[str, Attack] = {}


@dataclass(frozen=True)
class Scene:
    """What an attacker knows, or can find out: places and ports, and whose notebook this is.

    `honest` is a neighbour whose notebooks earn full marks; `canary` a file in the home of the
    person who grades; `elsewhere` a folder anybody may write to. `socket` is an abstract Unix
    socket, `port` TCP and UDP on the loopback; the person who grades listens on all of them.
    """

    workbook: Path
    checkout: Path
    course: Path
    set: str
    home: Path
    elsewhere: Path
    port: int
    socket: str
    honest: str
    student: str = ""

    def folder(self, student: str | None = None) -> Path:
        return self.course / "submitted" / (student or self.student) / self.set

    def known(self) -> str:
        """The first cell of every attacker: definitions, because the grader runs nothing else."""
        places = ("workbook", "checkout", "course", "home", "elsewhere")
        lines = [f"{name.upper()} = {str(getattr(self, name))!r}" for name in places]
        names = ("set", "port", "socket", "honest", "student")
        lines += [f"{name.upper()} = {getattr(self, name)!r}" for name in names]
        return "\n".join(lines)


Written = str | list[str] | nbformat.NotebookNode | bytes


@dataclass(frozen=True)
class Attack:
    """`earns`: the points by answer that it deserves all the same. `attention`: a person must look.

    `leaks` is a text that no record or page may contain: the attack puts it together from what it
    finds. `harmful`: it harms a machine on which the sandbox does not hold. `student` is an odd name
    of a learner's folder, where that is the attack. `prepare` acts outside the notebook; what it
    returns is called when the class has been graded. `slow`: a limit on time ends it, which does not
    depend on the tier, so that it runs in the best one only.
    """

    name: str
    theme: str
    reason: str
    write: Callable[..., Written | None]
    exercise: str
    earns: Mapping[str, float]
    attention: bool | None = None
    leaks: str = ""
    harmful: bool = False
    slow: bool = False
    student: str = ""
    file: bool = False
    needs_root: bool = False
    prepare: Callable[[Scene], Callable[[], None]] | None = field(default=None, compare=False)

    def hand_in(self, scene: Scene) -> None:
        """Put the attacker's notebook where nbgrader's collect would."""
        path = scene.folder() / f"{self.exercise}.ipynb"
        path.parent.mkdir(parents=True)
        written = self.write(path, scene) if self.file else self.write()
        if isinstance(written, str | list):
            cells = [written] if isinstance(written, str) else written
            written = notebook(scene.known(), *cells)
        if isinstance(written, nbformat.NotebookNode):
            written = json.dumps(written).encode()  # nbformat would mend what is odd about it
        if isinstance(written, bytes):
            path.write_bytes(written)


def attack(
    *,
    on: str = "top_k_words",
    earns: Mapping[str, float] | None = None,
    attention: bool | None = None,
    **more: Any,
) -> Callable[[Callable[..., Written | None]], Callable[..., Written | None]]:
    """Register a function as an attack. With file=True it is given the path and the Scene."""

    def register(write: Callable[..., Written | None]) -> Callable[..., Written | None]:
        name, theme = write.__name__, write.__module__.rpartition(".")[2]
        reason = " ".join((write.__doc__ or "").split())
        assert reason and name not in ATTACKS, f"{name} has no reason, or is there twice"
        ATTACKS[name] = Attack(
            name, theme, reason, write, on, dict(earns or {}), attention=attention, **more
        )
        return write

    return register


def code(text: str) -> str:
    """The text of a cell, moved to the margin."""
    return dedent(text).strip("\n")


def notebook(*sources: str, **metadata: Any) -> nbformat.NotebookNode:
    """A notebook of code cells; a source that begins with "markdown:" is a markdown cell."""
    cells = []
    for number, source in enumerate(sources, 1):
        text = re.sub(r"^markdown:\n?", "", source)
        make = new_code_cell if text == source else new_markdown_cell
        cells.append(make(code(text), id=f"cell-{number}"))
    return new_notebook(cells=cells, metadata=metadata)


def in_every_answer(body: str) -> str:
    """The three answers of top_k_words, each of which runs the same lines first.

    What the lines leave in `loot` is the result, so that whatever they find is put to use.
    """
    return _functions(body, _HEADS)


def in_one_answer(body: str) -> str:
    """The same with the first answer only: for attacks that cost the whole time limit of each."""
    return _functions(body, _HEADS[:1])


_HEADS = ("tokenize(review)", "top_k_words(reviews, banned, k)", "merge_top_k(shards, k)")


def _functions(body: str, heads: Sequence[str]) -> str:
    lines = "\n".join(f"    {line}" for line in code(body).splitlines())
    functions = [f"def {head}:\n    loot = 'nothing'\n{lines}\n    return loot" for head in heads]
    return "\n\n\n".join(functions)
