"""Class grading's runner, at every tier this machine has: the same outcomes, and nothing gets out.

The attacks of a whole class are in tests/attacks; here are single promises of the sandbox itself.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import psutil
import pytest
from outcomes import INPUTS, OUTCOMES, answers_of, frames, runs

from grader.bank import load_cases, load_exercise
from grader.sandbox import Kind
from grader.sandbox.jail.open import Sandbox
from grader.sandbox.jail.tier import Tier, choose_tier, why_not

TIERS = [tier for tier in Tier if tier.safe]


@pytest.fixture(scope="module", params=TIERS)
def box(request):
    """A sandbox of a tier; all tests of this file share its worker."""
    complaint = why_not(request.param, [])
    if complaint:
        assert not os.environ.get("CI"), f"no {request.param} in CI: {complaint}"
        pytest.skip(f"no {request.param} here: {complaint}")
    sandbox = Sandbox(request.param)
    yield sandbox
    sandbox.close()


@pytest.fixture
def jailed(toy, box):
    """Runs code as an answer in a confined child."""

    def run(name, code, inputs=None, seconds=5.0):
        exercise = load_exercise("longest_runs" if name == "longest_runs" else "spending")
        with box.runner(exercise, answers_of(name, code), 60) as runner:
            return runner.run(name, inputs or INPUTS[exercise.id], seconds)

    return run


def workers():
    """The processes that run below this one, by pid."""
    return {process.pid for process in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize(
    ("answer", "code", "seconds", "kind"),
    [outcome[1:] for outcome in OUTCOMES],
    ids=[outcome[0] for outcome in OUTCOMES],
)
def test_a_confined_child_gives_the_same_outcome(in_place, jailed, answer, code, seconds, kind):
    outcome = jailed(answer, code, seconds=seconds)
    assert outcome.kind is kind, outcome.failure
    assert in_place(answer, code, seconds=seconds) == outcome


def test_it_cannot_read_a_file_of_the_workbook(jailed):
    code = runs(f"return open({str(Path(__file__))!r}).read()")
    assert jailed("longest_runs", code).failure.name in ("FileNotFoundError", "PermissionError")


def test_it_can_write_in_its_own_folder_and_nowhere_else(jailed, tmp_path):
    code = runs("open('here', 'w').write('x')\nreturn open('here').read()")
    assert jailed("longest_runs", code).value == "x"
    code = runs(f"open({str(tmp_path / 'there')!r}, 'w').write('x')")
    assert jailed("longest_runs", code).failure.raised
    assert not any(tmp_path.iterdir())


def test_it_finds_nothing_that_another_child_left(jailed):
    """Folders closed to their owner and links to folders are swept too."""
    code = "import os\n" + runs(
        "os.makedirs('a/b'); open('a/b/note', 'w').write('x')\n"
        "os.symlink('/usr', 'link')\nreturn sorted(os.listdir('.'))"
    )
    assert jailed("longest_runs", code).value == ["a", "link"]
    code = "import os\n" + runs("return os.listdir('.')")
    assert jailed("longest_runs", code).value == []


def test_it_cannot_fill_a_disk(jailed):
    code = runs("open('big', 'wb').write(bytes(200_000_000))")
    assert jailed("longest_runs", code).kind is not Kind.VALUE


def test_it_starts_no_process(jailed):
    code = "import subprocess\n" + runs("return subprocess.run(['true']).returncode")
    assert jailed("longest_runs", code).failure.name == "PermissionError"


def test_it_can_use_threads(jailed):
    code = "import threading\n" + runs(
        "seen = []\nt = threading.Thread(target=seen.append, args=(1,))\nt.start()\nt.join()\nreturn seen"
    )
    assert jailed("longest_runs", code).value == [1]


def test_threads_come_to_an_end(jailed):
    code = "import threading, time\n" + runs(
        "for _ in range(1000):\n    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()"
    )
    assert jailed("longest_runs", code).kind is not Kind.VALUE


def test_nothing_runs_on_after_the_runner_is_closed(toy, box, jailed):
    code = "import threading\n" + runs(
        "def go():\n    while True: pass\nthreading.Thread(target=go).start()\nreturn 1"
    )
    jailed("longest_runs", runs("return 1"))
    before = workers()
    assert jailed("longest_runs", code).value == 1
    assert workers() == before


def test_an_answer_that_refuses_to_stop_is_ended(jailed):
    code = "import signal\n" + runs(
        "signal.setitimer(signal.ITIMER_REAL, 0); signal.setitimer(signal.ITIMER_PROF, 0)\n"
        "while True:\n    try:\n        pass\n    except BaseException:\n        pass"
    )
    started = time.monotonic()
    assert jailed("longest_runs", code, seconds=0.2).kind is Kind.TIMEOUT
    assert time.monotonic() - started < 8


def test_after_a_crash_the_next_case_runs_in_a_new_child(toy, box):
    exercise = load_exercise("longest_runs")
    code = "import os\n" + runs("return k if k else os._exit(1)")
    with box.runner(exercise, answers_of("longest_runs", code), 60) as runner:
        kinds = [runner.run("longest_runs", {"text": "", "k": k}, 5).kind for k in (1, 0, 2)]
    assert kinds == [Kind.VALUE, Kind.ERROR, Kind.VALUE]


def test_an_answer_that_has_used_up_its_time_gets_no_more(toy, box):
    exercise = load_exercise("longest_runs")
    code = "import time\n" + runs("time.sleep(k)\nreturn k")
    with box.runner(exercise, answers_of("longest_runs", code), 0.5) as runner:
        kinds = [runner.run("longest_runs", {"text": "", "k": k}, 5).kind for k in (0, 2, 0)]
    assert kinds == [Kind.VALUE, Kind.TIMEOUT, Kind.TIMEOUT]


@pytest.mark.parametrize("when", ["before its result", "after its result"])
def test_a_frame_that_was_not_asked_for_is_noticed(toy, box, when):
    forge = "import os, json\n" + runs(
        "frame = json.dumps({'number': 1, 'kind': 'value', 'value': 5, 'failure': None, 'changed': []})"
        ".encode()\nframe = len(frame).to_bytes(8, 'big') + frame\n"
        + ("os.write(3, frame)\nreturn 5" if when == "before its result" else
           "import threading, time\n"
           "threading.Thread(target=lambda: (time.sleep(.2), os.write(3, frame))).start()\nreturn 5")
    )  # fmt: skip
    exercise = load_exercise("longest_runs")
    with box.runner(exercise, answers_of("longest_runs", forge), 60) as runner:
        runner.run("longest_runs", {"text": "", "k": 1}, 5)
        time.sleep(0.5)
    assert runner.disturbed


def test_an_honest_answer_disturbs_nothing(toy, box):
    exercise = load_exercise("longest_runs")
    with box.runner(exercise, answers_of("longest_runs", runs("return k")), 60) as runner:
        runner.run("longest_runs", {"text": "", "k": 1}, 5)
    assert not runner.disturbed


def test_kept_inputs_are_the_same_inputs(toy, box):
    exercise = load_exercise("spending")
    cases = load_cases(exercise).for_answer("customer_spend")[:3]
    box.keep(exercise, [case.inputs for case in cases])
    code = frames(
        "n = len(orders)\norders.drop(orders.index, inplace=True)\nreturn customers.assign(n=n)"
    )
    with box.runner(exercise, answers_of("customer_spend", code), 60) as runner:
        kept = [runner.run("customer_spend", case.inputs, 5) for case in cases * 2]
        sent = [runner.run("customer_spend", dict(case.inputs), 5) for case in cases * 2]
    assert kept == sent
    assert all(outcome.changed == ("orders",) or not outcome.value.rows for outcome in kept)


def test_a_worker_that_was_killed_is_replaced(jailed):
    jailed("longest_runs", runs("return k"))
    for pid in workers():
        os.kill(pid, signal.SIGKILL)
    assert jailed("longest_runs", runs("return k")).value == 2


def test_a_tier_that_is_forced_and_does_not_work_is_an_error(monkeypatch):
    monkeypatch.setenv("WORKBOOK_SANDBOX", "namespace")
    with pytest.raises(Exception, match='Did you mean "namespaces"'):
        choose_tier([])


def test_without_bubblewrap_the_next_tier_is_tried(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    choice = choose_tier([])
    assert choice.refused[Tier.NAMESPACES] == "bubblewrap (bwrap) is not installed"
    assert choice.tier in (Tier.LANDLOCK, Tier.PROCESS)
