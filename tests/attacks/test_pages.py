"""What learners wrote is text on every page: in the feedback, in the export, on the terminal."""

from __future__ import annotations

import csv
import io

import pytest
from attackers import ATTACKS
from attackers.pages import SCRIPT
from graded_class import make_stage
from stage import SET

SHOWN = [attack for attack in ATTACKS.values() if attack.theme == "pages" or attack.student]


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A class of those who attack readers, graded, with the feedback that says most."""
    with make_stage(tmp_path_factory, SHOWN) as stage:
        course = ["--course", str(stage.scene.course)]
        graded = stage.workbook("grade", SET, *course, "--jobs", "2", timeout=900)
        assert graded.returncode in (0, 1), graded.stderr.decode()
        feedback = stage.workbook(
            "feedback", SET, *course, "--detail", "counterexample", timeout=900
        )
        assert feedback.returncode in (0, 1), feedback.stderr.decode()
        yield stage


def test_no_script_of_a_learner_is_in_a_page(stage):
    pages = list((stage.scene.course / "feedback").rglob("*.html"))
    assert len(pages) > len(stage.honest)
    bad = []
    for page in pages:
        html = page.read_text("utf-8")
        if any(part in html for part in (SCRIPT, "window.attacked=1</script>", "<img src=x ")):
            bad.append(page)
        if "javascript:alert(1)" in html.replace("&#", "") and 'href="javascript:' in html:
            bad.append(page)
    assert not bad


def test_pages_and_records_stay_small(stage):
    """A message of 100 MB is cut before it is stored."""
    course = stage.scene.course
    large = {
        str(path.relative_to(course)): path.stat().st_size
        for folder in ("feedback", "autograded", "workbook")
        for path in (course / folder).rglob("*")
        if path.is_file() and path.stat().st_size > 5_000_000
    }
    assert not large


def test_the_export_runs_no_formula(stage):
    """A spreadsheet takes a cell that begins with = + - @ for a formula."""
    exported = stage.workbook(
        "export", SET, "--course", str(stage.scene.course), "--format", "csv", timeout=300
    )
    assert exported.returncode == 0, exported.stderr.decode()
    texts = [exported.stdout.decode("utf-8", "replace")]
    texts += [path.read_text("utf-8") for path in stage.scene.course.glob("*.csv")]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=cmd", "@", "+cmd"))]
