"""Errors that a person is meant to read: what was wrong, and what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UnknownName, WorkbookError, nearest


def test_an_error_says_what_was_wrong_and_what_to_do():
    assert (
        str(WorkbookError("It rains.", help="Take an umbrella.")) == "It rains. Take an umbrella."
    )


def test_what_to_do_stands_on_its_own_line_below_a_message_of_several():
    assert str(WorkbookError("SELEKT\n^", help="Mend it.")) == "SELEKT\n^\nMend it."


def test_no_error_can_be_raised_without_saying_what_to_do():
    with pytest.raises(TypeError):
        WorkbookError("It rains.")


@pytest.mark.parametrize(
    ("name", "known", "help"),
    [
        ("top_seller", ["top_sellers", "sessions"], 'Did you mean "top_sellers"?'),
        ("Top_Sellers", ["top_sellers"], 'Did you mean "top_sellers"?'),
        ("xyz", ["top_sellers", "sessions"], "There is: top_sellers, sessions."),
        ("xyz", [], "There is: none."),
    ],
    ids=["nearly", "in capitals", "nothing like it", "nothing at all"],
)
def test_an_unknown_name_is_answered_with_the_nearest_or_with_all(name, known, help):
    assert str(UnknownName("thing", name, known)) == f'There is no thing "{name}". {help}'


@given(name=st.text(min_size=1, max_size=8), others=st.lists(st.text(max_size=8), max_size=4))
def test_a_known_name_is_its_own_nearest(name, others):
    known = [other for other in others if other.casefold() != name.casefold()]
    assert nearest(name, [*known, name]) == name


@given(name=st.text(max_size=8), known=st.lists(st.text(max_size=8), max_size=4))
def test_the_nearest_name_is_one_that_is_there(name, known):
    assert nearest(name, known) in {None, *known}
