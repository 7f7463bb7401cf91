"""Attacks by the file itself: broken notebooks, odd entries, odd names, edited metadata."""

from __future__ import annotations

import gzip
import json
import os
import socket
import stat

import nbformat
from nbformat.v4 import new_code_cell

from attackers.attack import attack, in_every_answer, notebook
from attackers.pages import _graded as graded

NOTHING = in_every_answer("loot = 'nothing'")
FULL = {"tokenize": 3, "top_k_words": 4, "merge_top_k": 3, "break_it": 1}


def as_json(cells: object, **more: object) -> bytes:
    return json.dumps(
        {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}
    ).encode()


def code_cell(source: object, **more: object) -> dict[str, object]:
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [],
            "execution_count": None, **more}  # fmt: skip


@attack(attention=True)
def not_json():
    """A file that was cut off in the middle while it was saved: rc 1 for that student in nbgrader
    (grading.md §3, n02)."""
    return nbformat.writes(notebook(NOTHING)).encode()[:-200]


@attack(attention=True)
def empty_file():
    """No bytes at all: the disk was full when it was saved."""
    return b""


@attack(attention=True)
def only_null_bytes():
    """A megabyte of null bytes: what some synchronised folders leave after a crash."""
    return b"\0" * 2**20


@attack(attention=True)
def file_of_100_mb():
    """A notebook with outputs of 100 MB: read whole, parsed and copied, it is a gigabyte of objects."""
    return as_json(
        [code_cell(NOTHING, outputs=[{"output_type": "stream", "text": "x" * 100_000_000}])]
    )


@attack(attention=True, file=True)
def file_of_1_tb(path, scene):
    """A sparse file that says it is 1 TB long: only its size may be looked at."""
    with path.open("wb") as file:
        file.truncate(2**40)


@attack(attention=True)
def packed_with_gzip():
    """A gigabyte of spaces, gzipped to a megabyte, under the name of a notebook."""
    return gzip.compress(b" " * 2**28, 9)


@attack()
def format_1():
    """nbformat 1 has no cells in the sense of today, format 3 has worksheets: converters run code
    over whatever it is."""
    return json.dumps({"nbformat": 1, "nbformat_minor": 0, "metadata": {}, "cells": [
        {"cell_type": "code", "code": NOTHING, "prompt_number": 1}]}).encode()  # fmt: skip


@attack()
def format_99():
    """A format from the future: nbformat raises, and a converter upwards does not exist."""
    return as_json([code_cell(NOTHING)], nbformat=99, nbformat_minor=2**70)


@attack(attention=True)
def no_cells():
    """Valid JSON that is no notebook: no list of cells at all."""
    return b'{"metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


@attack()
def cells_that_are_none():
    """Cells that are null, numbers, texts and lists, sources that are numbers, types that do not
    exist, metadata that is a list."""
    cells = [None, 1, "x", [], {}, {"cell_type": "code"}, {"cell_type": "code", "source": 5},
             {"cell_type": ["code"], "source": [1, None]}, code_cell(NOTHING, metadata=[])]  # fmt: skip
    return as_json(cells)


@attack()
def json_nested_too_deeply():
    """Metadata nested a hundred thousand deep: a recursive reader or writer overflows its stack."""
    deep = b"[" * 100_000 + b"]" * 100_000
    return as_json([code_cell(NOTHING)]).replace(b'"metadata": {}', b'"metadata": ' + deep, 1)


@attack()
def json_with_odd_values():
    """NaN, Infinity, 1e999999, an integer of 4,000 digits, repeated keys, lone surrogates in sources:
    Python's reader lets them through, its writers and other readers do not."""
    text = as_json([code_cell(NOTHING + "\n\nx = '\ud800'", execution_count=7)]).decode()
    odd = '"a": NaN, "b": -Infinity, "c": 1e999999, "d": ' + "9" * 4000 + ', "cells": [], '
    return ("{" + odd + text[1:]).encode()


@attack(file=True)
def duplicate_ids(path, scene):
    """The same cell id and grade_id in many cells: this stops nbgrader's whole run, with a message
    about an old version (grading.md §3, n04; nbgrader #1083)."""
    cells = [
        new_code_cell(NOTHING, id="same", metadata={"nbgrader": graded(name, points=4)})
        for name in ["check_tokenize", "tokenize", "tokenize"] * 3
    ]
    made = notebook()
    made.cells = cells
    return made


