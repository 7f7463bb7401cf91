"""An instructor looks through a graded class: nbgrader's formgrader in a browser, feedback, exports.

Screenshots are kept in test-artifacts/, for people to look at.
"""

from __future__ import annotations

import csv
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright
from test_browser import ARTIFACTS, BROWSER, free_port

from grader.bank import codefile, load_exercise
from grader.course.folder import CourseSet, init_course
from grader.course.nbgrader_command import path_with_alembic
from grader.course.roster import Learner, import_roster
from grader.course.sets import assign

SET = "week1"
EXERCISE = load_exercise("top_sellers")
FIRST = next(iter(EXERCISE.answers.values()))
WRONG = next(m for m in codefile.misconceptions(EXERCISE, FIRST) if m.code.language == "sql")
HOSTILE = (
    "<script>document.title = 'pwned'</script><img src=x onerror=\"document.title = 'pwned'\">"
)
CODE_POINTS = sum(answer.points for answer in EXERCISE.answers.values())
MAX_POINTS = CODE_POINTS + len(EXERCISE.rubric)
_STARTING = 120
_PATIENCE = 60_000

RIGHT = {
    answer.name: f"%%sql {answer.name}\n{codefile.solution(EXERCISE, answer).text}"
    for answer in EXERCISE.answers.values()
}
WRITTEN = {
    "ada": RIGHT | {"explain": "I asked what best-selling means."},
    "bo": RIGHT
    | {
        FIRST.name: f"%%sql {FIRST.name}\n-- {HOSTILE}\n{WRONG.code.body}",
        "explain": f"Because {HOSTILE}",
        "scratch": f"# {HOSTILE}",
    },
    "cy": {},
}
SCORES = {"ada": CODE_POINTS, "bo": CODE_POINTS - FIRST.points, "cy": 0}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with a graded class: all right, one answer wrong and hostile text, nothing done."""
    course = init_course(tmp_path_factory.mktemp("class") / "ds-2026")
    import_roster(course, [Learner(id, id.title(), "Learner", f"{id}@x.org") for id in WRITTEN])
    assign(course, CourseSet(SET, (EXERCISE.id,)))
    for student, written in WRITTEN.items():
        hand_in(course, student, written)
    run(course, "grader", "grade", SET)
    return course


def hand_in(course, student, written):
    notebook = nbformat.read(course.release / SET / f"{EXERCISE.id}.ipynb", as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = written.get(name, cell.source)
    if "scratch" in written:
        notebook.cells.append(nbformat.v4.new_code_cell(written["scratch"]))
    folder = course.root / "submitted" / student / SET
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{EXERCISE.id}.ipynb")
    (folder / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC")


def run(course, *words):
    """Run a real command in the course's folder; what it printed."""
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def formgrader(course, tmp_path_factory):
    """The address of a Jupyter server with nbgrader's extensions, started in the course's folder."""
    own, port = tmp_path_factory.mktemp("jupyter"), free_port()
    environment = {
        **os.environ,
        "PATH": path_with_alembic(),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
    }
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token="]
    with (own / "log.txt").open("wb") as log:
        server = subprocess.Popen(
            command,
            cwd=course.root,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield _listening(f"http://127.0.0.1:{port}/formgrader", server, own / "log.txt")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _listening(url: str, server: subprocess.Popen, log: Path) -> str:
    for _ in range(_STARTING * 4):
        assert server.poll() is None, log.read_text()
        try:
            with urlopen(f"{url}/api/status"):
                return url
        except URLError:
            time.sleep(0.25)
    raise AssertionError(f"The server did not start: {log.read_text()}")


@pytest.fixture(scope="module")
def browser():
    assert BROWSER, "With CI=true this test must run: install Chromium first, as .ci/run does."
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=BROWSER,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        expect.set_options(timeout=_PATIENCE)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """A fresh browser window, on a machine that reaches nothing but itself."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(_PATIENCE)
    page.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())
    yield page
    page.close()


def picture(of, name: str):
    ARTIFACTS.mkdir(exist_ok=True)
    of.screenshot(path=ARTIFACTS / f"formgrader-{name}.png")


def open_submission(page, formgrader, student: str):
    """Open a learner's notebook from the list of all submissions, as a person who grades does."""
    there = page.request.get(f"{formgrader}/api/submitted_notebooks/{SET}/{EXERCISE.id}").json()
    (number,) = [n for n, one in enumerate(there, 1) if one["student"] == student]
    page.goto(f"{formgrader}/gradebook/{SET}/{EXERCISE.id}")
    page.get_by_role("link", name=f"Submission #{number}").click()
    expect(graded_cell(page, "explain")).to_be_visible()


def graded_cell(page, grade_id: str):
    """The panel of a cell, with its buttons and scores."""
    return page.locator(".nbgrader_cell").filter(has=page.locator(f"[id='{grade_id}']"))


def test_the_class_is_listed_with_its_scores(formgrader, page):
    page.goto(f"{formgrader}/gradebook")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=SET))
    average = sum(SCORES.values()) / len(SCORES)
    expect(row).to_contain_text(f"{round(average, 2):g} / {MAX_POINTS:g}")
    page.goto(f"{formgrader}/manage_submissions/{SET}")
    for student, points in SCORES.items():
        row = page.get_by_role("row").filter(has_text=f"{student.title()}")
        expect(row).to_contain_text(f"{points:g} / {MAX_POINTS:g}")
        needs = "graded" if student == "cy" else "needs manual grading"
        expect(row.get_by_text(needs, exact=True)).to_be_visible()
    picture(page, "class")


