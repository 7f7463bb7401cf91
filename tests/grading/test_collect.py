"""What learners hand in, read from the disk: renamed, nested, linked, broken, hostile."""

from __future__ import annotations

import ctypes
import json
import os
import socket

import pytest

from grader.bank import load_exercise
from grader.build.notebook import learner_notebook, worked_notebook
from grader.errors import WorkbookError
from grader.grading.collect import collect, each_piece

SET = ["spending", "longest_runs"]


def empty(exercise="spending"):
    return json.dumps(learner_notebook(load_exercise(exercise))).encode()


def solved(exercise="spending"):
    return json.dumps(worked_notebook(load_exercise(exercise))).encode()


def of(*sources, **metadata):
    cells = [{"cell_type": "code", "source": source, "metadata": {}} for source in sources]
    return json.dumps({"nbformat": 4, "cells": cells, "metadata": metadata}).encode()


@pytest.fixture
def folder(toy, tmp_path):
    """The folder of ann's submission."""
    path = tmp_path / "submitted" / "ann" / "week1"
    path.mkdir(parents=True)
    return path


@pytest.fixture
def pieces(folder):
    """The pieces of ann's submission of these files, by exercise."""

    def read(exercises=("spending",), **files):
        for name, content in files.items():
            (folder / name).write_bytes(content)
        found = collect(folder.parents[1], "week1", exercises)
        assert [(piece.student, piece.set) for piece in found] == [("ann", "week1")] * len(
            exercises
        )
        return {piece.exercise: piece for piece in found}

    return read


@pytest.fixture
def piece(pieces):
    """The piece of spending when ann handed in these files."""
    return lambda **files: pieces(**files)["spending"]


def test_notebooks_with_the_right_names_are_taken_as_they_are(pieces):
    found = pieces(SET, **{"spending.ipynb": b"whatever", "longest_runs.ipynb": solved()})
    assert found["spending"].content == b"whatever"
    assert found["spending"].file == "spending.ipynb"
    assert found["longest_runs"].content == solved()
    assert {(piece.complaint, piece.warnings) for piece in found.values()} == {("", ())}


def test_every_learner_with_a_folder_for_the_set_has_a_piece_per_exercise(folder):
    root = folder.parents[1]
    for name in ("zoe/week1", "bob/week2", "Ben-2 x@uni.edu/week1", ".trash/week1"):
        (root / name).mkdir(parents=True)
    (root / "notes.txt").write_text("")
    found = collect(root, "week1", SET)
    assert [(piece.student, piece.exercise) for piece in found] == [
        (student, exercise) for student in ("Ben-2 x@uni.edu", "ann", "zoe") for exercise in SET
    ]
    assert {piece.student for piece in collect(root, "week1", SET, ["zoe", "../zoe", "x"])} == {
        "zoe"
    }
    assert list(each_piece(root, "week1", SET)) == found


def test_a_notebook_that_is_not_there_is_missing_and_no_complaint(piece):
    found = piece()
    assert found.missing
    assert (found.content, found.complaint) == (None, "")
    assert found.warnings == ("There is no notebook spending.ipynb.",)


def test_without_a_folder_of_submissions_the_remedy_is_named(toy, tmp_path):
    with pytest.raises(WorkbookError, match="Collect the submissions first"):
        collect(tmp_path / "submitted", "week1", SET)


# Under another name.


@pytest.mark.parametrize(
    "name",
    ["spending (1).ipynb", "spending-solved.ipynb", "Kopie von spending.ipynb", "Untitled.ipynb",
     "spending.ipynb.txt", "SPENDING.IPYNB", "spending.json", "spending\n.ipynb"],
)  # fmt: skip
def test_a_renamed_notebook_is_recognised_by_its_metadata(piece, name):
    found = piece(**{name: solved()})
    shown = name.replace("\n", "\\n")
    assert (found.content, found.file) == (solved(), shown)
    assert found.warnings == (f"spending.ipynb is not there; {shown} is graded in its place.",)


@pytest.mark.parametrize(
    "content",
    [
        of('%load_ext grader\nexercise("spending")'),
        of("exercise( 'spending' )"),
        of("%%sql customer_spend\nSELECT 1"),
        of("def spend_shares(customers, orders):\n    return orders"),
        of("%%sql customer_spend\nSELECT 1", workbook={"exercise": "gone"}),
        of("%%sql customer_spend\nSELECT 1", workbook=3),
    ],
    ids=["its setup", "its setup, written otherwise", "a query", "a function",
         "metadata of another set", "odd metadata"],
)  # fmt: skip
def test_a_renamed_notebook_is_recognised_by_what_is_in_it(pieces, content):
    found = pieces(SET, **{"Untitled3.ipynb": content})
    assert found["spending"].content == content
    assert found["longest_runs"].missing


