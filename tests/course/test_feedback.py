"""Autograded notebooks and the pages nbgrader makes of them: complete, and inert."""

from __future__ import annotations

from html.parser import HTMLParser

import nbformat
import pytest
from by_hand import answer_grade, notebook_grade
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from grader.course.autograded import write_autograded
from grader.course.feedback import give_feedback
from grader.course.gradebook import write_grades
from grader.course.graded_notebook import BY_A_PERSON, NOT_FOUND
from grader.course.nbgrader_command import run_nbgrader
from grader.errors import UnknownName, WorkbookError
from grader.grading.journal import Journal
from grader.grading.result import Detail, State

ATTACKS = (
    "<script>pwned()</script>",
    "</pre><img src=x onerror=pwned()>",
    "</code></pre>\n\n<svg onload=pwned()>",
    "[click](javascript:pwned())",
    "<javascript:pwned()>",
    "$$\\href{javascript:pwned()}{x}$$ $\\unicode{<img src=x onerror=pwned()>}$",
    "\\begin{align}</pre><script>pwned()</script>\\end{align}",
    "```\n</pre><iframe srcdoc='<script>pwned()</script>'>\n```",
    "--><style>@import 'javascript:pwned()'</style><!--",
    '" onmouseover="pwned()',
    "\x1b[31m<script>pwned()</script>\x1b[0m",
    "&lt;script&gt;pwned()&lt;/script&gt;",
)
HOSTILE = "\n\n".join(ATTACKS)
EMPTY = ("meta", "link", "img", "br", "input", "hr")


class Page(HTMLParser):
    """A page as a browser sees it: `text` is read, `acting` is what has `word` and would be acted on.

    `math` is the text in which MathJax would look for formulas.
    """

    def __init__(self, page: str, word: str) -> None:
        super().__init__()
        self.word, self.acting, self.text, self.math, self._open = word, [], "", "", []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.acting += [(tag, name) for name, value in attributes if self.word in str(value)]
        if tag not in EMPTY:
            self._open.append((tag, dict(attributes).get("class") or ""))

    def handle_endtag(self, tag):
        while tag not in EMPTY and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self._open and self._open[-1][0] in ("script", "style"):
            self.acting += [(self._open[-1][0], data)] if self.word in data else []
            return
        self.text += data
        if not any(tag == "pre" or "tex2jax_ignore" in classes for tag, classes in self._open):
            self.math += data


def cells_of(course, student="ada", exercise="spending"):
    path = course.autograded / student / "week1" / f"{exercise}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return {cell.id: cell for cell in notebook.cells}


def test_answers_stand_in_our_notebook_with_our_report_below(course, hand_in):
    hand_in("ada")
    bonus = answer_grade("break_it", 0.5, 1)
    write_autograded(course, "week1", "ada", [notebook_grade("ada", bonus=bonus)])
    cells = cells_of(course)
    assert cells["customer_spend"].source == "customer_spend = 1"
    assert cells["break_it"].source.startswith("def break_it():")  # as it was handed out
    for name in ("customer_spend", "break_it"):
        output = cells[f"check_{name}"].outputs[0].data
        assert f"{name}: wrong on 1 of 2 cases" in output["text/html"]
        assert f"✗ {name}: wrong on 1 of 2 cases" in output["text/plain"]
    assert (course.autograded / "ada/week1/timestamp.txt").read_text() == "2026-12-01 11:00:00 UTC"


def test_points_that_are_not_known_are_left_to_a_person(course):
    write_autograded(course, "week1", "ada", [notebook_grade("ada", points=None)])
    assert cells_of(course)["check_spend_shares"].outputs[0].data["text/plain"] == BY_A_PERSON


def test_other_cells_and_remarks_are_there_for_the_person_who_grades(course):
    grade = notebook_grade(
        "ada", others=("x = 1", "%pip install y"), warnings=("Two cells.",), complaint="Look here."
    )
    write_autograded(course, "week1", "ada", [grade])
    cells = list(cells_of(course).values())
    assert "Look here." in cells[0].source and "Two cells." in cells[0].source
    assert cells[0].metadata.editable is False
    assert [cell.source for cell in cells[-2:]] == ["x = 1", "%pip install y"]
    assert cells[-3].source == "## Other cells of the submission"


@pytest.mark.parametrize(
    ("detail", "shown"),
    [
        (Detail.NONE, ()),
        (Detail.VERDICT, ("wrong on",)),
        (Detail.DIAGNOSIS, ("wrong on", "public reason")),
        (Detail.COUNTEREXAMPLE, ("wrong on", "secret reason")),
    ],
)
def test_no_more_is_shown_than_the_detail_allows(course, detail, shown):
    public = answer_grade("customer_spend", 1, 3, "public reason")
    secret = answer_grade("customer_spend", 1, 3, "secret reason").report
    answers = (public.__class__(**{**vars(public), "secret": secret}),)
    write_autograded(course, "week1", "ada", [notebook_grade("ada", answers=answers)], detail)
    text = str(cells_of(course)["check_customer_spend"].outputs)
    told = [part for part in ("wrong on", "public reason", "secret reason") if part in text]
    assert told == list(shown)


