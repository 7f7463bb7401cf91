"""What a process can still reach once Landlock holds it."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from children import ended, value_of

if sys.platform != "linux":
    pytest.skip("Landlock is for Linux", allow_module_level=True)

from grader.sandbox.jail import landlock

ABI = landlock.abi()
pytestmark = pytest.mark.skipif(ABI == 0, reason="this kernel has no Landlock")


def since(version: int, what: str):
    return pytest.mark.skipif(version > ABI, reason=f"this kernel's Landlock does not know {what}")


@pytest.fixture
def place(tmp_path):
    """A folder to read, one to write, and one to leave alone, each with a file; `run` is confined."""
    folders = {name: tmp_path / name for name in ("readable", "writable", "outside")}
    for name, folder in folders.items():
        folder.mkdir()
        (folder / "file").write_text(name)

    def run(task):
        def confine_and_run():
            landlock.restrict([folders["readable"]], [folders["writable"]])
            return task()

        return ended(confine_and_run)

    return SimpleNamespace(**folders, run=run)


def refused(end) -> bool:
    return end.error == "PermissionError"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


# Files.


def test_the_version_used_is_returned():
    assert value_of(ended(lambda: landlock.restrict([], []))) == min(ABI, 7)


def test_a_readable_folder_can_be_listed_and_read(place):
    def task():
        return [names(place.readable), (place.readable / "file").read_text()]

    assert value_of(place.run(task)) == [["file"], "readable"]


def test_reading_outside_is_refused(place):
    assert refused(place.run((place.outside / "file").read_text))


def test_listing_outside_is_refused(place):
    assert refused(place.run(lambda: names(place.outside)))


@pytest.mark.parametrize("where", ["readable", "outside"])
def test_changing_what_is_not_writable_is_refused(place, where):
    folder = getattr(place, where)
    attempts = [
        lambda: (folder / "new").write_text("x"),
        lambda: (folder / "file").write_text("x"),
        lambda: (folder / "file").open("a"),
        lambda: (folder / "file").unlink(),
        lambda: (folder / "file").rename(folder / "other"),
        lambda: (folder / "sub").mkdir(),
        lambda: (folder / "link").symlink_to("file"),
    ]
    assert all(refused(place.run(attempt)) for attempt in attempts)
    assert names(folder) == ["file"]
    assert (folder / "file").read_text() == where


@since(3, "truncation")
def test_truncating_outside_is_refused(place):
    assert refused(place.run(lambda: os.truncate(place.outside / "file", 0)))


def test_all_ordinary_work_can_be_done_in_a_writable_folder(place):
    def task():
        box = place.writable
        (box / "sub").mkdir()
        (box / "new").write_text("new")
        (box / "new").write_text("x")
        (box / "new").rename(box / "sub" / "moved" if ABI >= 2 else box / "moved")
        (box / "link").symlink_to("file")
        os.truncate(box / "file", 0)
        (box / "file").unlink()
        return sorted(path.name for path in box.rglob("*"))

    assert value_of(place.run(task)) == ["link", "moved", "sub"]


def test_a_symbolic_link_does_not_lead_outside(place):
    def task():
        (place.writable / "link").symlink_to(place.outside / "file")
        return (place.writable / "link").read_text()

    assert refused(place.run(task))


@pytest.mark.parametrize("way", [os.link, os.rename])
def test_a_file_from_outside_cannot_be_brought_in(place, way):
    end = place.run(lambda: way(place.outside / "file", place.writable / "stolen"))
    assert end.error in ("PermissionError", "OSError")  # EACCES, or EXDEV before version 2
    assert names(place.writable) == ["file"]


def test_programs_cannot_be_started(place):
    assert refused(place.run(lambda: os.execv(sys.executable, [sys.executable, "-c", ""])))


def test_pipes_and_sockets_cannot_be_made_even_where_files_can(place):
    def bind():
        socket.socket(socket.AF_UNIX).bind(str(place.writable / "socket"))

    assert refused(place.run(lambda: os.mkfifo(place.writable / "pipe")))
    assert refused(place.run(bind))


def test_a_descriptor_opened_before_still_works(place):
    with (place.outside / "file").open("r+") as file:

        def task():
            text = file.read()
            file.write(" and more")
            file.flush()
            return text

        assert value_of(place.run(task)) == "outside"
    assert (place.outside / "file").read_text() == "outside and more"


def test_single_files_and_devices_can_be_named(place):
    one, null, zero = place.outside / "file", Path("/dev/null"), Path("/dev/zero")
    (place.outside / "other").write_text("secret")

    def task():
        landlock.restrict([one, zero], [null])
        null.write_text("x")
        with zero.open("rb") as endless:
            assert endless.read(2) == b"\0\0"
        assert one.read_text() == "outside"
        return (place.outside / "other").read_text()

    assert refused(ended(task))


def test_missing_paths_are_skipped(place):
    def task():
        missing = [place.outside / "missing", place.outside / "file" / "below"]
        landlock.restrict([*missing, place.readable], missing)
        return (place.readable / "file").read_text()

    assert value_of(ended(task)) == "readable"


def test_threads_started_later_are_confined(place):
    def task():
        found = []

        def attempt():
            try:
                (place.outside / "file").read_text()
            except PermissionError:
                found.append("refused")

        thread = threading.Thread(target=attempt)
        thread.start()
        thread.join()
        return found

    assert value_of(place.run(task)) == ["refused"]


# Others.


@since(4, "the network")
def test_a_listener_on_the_loopback_cannot_be_reached(place):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert refused(place.run(lambda: socket.create_connection(listener.getsockname(), 5)))


@since(4, "the network")
def test_nothing_can_listen(place):
    assert refused(place.run(lambda: socket.create_server(("127.0.0.1", 0))))


@since(6, "abstract sockets")
def test_an_abstract_socket_of_others_cannot_be_reached(place):
    name = f"\0workbook-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(name)
        listener.listen()
        assert refused(place.run(lambda: socket.socket(socket.AF_UNIX).connect(name)))


@since(6, "signals")
def test_the_parent_cannot_be_signalled(place):
    parent = os.getpid()
    assert refused(place.run(lambda: os.kill(parent, 0)))


def test_a_signal_to_itself_arrives(place):
    def task():
        os.kill(os.getpid(), signal.SIGTERM)

    assert place.run(task).signal == signal.SIGTERM


# What libraries need.

PYTHON = [Path(sys.prefix), Path(sys.base_prefix), Path("/usr"), Path("/lib"), Path("/lib64")]


def test_an_extension_can_be_imported_from_a_readable_folder():
    def task():
        landlock.restrict(PYTHON, [])
        import _lsprof

        return _lsprof.__name__

    assert value_of(ended(task)) == "_lsprof"


def test_duckdb_works_where_it_may_read_its_control_group():
    """It sees that these files exist (Landlock hides no names), and fails where it cannot open them."""
    import duckdb

    def task():
        landlock.restrict([Path("/proc/self/cgroup"), Path("/sys/fs/cgroup")], [])
        with duckdb.connect(config={"threads": 2}) as connection:
            return connection.execute("SELECT count(*) FROM range(1000000)").fetchall()

    assert value_of(ended(task)) == [[1000000]]