def test_a_renamed_notebook_that_is_broken_is_recognised_by_its_name(piece):
    assert piece(**{"spending (2).ipynb": b"{"}).content == b"{"


def test_a_notebook_of_nothing_we_know_is_named(piece):
    found = piece(**{"diary.ipynb": of("1")})
    assert found.missing
    assert "diary.ipynb is no notebook of this set." in found.warnings


def test_the_right_name_comes_first_and_the_other_is_named(piece):
    more = of("%%sql customer_spend\nSELECT 1")
    found = piece(**{"spending.ipynb": more, "spending (1).ipynb": solved()})
    assert found.content == more
    assert found.warnings == ("spending.ipynb is graded; passed over: spending (1).ipynb.",)


def test_a_copy_of_the_same_is_not_worth_a_word(piece):
    found = piece(**{"spending.ipynb": solved(), "spending (1).ipynb": solved()})
    assert (found.content, found.warnings) == (solved(), ())


def test_an_untouched_notebook_does_not_hide_the_work(piece):
    found = piece(**{"spending.ipynb": empty(), "spending (1).ipynb": solved()})
    assert found.content == solved()
    assert found.warnings == (
        "spending.ipynb holds no answer; spending (1).ipynb is graded in its place.",
    )


def test_of_two_renamed_ones_the_one_with_more_answers_counts(piece):
    found = piece(**{"a.ipynb": empty(), "b.ipynb": solved()})
    assert found.content == solved()
    assert found.warnings == (
        "spending.ipynb is not there; b.ipynb is graded in its place.",
        "b.ipynb is graded; passed over: a.ipynb.",
    )


def test_a_folder_between_is_looked_into_and_no_deeper(piece, folder):
    for inside in ("week1", "week1/deeper", ".ipynb_checkpoints", "__MACOSX"):
        (folder / inside).mkdir()
    (folder / ".ipynb_checkpoints/spending-checkpoint.ipynb").write_bytes(empty())
    (folder / "__MACOSX/._spending.ipynb").write_bytes(b"x")
    (folder / "week1/deeper/spending.ipynb").write_bytes(empty())
    assert piece().missing
    (folder / "week1/spending.ipynb").write_bytes(solved())
    found = piece()
    assert (found.content, found.file) == (solved(), "week1/spending.ipynb")
    assert found.warnings == (
        "spending.ipynb is not there; week1/spending.ipynb is graded in its place.",
    )


def test_an_archive_that_was_not_unpacked_is_named(piece):
    found = piece(**{"Homework.ZIP": b"PK"})
    assert found.missing
    assert "Homework.ZIP was not unpacked; nothing in it is read." in found.warnings


# What must not be opened.


def make_link(path):
    path.symlink_to("/etc/passwd")


def make_loop(path):
    path.symlink_to(path)


def make_socket(path):
    here = os.open(".", os.O_RDONLY)
    os.chdir(path.parent)  # a socket's whole path may hold about 100 characters
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.fchdir(here)
        os.close(here)


def make_huge(path):
    with path.open("wb") as file:
        file.truncate(2**40)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (make_link, "is a link, which is not followed"),
        (make_loop, "is a link, which is not followed"),
        (os.mkfifo, "is no ordinary file"),
        (make_socket, "is no ordinary file"),
        (os.mkdir, "is a folder, not a file"),
        (make_huge, "is larger than 20 MB"),
    ],
    ids=["a link", "a loop", "a FIFO", "a socket", "a folder", "a terabyte"],
)
def test_what_is_no_ordinary_file_needs_a_person(piece, folder, make, why):
    make(folder / "spending.ipynb")
    found = piece()
    assert (found.content, found.complaint) == (None, f"spending.ipynb {why}.")
    assert not found.missing


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
def test_a_device_is_not_opened(piece, folder):
    try:
        os.mknod(folder / "spending.ipynb", 0o020666, os.makedev(1, 5))  # /dev/zero
    except PermissionError:
        pytest.skip("no devices can be made here")
    assert piece().complaint == "spending.ipynb is a device, not an ordinary file."