def test_a_notebook_without_a_new_grade_stays(course):
    both = [notebook_grade("ada"), notebook_grade("ada", "longest_runs")]
    write_autograded(course, "week1", "ada", both)
    write_autograded(course, "week1", "ada", [notebook_grade("ada", written={})])
    assert cells_of(course)["customer_spend"].source == NOT_FOUND
    assert cells_of(course, exercise="longest_runs")["longest_runs"].source == "longest_runs = 1"
    assert [path.name for path in (course.autograded / "ada").iterdir()] == ["week1"]


def test_a_write_that_was_ended_in_the_middle_is_mended_by_the_next(course):
    both = [notebook_grade("ada"), notebook_grade("ada", "longest_runs")]
    write_autograded(course, "week1", "ada", both)
    learner = course.autograded / "ada"
    (learner / "week1").rename(learner / ".week1.old")
    (learner / ".week1.new").mkdir()
    write_autograded(course, "week1", "ada", [notebook_grade("ada")])
    assert cells_of(course, exercise="longest_runs")["longest_runs"].source == "longest_runs = 1"
    assert [path.name for path in learner.iterdir()] == ["week1"]


def test_a_timestamp_that_leads_elsewhere_is_not_followed(course, hand_in):
    folder = hand_in("ada")
    (folder / "timestamp.txt").unlink()
    (folder / "timestamp.txt").symlink_to(course.secret)
    write_autograded(course, "week1", "ada", [notebook_grade("ada")])
    assert not (course.autograded / "ada/week1/timestamp.txt").exists()


def test_text_that_cannot_be_encoded_or_is_endless_is_written_down_all_the_same(course):
    written = {"customer_spend": "\ud800", "explain": "x" * 10_000_000}
    write_autograded(course, "week1", "ada", [notebook_grade("ada", written=written)])
    assert len(cells_of(course)["explain"].source) < 100_000


@pytest.fixture
def hostile(course, hand_in):
    hand_in("ada")
    grade = notebook_grade(
        "ada",
        answers=(
            answer_grade("customer_spend", 1, 3, HOSTILE),
            answer_grade("spend_shares", None, 2, HOSTILE),
        ),
        state=State.ATTENTION,
        written={"customer_spend": HOSTILE, "explain": HOSTILE},
        others=(HOSTILE,),
        complaint=HOSTILE,
        warnings=(HOSTILE,),
    )
    write_autograded(course, "week1", "ada", [grade], Detail.COUNTEREXAMPLE)
    write_grades(course, [grade])
    return course


def test_nothing_a_learner_wrote_acts_in_the_feedback_page(hostile):
    run_nbgrader(hostile, "generate_feedback", "week1", "--force")
    page = Page((hostile.feedback / "ada/week1/spending.html").read_text("utf-8"), "pwned")
    assert page.text.count("pwned()") == 6 * HOSTILE.count("pwned()")  # all of it can be read
    assert page.acting == []
    assert "pwned" not in page.math


def test_the_test_itself_sees_what_acts():
    page = Page("<p onclick='pwned()'>$pwned$</p><script>pwned()</script>", "pwned")
    assert page.acting == [("p", "onclick"), ("script", "pwned()")]
    assert page.math == "$pwned$"


def test_formulas_in_an_explanation_are_left_as_text(hostile):
    source = cells_of(hostile)["explain"].source
    assert not set("$\\`*_[]\n") & set(source.partition(">")[2])


def test_the_journals_grades_become_pages_of_the_chosen_detail(course, hand_in):
    hand_in("ada")
    hand_in("bo")
    grades = [notebook_grade("ada"), notebook_grade("ada", "longest_runs"), notebook_grade("bo")]
    journal = Journal(course.journal)
    for grade in grades:
        journal.append(grade)
    write_grades(course, grades)
    pages = give_feedback(course, "week1", Detail.VERDICT, ["ada"])
    assert [page.name for page in pages] == ["longest_runs.html", "spending.html"]
    assert "wrong on 1 of 2 cases" in pages[1].read_text("utf-8")
    assert not (course.feedback / "bo").exists()
    assert len(give_feedback(course, "week1", Detail.NONE)) == 3
    with pytest.raises(UnknownName, match='Did you mean "ada"'):
        give_feedback(course, "week1", Detail.NONE, ["adda"])


def test_feedback_before_grading_says_what_to_run(course):
    with pytest.raises(WorkbookError, match="workbook grade week1"):
        give_feedback(course, "week1", Detail.NONE)


def test_formgrader_lists_the_submission_with_its_scores(course, hand_in):
    hand_in("ada")
    grades = [notebook_grade("ada"), notebook_grade("ada", "longest_runs")]
    write_autograded(course, "week1", "ada", grades)
    write_grades(course, grades)
    config = Config()
    config.CourseDirectory.root = str(course.root)
    config.CourseDirectory.course_id = "ds-2026"
    (submission,) = NbGraderAPI(config=config).get_submissions("week1")
    assert submission["autograded"] and submission["needs_manual_grade"]
    assert submission["score"] == 4.5
