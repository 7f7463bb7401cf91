"""Our shrinker of arguments against Hypothesis' own: python tests/benchmarks/shrinkers.py

Both look for the smallest arguments on which each known wrong answer of top_k_words is wrong; ours
starts from the exercise's cases, Hypothesis from what it draws. Prints sizes and times.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from grader.bank import codefile, load_cases, load_exercise
from grader.judge import Reference, compare, judge
from grader.judge.counterexample import size

TEXT = st.text(alphabet=" 'aAbBéÉ’-1é.", max_size=12)
K = st.integers(-2, 6)
COUNTS = st.dictionaries(st.sampled_from("abcdé"), st.integers(-3, 9), max_size=4)
ARGUMENTS = {
    "tokenize": st.fixed_dictionaries({"review": st.none() | TEXT}),
    "top_k_words": st.fixed_dictionaries(
        {
            "reviews": st.lists(st.none() | TEXT, max_size=6),
            "banned": st.lists(TEXT, max_size=3),
            "k": K,
        }
    ),
    "merge_top_k": st.fixed_dictionaries({"shards": st.lists(COUNTS, max_size=4), "k": K}),
}
SEARCH = settings(
    max_examples=2000,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def main() -> None:
    exercise = load_exercise("top_k_words")
    book, reference = load_cases(exercise), Reference(exercise)
    ours: list[tuple[int, float]] = []
    theirs: list[tuple[int | None, float]] = []
    for answer in exercise.answers.values():
        for wrong in codefile.misconceptions(exercise, answer):
            runner = reference.new_runner(wrong.code, answer.name)

            def fails(arguments: Mapping[str, Any], answer=answer, runner=runner) -> bool:  # type: ignore[no-untyped-def]
                if book.violation(answer.name, arguments):
                    return False
                expected = reference.expected(answer.name, arguments)
                reference.forget(arguments)
                return (
                    compare(answer, expected, runner.run(answer.name, arguments, 2.0)) is not None
                )

            judge(answer.name, book, reference, runner)
            started = time.perf_counter()
            found = judge(answer.name, book, reference, runner).counterexample
            assert found
            ours.append((size(answer, found.inputs), time.perf_counter() - started))
            started = time.perf_counter()
            try:
                smallest: int | None = size(
                    answer, find(ARGUMENTS[answer.name], fails, settings=SEARCH)
                )
            except NoSuchExample:
                smallest = None
            theirs.append((smallest, time.perf_counter() - started))
    both = [(a[0], b[0]) for a, b in zip(ours, theirs, strict=True) if b[0] is not None]
    print(f"{len(ours)} wrong answers; Hypothesis finds no example for {len(ours) - len(both)}.")
    print(f"Of the others ours is smaller for {sum(a < b for a, b in both)}, as small for "
          f"{sum(a == b for a, b in both)}, larger for {sum(a > b for a, b in both)}.")  # fmt: skip
    print(f"Median seconds: ours {statistics.median(t for _, t in ours):.3f}, "
          f"Hypothesis {statistics.median(t for _, t in theirs):.3f}.")  # fmt: skip


if __name__ == "__main__":
    main()