@pytest.fixture
def modes_count():
    """Root may read everything; without two of its capabilities it is held to modes like others."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    before, held = (ctypes.c_uint32 * 6)(), (ctypes.c_uint32 * 6)()
    assert libc.capget(head, before) == libc.capget(head, held) == 0
    held[0] &= ~(1 << 1 | 1 << 2)  # of the effective ones DAC_OVERRIDE and DAC_READ_SEARCH
    assert libc.capset(head, held) == 0
    yield
    assert libc.capset(head, before) == 0


@pytest.mark.usefixtures("modes_count")
def test_a_file_that_may_not_be_read_needs_a_person(piece, folder):
    (folder / "spending.ipynb").touch(mode=0)
    assert piece().complaint == "spending.ipynb cannot be read: Permission denied."


@pytest.mark.usefixtures("modes_count")
def test_a_folder_that_may_not_be_opened_needs_a_person(piece, folder):
    (folder / "inner").mkdir(mode=0)
    assert piece().complaint == "The folder inner cannot be opened: Permission denied."


@pytest.mark.usefixtures("modes_count")
@pytest.mark.parametrize("closed", ["week1", "ann"])
def test_a_submission_that_may_not_be_opened_needs_a_person(piece, folder, closed):
    shut = folder if closed == "week1" else folder.parent
    shut.chmod(0)
    try:
        assert "cannot be" in piece().complaint
    finally:
        shut.chmod(0o755)


def test_a_link_does_not_hide_a_notebook_beside_it(piece, folder):
    make_link(folder / "spending.ipynb")
    found = piece(**{"mine.ipynb": solved()})
    assert (found.content, found.complaint) == (solved(), "")
    assert "is a link, which is not followed" in found.warnings[0]


def test_a_link_under_another_name_is_not_followed_either(piece, folder, tmp_path):
    (tmp_path / "another.ipynb").write_bytes(solved())
    (folder / "mine.ipynb").symlink_to(tmp_path / "another.ipynb")
    assert piece().complaint == "mine.ipynb is a link, which is not followed."


@pytest.mark.parametrize("linked", ["the learner's folder", "the set's folder", "a folder in it"])
def test_folders_that_are_links_are_not_followed(toy, tmp_path, linked):
    elsewhere = tmp_path / "elsewhere" / "week1"
    elsewhere.mkdir(parents=True)
    (elsewhere / "spending.ipynb").write_bytes(solved())
    learner = tmp_path / "submitted" / "ann"
    if linked == "the learner's folder":
        learner.parent.mkdir()
        learner.symlink_to(elsewhere.parent)
    elif linked == "the set's folder":
        learner.mkdir(parents=True)
        (learner / "week1").symlink_to(elsewhere)
    else:
        (learner / "week1").mkdir(parents=True)
        (learner / "week1/folder").symlink_to(elsewhere)
    (found,) = collect(tmp_path / "submitted", "week1", ["spending"])
    assert found.content is None
    if linked != "a folder in it":
        assert found.complaint == "The folder of the submission is a link, which is not followed."


def test_a_file_in_place_of_the_folder_needs_a_person(toy, tmp_path):
    (tmp_path / "submitted/ann").mkdir(parents=True)
    (tmp_path / "submitted/ann/week1").write_bytes(b"")
    (found,) = collect(tmp_path / "submitted", "week1", ["spending"])
    assert found.complaint == "There is a file where the folder of the submission should be."


# Names.


def test_names_that_are_no_text_are_escaped_and_harm_nobody(folder):
    root = os.fsencode(folder.parents[1])
    for name in (b"b\xff", b"c\nd", b"e\x1b[31m"):
        os.makedirs(root + b"/" + name + b"/week1")  # noqa: PTH103
    odd = os.fsencode(folder) + b"/\xff\x1b.ipynb"
    with open(odd, "wb") as file:  # noqa: PTH123
        file.write(solved())
    found = collect(folder.parents[1], "week1", ["spending"])
    assert [piece.student for piece in found] == ["ann", "b\\udcff", "c\\nd", "e\\x1b[31m"]
    assert found[0].content == solved()
    assert found[0].file == "\\udcff\\x1b.ipynb"
    assert all("name that no learner's id can be" in piece.complaint for piece in found[1:])
    assert str(found).isprintable()


def test_many_files_are_not_all_looked_at(piece, folder):
    for number in range(1000):
        (folder / f"{number}.ipynb").write_bytes(of("1"))
    (folder / "spending.ipynb").write_bytes(solved())
    assert piece().content == solved()
    (folder / "spending.ipynb").unlink()
    assert any("not all are looked at" in warning for warning in piece().warnings)


def test_nothing_is_run(piece, folder, tmp_path):
    ran = tmp_path / "ran"
    piece(**{"mine.ipynb": of(f"open({str(ran)!r}, 'w')\nexercise('spending')")})
    assert not ran.exists()
