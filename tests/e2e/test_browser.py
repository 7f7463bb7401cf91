"""A newcomer's first ten minutes: `workbook start`, a real browser, a wrong answer, the right one.

Screenshots are kept in test-artifacts/, for people to look at.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect, sync_playwright

from grader import home
from grader.bank import codefile, load_exercise

EXERCISE = load_exercise("top_sellers")
ANSWER = EXERCISE.answers["top_sellers"]
WRONG = next(m for m in codefile.misconceptions(EXERCISE, ANSWER) if m.id == "joined_to_deliveries")
ARTIFACTS = home.root() / "test-artifacts"
_STARTING = 60
_PATIENCE = 60_000

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
if BROWSER is None and not os.environ.get("CI"):
    pytest.skip(
        "No Chromium is installed, so JupyterLab is not driven: apt-get install chromium",
        allow_module_level=True,
    )


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """A learner's checkout: notebooks of their own to write in, the rest as it is here."""
    folder = tmp_path_factory.mktemp("workbook")
    root = home.root()
    shutil.copytree(root / "notebooks", folder / "notebooks")
    for name in ("solutions", "datasets", "pyproject.toml"):
        (folder / name).symlink_to(root / name)
    return folder


@pytest.fixture(scope="module")
def lab(workbook, tmp_path_factory):
    """The address of a JupyterLab that `workbook start` has started, with its token."""
    own = tmp_path_factory.mktemp("jupyter")
    environment = {
        **os.environ,
        "WORKBOOK_HOME": str(workbook),
        "WORKBOOK_PROGRESS": str(own / "progress.jsonl"),
        "IPYTHONDIR": str(own / "ipython"),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
    }
    with (own / "log.txt").open("wb") as log:
        command = [sys.executable, "-m", "grader", "start", "--no-browser", f"--port={free_port()}"]
        server = subprocess.Popen(
            command, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield address(own / "runtime", own / "log.txt", server)
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # the server, its kernels: a session of ours
            server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def address(runtime: Path, log: Path, server: subprocess.Popen) -> str:
    """Wait until the server has written where it listens, and answers there."""
    for _ in range(_STARTING * 4):
        assert server.poll() is None, log.read_text()
        for file in runtime.glob("jpserver-*.json"):
            server_info = json.loads(file.read_text())
            url, token = server_info["url"], server_info["token"]
            with urlopen(f"{url}api/status?token={token}") as answer:
                assert answer.status == 200
            return f"{url}?token={token}"
        time.sleep(0.25)
    raise AssertionError(f"JupyterLab did not start: {log.read_text()}")


@pytest.fixture
def page(lab):
    """A fresh browser window."""
    assert BROWSER, "With CI=true this test must run: install Chromium first, as .ci/run does."
    quiet = ("no-first-run", "disable-background-networking", "disable-component-update")
    flags = [f"--{flag}" for flag in ("no-sandbox", "disable-gpu", "disable-quic", *quiet)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=flags)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(_PATIENCE)
        expect.set_options(timeout=_PATIENCE)
        yield page
        browser.close()


def set_in_lab(page, lab, plugin: str, **settings):
    """Change settings of JupyterLab as its settings editor does."""
    url, token = lab.split("?")
    done = page.request.put(
        f"{url}lab/api/settings/{plugin}?{token}", data={"raw": json.dumps(settings)}
    )
    assert done.ok, done.text()


def cell(page, source: str):
    """The code cell in whose editor this text stands."""
    editor = page.locator(".cm-content", has_text=source)
    return page.locator(".jp-CodeCell:visible").filter(has=editor).first


def kernel_is_ready(page):
    """Wait for the kernel of the notebook in front: JupyterLab drops what is run before."""
    expect(page.get_by_text("| Idle")).to_be_visible()


def write_and_check(page, answer, sql: str):
    """Paste a query into its answer cell; run that cell and the check below it."""
    answer.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(f"%%sql {ANSWER.name}\n{sql}")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")


def picture(page, name: str, theme: str, of=None):
    """Keep a screenshot of the page, or of a part of it."""
    ARTIFACTS.mkdir(exist_ok=True)
    (of or page).screenshot(path=ARTIFACTS / f"{name}-{theme.split()[-1].lower()}.png")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"], ids=["light", "dark"])
def test_a_newcomer_solves_an_answer_in_the_browser(lab, page, theme):
    set_in_lab(page, lab, "@jupyterlab/apputils-extension:themes", theme=theme)
    # Cells that are out of sight shall be there too: this test does not scroll.
    set_in_lab(page, lab, "@jupyterlab/notebook-extension:tracker", windowingMode="none")
    url, token = lab.split("?")
    page.goto(f"{url}lab/tree/notebooks/index.ipynb?{token}")
    expect(page.get_by_role("heading", name="The interview workbook")).to_be_visible()
    cell(page, "progress()").click()
    kernel_is_ready(page)
    page.keyboard.press("Shift+Enter")
    expect(cell(page, "progress()").get_by_text("Your progress")).to_be_visible()
    picture(page, "index", theme)

    page.get_by_role("link", name=EXERCISE.title).click()
    answer = cell(page, f"%%sql {ANSWER.name}")
    check = cell(page, f'check("{ANSWER.name}")')
    answer.locator(".cm-content").click()
    kernel_is_ready(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Above Selected Cell").click()
    expect(cell(page, "exercise(").get_by_text(f"{EXERCISE.title}. Tables:")).to_be_visible()

    write_and_check(page, answer, WRONG.code.text)
    expect(check.get_by_text("On this input")).to_be_visible()
    expect(check.locator("mark").first).to_contain_text("[")
    expect(check.get_by_text(WRONG.diagnosis)).to_be_visible()
    picture(page, "wrong", theme, of=check)

    write_and_check(page, answer, codefile.solution(EXERCISE, ANSWER).text)
    expect(check.get_by_text(f"{ANSWER.name}: right on all")).to_be_visible()
    expect(check.get_by_text("✓")).to_be_visible()
    picture(page, "right", theme)

    solution = cell(page, f'solution("{ANSWER.name}")')
    solution.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(solution.get_by_text("In pandas")).to_be_visible()
    picture(page, "solution", theme)
