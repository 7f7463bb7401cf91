"""Rosters: our own, Canvas's and Moodle's files; every fault names its line."""

from __future__ import annotations

import pytest
from by_hand import rows

from grader.course.roster import Changes, Learner, import_roster, read_roster
from grader.errors import WorkbookError


@pytest.fixture
def roster(tmp_path):
    def write(text: str, encoding: str = "utf-8"):
        path = tmp_path / "roster.csv"
        path.write_text(text, encoding)
        return path

    return write


def test_headings_may_be_in_any_case_and_order_after_a_byte_order_mark(roster):
    text = 'Email,ID,Last_Name,First_Name\na@x,s1,"Byron, Lady",Ada\n'
    assert read_roster(roster(text, "utf-8-sig")) == [Learner("s1", "Ada", "Byron, Lady", "a@x")]


def test_semicolons_separate_too(roster):
    assert read_roster(roster("id;first_name\ns1;Ada\n")) == [Learner("s1", "Ada")]


def test_a_gradebook_file_of_canvas_is_a_roster(roster):
    text = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Quiz\n"
        "    Points Possible,,,,,10\n"
        '"Byron, Ada",4711,u1,ada,A,9\n'
    )
    assert read_roster(roster(text)) == [Learner("ada", "Ada", "Byron", "", "4711")]


def test_a_participants_file_of_moodle_is_a_roster(roster):
    text = "First name,Surname,Username,ID number,Email address\nAda,Byron,ada,77,a@x\n"
    assert read_roster(roster(text)) == [Learner("ada", "Ada", "Byron", "a@x")]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,email\nAda,a@x\n", "line 1: there is no heading for the learners' ids"),
        ("", "line 1: there is no heading"),
        ("id,email\ns1,a\n\nS1,b\n", 'line 4: the id "S1" is on line 2 already'),
        ("id,email\n../etc,a\n", 'line 2: "../etc" cannot be the name of a student'),
        ("id,email\ns1,a\n,b\n", "line 3: the id is missing"),
    ],
)
def test_faults_name_their_line(roster, text, complaint):
    with pytest.raises(WorkbookError, match=complaint):
        read_roster(roster(text))


def test_another_encoding_says_how_to_save_the_file(roster):
    with pytest.raises(WorkbookError, match="CSV UTF-8"):
        read_roster(roster("id,first_name\ns1,Zoë\n", "latin-1"))


def test_an_import_adds_changes_and_can_be_repeated(course):
    learners = [Learner("ada", "Ada", "Lovelace"), Learner("cy", "Cy")]
    assert import_roster(course, learners) == Changes(added=1, changed=1, same=0)
    assert import_roster(course, learners) == Changes(added=0, changed=0, same=2)
    found = rows(course, "SELECT last_name, email FROM student WHERE id = 'ada'")
    assert found == [("Lovelace", "ada@x.org")]  # what the file does not say stays