def test_a_wrong_answer_stands_there_with_our_report(formgrader, page):
    open_submission(page, formgrader, "bo")
    expect(page.locator("b", has_text=f"{FIRST.name}: wrong on")).to_be_visible()
    expect(page.get_by_text(WRONG.diagnosis)).to_be_visible()
    expect(page.get_by_text("On this input")).to_be_visible()
    check = graded_cell(page, f"check_{FIRST.name}")
    expect(check.locator("input.score")).to_have_attribute("placeholder", "0")
    check.scroll_into_view_if_needed()
    picture(page, "wrong")


def test_an_explanation_waits_for_a_person(formgrader, page):
    open_submission(page, formgrader, "ada")
    explain = graded_cell(page, "explain")
    expect(explain).to_contain_text(WRITTEN["ada"]["explain"])
    expect(explain.locator("input.score")).to_have_class(re.compile("needs_manual_grade"))
    first = graded_cell(page, f"check_{FIRST.name}").locator("input.score")
    expect(first).not_to_have_class(re.compile("needs_manual_grade"))


def test_nothing_that_a_learner_wrote_is_run(formgrader, page):
    open_submission(page, formgrader, "bo")
    expect(page.get_by_text("document.title = 'pwned'")).to_have_count(3)
    expect(page).not_to_have_title("pwned")
    assert page.locator("img[src='x']").count() == 0


def test_a_score_that_a_person_enters_counts_everywhere(course, formgrader, page):
    open_submission(page, formgrader, "ada")
    score = graded_cell(page, "explain").locator("input.score")
    expect(score).to_have_class(re.compile("needs_manual_grade"))  # the page is ready
    with page.expect_response(re.compile("/api/grade/")) as saved:
        score.fill("3")
        score.press("Tab")
    assert saved.value.ok
    picture(page, "scored")
    with sqlite3.connect(course.gradebook) as connection:
        found = connection.execute(
            "SELECT manual_score, needs_manual_grade FROM grade WHERE manual_score IS NOT NULL"
        ).fetchall()
    assert found == [(3.0, 0)]
    run(course, "grader", "grade", SET, "--force", "--student", "ada")
    exported = csv.DictReader(run(course, "grader", "export", SET).splitlines())
    ada = next(row for row in exported if row["student"] == "ada")
    assert (ada["total"], ada["needs_manual_grade"]) == (f"{CODE_POINTS + 3:g}", "no")


def test_feedback_pages_show_our_report_and_run_nothing(course, page):
    run(course, "grader", "feedback", SET, "--student", "bo")
    page.goto((course.feedback / "bo" / SET / f"{EXERCISE.id}.html").as_uri())
    expect(page.locator("b", has_text=f"{FIRST.name}: wrong on")).to_be_visible()
    expect(page.get_by_text(WRONG.diagnosis)).to_be_visible()
    expect(page.get_by_text("document.title = 'pwned'")).to_have_count(3)
    expect(page).not_to_have_title("pwned")
    page.locator("b", has_text=f"{FIRST.name}: wrong on").scroll_into_view_if_needed()
    picture(page, "feedback")


def test_nbgraders_own_export_has_the_same_scores(course):
    run(course, "nbgrader", "export", "--to", "grades.csv")
    with (course.root / "grades.csv").open() as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert {student: scores[student] for student in ("bo", "cy")} == {
        student: SCORES[student] for student in ("bo", "cy")
    }
