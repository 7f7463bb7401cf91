"""Inputs for the toy query: a few by hand, a few at random."""

import datetime as dt

from grader.authoring import Case, maybe_none

TODAY = [("2025-06-30",)]
ADA_AND_BEN = [(1, "Ada"), (2, "Ben")]


def valid(inputs):
    if any(amount is not None and amount < 0 for _, _, amount, _ in inputs["orders"]):
        return "orders.amount is never negative."
    return None


def case(name, customers, orders, rule="", expected=None):
    inputs = {"customers": customers, "orders": orders, "params": TODAY}
    return Case(name, inputs, rule=rule, expected=expected or {})


def cases(rng):
    yield case(
        "two orders of one customer",
        [(1, "Ada")],
        [(7, 1, 2.5, "2025-06-01"), (8, 1, 4.0, "2025-06-02")],
        expected={"customer_spend": [(1, 2, 6.5)], "spend_shares": [("Ada", 1.0)]},
    )
    yield case(
        "the same amount twice",
        [(1, "Ada")],
        [(7, 1, 2.5, "2025-06-01"), (8, 1, 2.5, "2025-06-01")],
        rule="everyone",
    )
    yield case(
        "a customer without orders",
        ADA_AND_BEN,
        [(7, 1, 2.0, "2025-06-01")],
        rule="everyone",
        expected={"customer_spend": [(1, 1, 2.0), (2, 0, 0.0)]},
    )
    yield case(
        "ordered on as_of, and the day after",
        ADA_AND_BEN,
        [(7, 1, 2.0, "2025-06-30"), (8, 1, 3.0, "2025-07-01"), (9, 2, 1.0, "2025-06-01")],
        rule="seen",
    )
    yield case("an unknown customer", [(1, "Ada")], [(7, 9, 2.0, "2025-06-01")], rule="seen")
    yield case("a missing amount", [(1, "Ada")], [(7, 1, None, "2025-06-01")], rule="nothing")
    yield case("two customers of one name", [(1, "Ada"), (2, "Ada")], [(7, 2, 1.0, "2025-06-01")])
    yield case("nothing at all", [], [])
    for number in range(1, 9):
        yield Case(f"random {number}", draw(rng))


def draw(rng):
    ids = rng.sample(range(1, 30), rng.randint(0, 6))
    first = dt.date(2025, 6, 20)
    return {
        "customers": [(i, rng.choice(["Ada", "Ben", "Cy", None])) for i in ids],
        "orders": [
            (
                100 + number,
                maybe_none(rng, rng.choice([*ids, 31]), share=0.1),
                maybe_none(rng, rng.choice([0.0, 1.5, 1.5, 20.0]), share=0.1),
                first + dt.timedelta(days=rng.randint(0, 12)),
            )
            for number in rng.sample(range(40), rng.randint(0, 12))
        ],
        "params": TODAY,
    }
