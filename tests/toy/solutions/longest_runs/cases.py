"""Inputs for the toy function."""

from grader.authoring import Case

ANSWER = "longest_runs"


def case(name, text, k, rule="", **expected):
    return Case(name, {"text": text, "k": k}, rule=rule, expected=expected)


def cases(rng):
    yield case("one run", "aaa", 1, longest_runs=[("a", 3)])
    yield case("two runs of one letter", "aabaaa", 2, rule="run", longest_runs=[("a", 3), ("a", 2)])
    yield case("a tie", "bbaa", 1, rule="ties", longest_runs=[("a", 2)])
    yield case("longer than the first", "abbbccd", 2, longest_runs=[("b", 3), ("c", 2)])
    yield case("more asked for than there is", "ab", 5)
    yield case("an empty text", "", 3, longest_runs=[])
    yield case("k is 0", "aab", 0, longest_runs=[])
    yield case("k is negative", "aab", -1, rule="k", longest_runs=ValueError)
    for number in range(1, 9):
        text = "".join(rng.choice("aabc") for _ in range(rng.randint(0, 14)))
        yield case(f"random {number}", text, rng.randint(0, 4))
