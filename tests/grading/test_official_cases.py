"""The cases of a course: the hand-made ones of the practice, and random ones nobody has seen."""

from __future__ import annotations

from functools import cache

import pytest

from grader.bank import exercise_ids, load_cases, load_exercise
from grader.course.folder import Course
from grader.grading.official import official_book
from grader.judge import Reference

IDS = exercise_ids()


@cache
def public_book(exercise):
    return load_cases(load_exercise(exercise))


def book_for(exercise, seed):
    public = public_book(exercise)
    return official_book(public.exercise, seed, public)


@pytest.mark.parametrize("exercise", IDS)
def test_whatever_the_seed_every_misconception_is_caught(exercise):
    """By the hand-made cases alone: they are in every course, whatever its secret."""
    book = book_for(exercise, 11)
    reference = Reference(book.exercise)
    for answer in book.exercise.answers.values():
        cases = [case for case in book.for_answer(answer.name) if not case.hidden]
        for known in reference.misconceptions(answer.name):
            caught = any(
                reference.fault(
                    answer, case.inputs, reference.outcome(known.code, answer.name, case.inputs)
                )
                for case in cases
            )
            assert caught, f"{answer.name}: {known.id} passes on all hand-made cases"


@pytest.mark.parametrize("exercise", IDS)
def test_hand_made_cases_are_the_public_ones_and_random_ones_are_hidden(exercise):
    public = {id(case.inputs) for case in public_book(exercise).cases}
    book = book_for(exercise, 11)
    assert [id(case.inputs) in public for case in book.cases] == [not c.hidden for c in book.cases]
    assert any(case.hidden for case in book.cases)
    assert len(book.cases) == len(public_book(exercise).cases)


def test_two_seeds_draw_different_hidden_cases():
    drawn = [
        {case.name: case.inputs for case in book_for("top_sellers", seed).cases if case.hidden}
        for seed in (11, 12)
    ]
    assert drawn[0].keys() == drawn[1].keys()
    assert all(drawn[0][name] != drawn[1][name] for name in drawn[0])


def test_the_public_seed_hides_nothing():
    public = public_book("top_sellers")
    assert official_book(public.exercise, public.seed, public) is public


def test_a_course_has_a_seed_of_its_own_and_a_learner_one_within_it(tmp_path):
    courses = [Course(tmp_path / name) for name in ("a", "b")]
    for number, course in enumerate(courses):
        course.workbook.mkdir(parents=True)
        course.secret.write_text(f"{number:064x}")
    seeds = [
        course.seed(exercise, student)
        for course in courses
        for exercise in ("top_sellers", "top_k_words")
        for student in (None, "ann", "bob")
    ]
    assert len(set(seeds)) == len(seeds)
    assert seeds[0] == courses[0].seed("top_sellers")
