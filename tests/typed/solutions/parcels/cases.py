"""Inputs of every type that a function may take."""

import numpy as np

from grader.authoring import Case


def cases(rng):
    def summary(name, hours, kept, limit, expected):
        return Case(
            name,
            {"hours": hours, "kept": kept, "limit": limit},
            expected={"summary": expected},
            answers=["summary"],
        )

    def result(n, mean, verdict):
        return {"n": n, "mean": mean, "verdict": verdict}

    yield summary("two of three", [1.0, 2, 4], [True, False, True], 3, result(2, 2.5, "late"))
    yield summary("just in time", [3.0], [True], 3.0, result(1, 3.0, "in time"))
    yield summary("no limit", [1.0, 5.0], [True, True], None, result(2, 3.0, "in time"))
    yield summary("none kept", [1.0], [False], 0.5, result(0, None, "in time"))
    yield summary("no hours", [], [], 1.0, result(0, None, "in time"))
    yield summary("other lengths", [1.0], [True, True], 1.0, ValueError)
    for n in range(5):
        size = rng.randint(5, 30)
        yield Case(
            f"random {n}",
            {
                "hours": np.array([rng.uniform(0, 50) for _ in range(size)]),
                "kept": np.array([rng.random() < 0.7 for _ in range(size)]),
                "limit": rng.choice([10.25, None, 60.5]),
            },
            answers=["summary"],
        )
    yield Case("two rows", {"x": [[1, 2], [3, 4]]}, expected={"doubled": [[2, 4], [6, 8]]})
    yield Case("no rows", {"x": np.zeros((0, 3), int)}, expected={"doubled": np.zeros((0, 3))})
    yield Case("some draws", {"values": [1.0, 2.0, 5.0], "n": 50, "rng": 7})
    yield Case("no draws", {"values": [1.0], "n": 0, "rng": 8})
    yield Case(
        "before, on and after the day",
        {
            "log": [
                ("2025-06-01", "van", 2.0),
                ("2025-06-02", "van", 4.0),
                ("2025-06-02", None, None),
                ("2025-06-03", "bike", 1.5),
                ("2025-06-03", "bike", 2.5),
                ("2025-06-03", "bike", 8.0),
            ],
            "since": "2025-06-02",
        },
        expected={"per_day": [("2025-06-02", 2, 4.0), ("2025-06-03", 3, 4.0)]},
    )
    yield Case("nothing", {"log": [], "since": "2025-06-02"}, expected={"per_day": []})


def valid(inputs):
    if "n" in inputs and (inputs["n"] < 0 or not len(inputs["values"])):
        return "There are values, and n is not negative."
    return None