@attack()
def points_of_a_thousand():
    """Points, locks and grades are written in the learner's own file: 1000 points for each cell, a
    score filled in, a comment, a schema of another version."""
    made = notebook(NOTHING)
    for name in ("tokenize", "top_k_words", "merge_top_k"):
        entry = {**graded(f"check_{name}", points=1000), "score": 1000, "auto_score": 1000,
                 "manual_score": 1000, "extra_credit": 1000, "schema_version": 2}  # fmt: skip
        made.cells.append(new_code_cell("1000", metadata={"nbgrader": entry}))
    made.metadata["workbook"] = {"exercise": "top_k_words", "points": 1000, "seed": 1}
    return made


@attack()
def test_cells_edited():
    """The check cells replaced by what earns points under nbgrader: a number as the last expression,
    a check of one's own, no assert at all (grading.md §3, n01)."""
    made = notebook(
        NOTHING, "def check(name):\n    return 'correct'", "check('tokenize')", "assert True"
    )
    for name in ("tokenize", "top_k_words", "merge_top_k"):
        metadata = {"nbgrader": graded(f"check_{name}", points=4)}
        made.cells.append(new_code_cell("10.0", metadata=metadata))
    return made


@attack()
def test_cells_missing():
    """All cells with metadata deleted: 0 points and no word about it in nbgrader (grading.md §3, n03);
    here answers are found by name, and these are wrong."""
    return notebook(NOTHING)


@attack(earns=FULL, file=True)
def honest_in_utf_8_with_bom(path, scene):
    """No attack but an accident: the file was saved with a byte order mark. It deserves its points."""
    honest = scene.folder(scene.honest) / path.name
    path.write_bytes(b"\xef\xbb\xbf" + honest.read_bytes())


@attack()
def utf_16():
    """Saved as UTF-16 by an editor: no byte of it is wrong, and no reader of JSON takes it."""
    return json.dumps(notebook(NOTHING)).encode("utf-16")


@attack()
def latin_1():
    """Saved in a one-byte encoding: invalid UTF-8 in the middle of a string."""
    text = json.dumps(notebook(NOTHING, "x = 'é'"), ensure_ascii=False)
    return text.encode("latin-1")


@attack(attention=True, file=True)
def link_to_the_gradebook(path, scene):
    """A symbolic link to gradebook.db: whoever opens it reads it, whoever `restores` it writes it."""
    path.symlink_to(scene.course / "gradebook.db")


@attack(attention=True, file=True)
def link_to_a_neighbour(path, scene):
    """A symbolic link to a good learner's notebook: full marks without a line of one's own. An honest
    archive holds no links."""
    path.symlink_to(scene.folder(scene.honest) / path.name)


@attack(attention=True, file=True)
def link_to_a_neighbour_folder(path, scene):
    """The folder of the set is a link to a neighbour's: the file inside is an ordinary one."""
    path.parent.rmdir()
    path.parent.symlink_to(scene.folder(scene.honest))


@attack(attention=True, file=True)
def link_to_the_solution(path, scene):
    """A link to the worked notebook of the exercise, readable for whoever grades."""
    path.symlink_to(scene.workbook / "solutions" / "top_k_words" / "top_k_words.ipynb")


@attack(attention=True, file=True)
def link_to_dev_zero(path, scene):
    """A link to /dev/zero: its size is 0, and reading it never ends."""
    path.symlink_to("/dev/zero")


@attack(attention=True, file=True)
def link_to_itself(path, scene):
    """A link to itself, and one that leads nowhere: every look at it raises OSError, or says that
    nothing is there."""
    path.symlink_to(path.name)


@attack(attention=True, file=True)
def pipe_instead_of_a_file(path, scene):
    """A named pipe: opening it waits until somebody writes, which nobody will."""
    os.mkfifo(path)


@attack(attention=True, file=True)
def socket_instead_of_a_file(path, scene):
    """A Unix socket under the notebook's name."""
    here = os.open(path.parent, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.bind(f"/proc/self/fd/{here}/{path.name}")
    finally:
        os.close(here)


@attack(attention=True, file=True, needs_root=True)
def device_instead_of_a_file(path, scene):
    """A character device, /dev/zero by number: unpacking an archive as root may make one."""
    os.mknod(path, 0o644 | stat.S_IFCHR, os.makedev(1, 5))


@attack(file=True)
def folder_instead_of_a_file(path, scene):
    """A folder called top_k_words.ipynb, with a notebook inside."""
    path.mkdir()
    (path / path.name).write_bytes(nbformat.writes(notebook(NOTHING)).encode())


@attack(file=True)
def strangers_in_the_folder(path, scene):
    """Other files beside the notebook, with names that a shell, a page, a log or a pattern stumbles
    over, deep folders, a thousand notebooks of no exercise, an own nbgrader_config.py."""
    names = ["$(touch x).ipynb", "`touch x`.ipynb", "a\nb.ipynb", "'; DROP TABLE grade; --.ipynb",
             "-rf.ipynb", "--help.ipynb", "x" * 240 + ".ipynb", " .ipynb", ".ipynb", "[!*?].ipynb",
             "<script>alert(1)</script>.ipynb".replace("/", "\u2215"), "top_k_words.IPYNB",
             "TOP_K_WORDS.ipynb", "top_k_words.ipynb~", "nbgrader_config.py", "pandas.py"]  # fmt: skip
    for name in [*names, *(f"n{n}.ipynb" for n in range(1000))]:
        (path.parent / name).write_text("raise SystemExit")
    (path.parent / os.fsdecode(b"invalid\xff\xfe.ipynb")).write_text("{}")
    (path.parent / "/".join(["deep"] * 60)).mkdir(parents=True)
    (path.parent / "timestamp.txt").write_text("the day before yesterday" * 100_000)
    return notebook(NOTHING)


_ODD_NAMES = {
    "command": ("$(touch x)", "A learner's folder with a shell command as its name."),
    "option": ("-rf", "A learner's folder that looks like an option."),
    "two_lines": ("a\nb", "A line end in the name splits a line of a journal or a table."),
    "sql": ("'; DROP TABLE grade; --", "A name that ends an SQL statement and begins another."),
    "script": ("<script>alert(1)<", "A name that is shown on every page about the class."),
    "formula": ("=cmd|' !A0", "A name that a spreadsheet runs when the export is opened."),
    "novel": ("x" * 200, "Near the limit of the file system: the name and .tmp is beyond it."),
    "no_text": (os.fsdecode(b"s\xff\xfe"), "Invalid UTF-8: printing or storing the name raises."),
    "markup": ("[bold] [red %s {0}", "Markup of rich, and placeholders of two ways to format."),
}


def _student(kind: str, name: str, reason: str) -> None:
    def write(path, scene):
        return notebook(scene.known(), NOTHING)

    write.__name__, write.__module__ = f"student_called_like_{kind}", __name__
    write.__doc__ = reason
    attack(file=True, student=name)(write)


for _kind, (_odd_name, _reason) in _ODD_NAMES.items():
    _student(_kind, _odd_name, _reason)


@attack(file=True)
def reader_of_python_overflown(path, scene):
    """Python that breaks whoever parses it: operators nested too deeply, a chain of a hundred thousand
    attributes, a line of a million brackets, null bytes, an unknown encoding declaration."""
    return notebook(
        "x = " + "-" * 100_000 + "1",
        "x = y" + ".a" * 100_000,
        "x = " + "(" * 1_000_000,
        "x = " + "[" * 150 + "]" * 150,
        "# -*- coding: unknown -*-\nx = '\0'",
        "if x:\n" + "".join(" " * n + "if x:\n" for n in range(1, 150)),
        "x = " + "1 if x else " * 50_000 + "2",
        NOTHING,
    )


@attack(file=True)
def reader_of_python_stalled(path, scene):
    """A cell with a hundred thousand lines of IPython's own syntax: each is found by tokenizing the
    whole cell again, so the time is quadratic, and it is spent outside of the sandbox."""
    return notebook("\n".join(f"x{n} = !ls" for n in range(20_000)), NOTHING)


@attack(file=True)
def reader_of_python_fattened(path, scene):
    """A literal of a million small parts: its syntax tree takes a hundred times the memory of its
    text, in the process that holds the grades of all."""
    return notebook("x = [" + "1," * 1_500_000 + "]", NOTHING)


@attack(file=True)
def thousands_of_near_misses(path, scene):
    """Forty thousand functions with names nearly like the answers': each is compared letter by letter
    with each answer, and all are told to the learner."""
    names = [f"tokeniz{n}" for n in range(20_000)] + [f"top_k_word{n}" for n in range(20_000)]
    return notebook("\n".join(f"def {name}(): pass" for name in names), NOTHING)


@attack(file=True)
def thousands_of_definitions(path, scene):
    """The same answer defined in twenty thousand cells, each of which is run, and warned of."""
    return notebook(*["def tokenize(review):\n    return 'again'"] * 20_000, NOTHING)
