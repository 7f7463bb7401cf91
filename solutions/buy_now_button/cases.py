"""Inputs for buy_now_button: small funnels, bridges and bootstraps by hand, then random ones."""

from math import isfinite, log, log1p

import numpy as np

from grader.authoring import Case, maybe_none, on_grid, with_repeats

KEYS = ("users", "clickers", "orders", "revenue")
STATUSES = ("delivered", "shipped", "returned", "cancelled")


def cases(rng):
    yield from summaries_by_hand()
    yield from bridges_by_hand()
    yield from shifts_by_hand()
    yield from effects_by_hand()
    for answer, (draw, count) in DRAWN.items():
        for n in range(1, count + 1):
            inputs = draw(rng)
            while valid(inputs):
                inputs = draw(rng)
            yield Case(f"random {answer} {n}", inputs, answers=[answer])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "rev_c" in inputs:
        return _valid_revenue(**inputs)
    if "control" in inputs:
        return _valid_arms(inputs["control"], inputs["treatment"])
    if any(variant not in ("control", "treatment") for _, variant in inputs["assignments"]):
        return "variant is 'control' or 'treatment'."
    for _, _, channel, items, amount, status in inputs["orders"]:
        if channel not in ("buy_now", "cart"):
            return "channel is 'buy_now' or 'cart'."
        if items < 1 or not 0 <= amount <= 1e5:
            return "An order has at least one item, and costs 0 to 100,000."
        if status not in STATUSES:
            return f"status is one of {', '.join(STATUSES)}."
    return None


def _valid_arms(control, treatment):
    for arm in (control, treatment):
        if set(arm) != set(KEYS):
            return "An arm has the keys users, clickers, orders and revenue."
        if not all(isfinite(value) and abs(value) <= 1e6 for value in arm.values()):
            return "All numbers are finite, and a million at most."
        if any(0 < value < 1e-3 for value in arm.values()):
            return "No input is next to 0."
    if min(*control.values(), *treatment.values()) <= 0:
        return None  # must raise ValueError, whatever else
    ratio = treatment["revenue"] / treatment["users"] / (control["revenue"] / control["users"])
    if not 1e-4 < ratio < 1e4:
        return "Revenue per user changes by a factor of ten thousand at most."
    if 1e-12 < abs(ratio - 1) < 1e-6:
        return "|R1/R0 - 1| is not between 1e-12 and 1e-6."
    return None


def _valid_revenue(rev_c, rev_t, idx_c, idx_t, cap, level):
    arms = [(rev_c, idx_c), (rev_t, idx_t)]
    if not isfinite(level) or (cap is not None and not isfinite(cap)):
        return "All numbers are finite."
    for revenue, idx in arms:
        if not all(0 <= value <= 1e5 for value in revenue):
            return "The revenue of a user is 0 to 100,000."
        if len(revenue) and idx.size and not (idx.min() >= 0 and idx.max() < len(revenue)):
            return "Indices lie in the range of their arm."
    if len(idx_c) != len(idx_t) or any(not len(r) or i.shape[1] != len(r) for r, i in arms):
        return None  # must raise ValueError, whatever else
    top = np.inf if cap is None else cap
    c, t = (np.minimum(revenue, top)[idx] for revenue, idx in arms)
    # Exact zeros: nothing but zeros was drawn, or quarters by the power of two, exact in binary.
    binary = all(len(r) in (1, 2, 4, 8) for r, _ in arms)
    for row_c, row_t in zip(c, t, strict=True):
        exact = not row_c.any() and not row_t.any()
        exact |= binary and all(value * 4 % 1 == 0 for value in (*row_c, *row_t))
        if abs(row_t.mean() - row_c.mean()) <= 1e-9 and not exact:
            return "No replicate is next to 0, but for exact zeros."
    return None


# --- arm_summary --------------------------------------------------------------------------------

TWO_ARMS = [(1, "control"), (2, "control"), (3, "treatment"), (4, "treatment")]


def order(order_id, user_id, amount, status="delivered", channel="cart", items=1):
    return (order_id, user_id, channel, items, amount, status)


def summaries_by_hand():
    def case(name, assignments, clicks, orders, expected, rule):
        return Case(
            name,
            {"assignments": assignments, "clicks": [(user,) for user in clicks], "orders": orders},
            rule=rule,
            expected={"arm_summary": expected},
            answers=["arm_summary"],
        )

    silent = {"control": ("control", 2, 0, 0.0, 0, 0, 0.0, 0.0, None)}
    silent["treatment"] = ("treatment", *silent["control"][1:])
    yield case(
        "a funnel in each arm",
        TWO_ARMS,
        [1, 3, 4],
        [order(1, 1, 20.0), order(2, 3, 9.0)],
        [
            ("control", 2, 1, 0.5, 1, 1, 20.0, 10.0, 20.0),
            ("treatment", 2, 2, 1.0, 1, 1, 9.0, 4.5, 9.0),
        ],
        "funnel",
    )
    yield case(
        "many clicks and many orders of one user",
        [(1, "control"), (2, "control")],
        [1, 1, 1],
        [order(1, 1, 10.0), order(2, 1, 14.0)],
        [("control", 2, 1, 0.5, 1, 2, 24.0, 12.0, 12.0)],
        "funnel",
    )
    yield case(
        "a user in both arms",
        [(1, "control"), (1, "treatment"), (2, "control"), (3, "treatment")],
        [1],
        [order(1, 1, 100.0), order(2, 3, 8.0)],
        [
            ("control", 1, 0, 0.0, 0, 0, 0.0, 0.0, None),
            ("treatment", 1, 0, 0.0, 1, 1, 8.0, 8.0, 8.0),
        ],
        "crossovers",
    )
    yield case(
        "all users of an arm are in both",
        [(1, "control"), (1, "treatment"), (2, "treatment")],
        [1, 2],
        [order(1, 1, 100.0)],
        [("treatment", 1, 1, 1.0, 0, 0, 0.0, 0.0, None)],
        "rows",
    )
    yield case(
        "a user in both arms, one of them written twice",
        [(1, "control"), (1, "treatment"), (1, "control"), (2, "control")],
        [],
        [order(1, 1, 100.0)],
        [("control", 1, 0, 0.0, 0, 0, 0.0, 0.0, None)],
        "crossovers",
    )
    yield case(
        "an assignment written twice",
        [(1, "control"), (1, "control"), (2, "control")],
        [1],
        [order(1, 1, 10.0)],
        [("control", 2, 1, 0.5, 1, 1, 10.0, 5.0, 10.0)],
        "variants",
    )
    yield case(
        "clickers who never buy: an arm without orders",
        TWO_ARMS,
        [1, 2, 3],
        [order(1, 3, 8.0)],
        [
            ("control", 2, 2, 1.0, 0, 0, 0.0, 0.0, None),
            ("treatment", 2, 1, 0.5, 1, 1, 8.0, 4.0, 8.0),
        ],
        "aov",
    )
    yield case(
        "a buyer who never clicked",
        TWO_ARMS,
        [2],
        [order(1, 1, 30.0)],
        [("control", 2, 1, 0.5, 1, 1, 30.0, 15.0, 30.0), silent["treatment"]],
        "funnel",
    )
    yield case(
        "clicks and orders of nobody in the experiment",
        TWO_ARMS,
        [9, 3],
        [order(1, 9, 30.0)],
        [silent["control"], ("treatment", 2, 1, 0.5, 0, 0, 0.0, 0.0, None)],
        "others",
    )
    yield case(
        "a cancelled order beside another one, and a cancelled one alone",
        TWO_ARMS,
        [],
        [order(1, 1, 30.0, "cancelled"), order(2, 1, 12.0), order(3, 4, 50.0, "cancelled")],
        [("control", 2, 0, 0.0, 1, 1, 12.0, 6.0, 12.0), silent["treatment"]],
        "cancelled",
    )
    yield case(
        "orders on their way and sent back count",
        TWO_ARMS,
        [],
        [order(1, 1, 30.0, "shipped"), order(2, 2, 10.0, "returned")],
        [("control", 2, 0, 0.0, 2, 2, 40.0, 20.0, 20.0), silent["treatment"]],
        "cancelled",
    )
    yield case(
        "an order for nothing",
        [(1, "control")],
        [],
        [order(1, 1, 0.0)],
        [("control", 1, 0, 0.0, 1, 1, 0.0, 0.0, 0.0)],
        "aov",
    )
    yield case(
        "an arm is missing",
        [(3, "treatment"), (4, "treatment")],
        [3],
        [order(1, 4, 6.0), order(2, 4, 6.0)],
        [("treatment", 2, 1, 0.5, 1, 2, 12.0, 6.0, 6.0)],
        "rows",
    )
    yield case("nobody is assigned", [], [1], [order(1, 1, 6.0)], [], "rows")


# --- channel_shift ------------------------------------------------------------------------------


def shifts_by_hand():
    def case(name, assignments, orders, buy_now, cart, rule):
        return Case(
            name,
            {"assignments": assignments, "orders": orders},
            rule=rule,
            expected={"channel_shift": [("buy_now", *buy_now), ("cart", *cart)]},
            answers=["channel_shift"],
        )

    nothing = (0.0, 0.0, None, None, 0.0)
    one = order(1, 3, 10.0, channel="buy_now")
    yield case(
        "a cart of three becomes a single item by the button",
        TWO_ARMS,
        [order(2, 1, 30.0, items=3), one],
        (0.0, 500.0, None, 1.0, 5000.0),
        (500.0, 0.0, 3.0, None, -15000.0),
        "no_orders",
    )
    yield case(
        "orders by the cart only",
        TWO_ARMS,
        [order(1, 1, 30.0, items=3), order(2, 1, 10.0), order(3, 4, 20.0, items=2)],
        nothing,
        (1000.0, 500.0, 2.0, 2.0, -10000.0),
        "two_rows",
    )
    yield case("no orders at all", TWO_ARMS, [], nothing, nothing, "two_rows")
    yield case(
        "an arm is missing: no control",
        [(3, "treatment"), (4, "treatment")],
        [one],
        (None, 500.0, None, 1.0, None),
        (None, 0.0, None, None, None),
        "no_users",
    )
    yield case(
        "an arm is missing: no treatment",
        [(1, "control")],
        [order(1, 1, 10.0, items=2)],
        (0.0, None, None, None, None),
        (1000.0, None, 2.0, None, None),
        "no_users",
    )
    yield case("nobody is assigned, two rows", [], [one], (None,) * 5, (None,) * 5, "two_rows")
    yield case(
        "orders of arms of unequal size",
        [(1, "control"), (2, "treatment"), (3, "treatment"), (4, "treatment"), (5, "treatment")],
        [order(2, 1, 10.0), one],
        (0.0, 250.0, None, 1.0, 2500.0),
        (1000.0, 0.0, 1.0, None, -10000.0),
        "per_1000",
    )
    yield case(
        "an order of a user in both arms",
        [(1, "control"), (1, "treatment"), (2, "control"), (3, "treatment")],
        [order(2, 1, 50.0, items=5), order(3, 2, 20.0, items=2), one],
        (0.0, 1000.0, None, 1.0, 10000.0),
        (1000.0, 0.0, 2.0, None, -20000.0),
        "crossovers",
    )
    yield case(
        "an order of a user written twice",
        [(1, "control"), (1, "control"), (2, "control"), (3, "treatment")],
        [order(2, 1, 20.0, items=4), order(3, 2, 10.0), one],
        (0.0, 1000.0, None, 1.0, 10000.0),
        (1000.0, 0.0, 2.5, None, -15000.0),
        "variants",
    )
    yield case(
        "an accidental order, cancelled",
        TWO_ARMS,
        [order(1, 3, 40.0, "cancelled", "buy_now"), order(2, 4, 20.0, items=2)],
        nothing,
        (0.0, 500.0, None, 2.0, 10000.0),
        "cancelled",
    )
    yield case(
        "orders by both ways, on their way and sent back",
        TWO_ARMS,
        [order(1, 3, 40.0, "shipped", "buy_now"), order(2, 2, 20.0, "returned", items=2)],
        (0.0, 500.0, None, 1.0, 20000.0),
        (500.0, 0.0, 2.0, None, -10000.0),
        "cancelled",
    )
    yield case(
        "an order of nobody in the experiment",
        TWO_ARMS,
        [order(2, 9, 40.0), one],
        (0.0, 500.0, None, 1.0, 5000.0),
        nothing,
        "others",
    )
    yield case(
        "one user, four orders",
        TWO_ARMS,
        [
            order(2, 1, 10.0, channel="buy_now"),
            order(3, 1, 10.0, channel="buy_now"),
            order(4, 1, 40.0, items=4),
            order(5, 1, 20.0, items=1),
        ],
        (1000.0, 0.0, 1.0, None, -10000.0),
        (1000.0, 0.0, 2.5, None, -30000.0),
        "items",
    )


# --- revenue_bridge -----------------------------------------------------------------------------


def arm(users, clickers, orders, revenue):
    return dict(zip(KEYS, (users, clickers, orders, revenue), strict=True))


def bridges_by_hand():
    def case(name, control, treatment, parts, rule="bridge"):
        names = ("ctr", "orders_per_clicker", "aov", "total")
        error = parts is ValueError
        return Case(
            name,
            {"control": control, "treatment": treatment},
            rule=rule,
            expected={"revenue_bridge": parts if error else dict(zip(names, parts, strict=True))},
            answers=["revenue_bridge"],
        )

    plain = arm(10, 4, 2, 20.0)
    yield case("twice the clickers", plain, arm(10, 8, 4, 40.0), (2, 0, 0, 2))
    yield case("half the orders of a clicker", plain, arm(10, 4, 1, 10.0), (0, -1, 0, -1))
    yield case("orders of half the value", plain, arm(10, 4, 2, 10.0), (0, 0, -1, -1))
    yield case(
        "two factors double", plain, arm(10, 8, 8, 80.0), (3, 3, 0, 6)
    )  # L ln 2 = 6/(2 ln 2) ln 2
    yield case(
        "the example of the lesson",
        arm(10_000, 1_200, 400, 16_000.0),
        arm(11_000, 1_560, 392, 14_880.0),
        lesson_bridge(),
    )
    yield case("identical arms", plain, plain, (0, 0, 0, 0), "limit")
    yield case(
        "a larger arm, and nothing else", plain, arm(30, 12, 6, 60.0), (0, 0, 0, 0), "factors"
    )
    yield case(
        "revenue stays, its factors move",
        plain,
        arm(10, 2, 2, 20.0),
        (-2 * log(2), 2 * log(2), 0, 0),
        "limit",
    )
    yield case(
        "revenue stays but for the last digit, its factors move",  # 0.3 / 3 is not 0.1 / 1 in floats
        arm(3, 1, 1, 0.3),
        arm(1, 1, 1, 0.1),
        (0.1 * log(3), 0, -0.1 * log(3), 0.0),
        "limit",
    )
    little = 0.000008
    mean = 2 * little / log1p(little)
    yield case(
        "revenue moves by eight in a million, its factors by half",
        plain,
        arm(10, 8, 2, 20 * (1 + little)),
        (mean * log(2), -mean * log(2), mean * log1p(little), 2 * little),
        "limit",
    )
    yield case(
        "more refunds than revenue in both arms",
        plain | {"revenue": -20.0},
        plain | {"revenue": -10.0},
        ValueError,
        "positive",
    )
    for position, key in enumerate(KEYS):
        wrong = plain | {key: -3.0 if position % 2 else 0.0}
        yield case(f"control: {key} is {wrong[key]:g}", wrong, plain, ValueError, "positive")
        wrong = plain | {key: 0.0 if position % 2 else -3.0}
        yield case(f"treatment: {key} is {wrong[key]:g}", plain, wrong, ValueError, "positive")


def lesson_bridge():
    r0, r1 = 16_000 / 10_000, 14_880 / 11_000
    mean = (r1 - r0) / log(r1 / r0)
    ratios = (1_560 / 11_000 / 0.12, 392 / 1_560 * 3, 14_880 / 392 / 40)
    return (*(mean * log(ratio) for ratio in ratios), r1 - r0)


# --- revenue_effect -----------------------------------------------------------------------------


def effects_by_hand():
    def case(name, rev_c, rev_t, idx_c, idx_t, cap, level, expected, rule):
        if expected is not ValueError:
            expected = dict(
                zip(("diff", "ci_low", "ci_high", "share_negative"), expected, strict=True)
            )
        return Case(
            name,
            {
                "rev_c": rev_c,
                "rev_t": rev_t,
                "idx_c": np.array(idx_c, dtype=int),
                "idx_t": np.array(idx_t, dtype=int),
                "cap": cap,
                "level": level,
            },
            rule=rule,
            expected={"revenue_effect": expected},
            answers=["revenue_effect"],
        )

    both = [[0, 1], [1, 1]]
    yield case("one user per arm", [5], [7], [[0]], [[0]], None, 0.95, (2, 2, 2, 0), "difference")
    yield case(
        "two users per arm, two replicates",  # 2 - 5, 4 - 10
        [0, 10],
        [0, 4],
        both,
        both,
        None,
        0.5,
        (-3, -5.25, -3.75, 1),
        "replicates",
    )
    yield case(
        "only the control was drawn anew",  # 2 - 10, 2 - 0
        [0, 10],
        [0, 4],
        [[1, 1], [0, 0]],
        [[0, 1], [0, 1]],
        None,
        0.5,
        (-3, -5.5, -0.5, 0.5),
        "replicates",
    )
    yield case(
        "only the treatment was drawn anew",  # 4 - 5, 0 - 5
        [0, 10],
        [0, 4],
        [[0, 1], [0, 1]],
        [[1, 1], [0, 0]],
        None,
        0.5,
        (-3, -4, -2, 1),
        "replicates",
    )
    yield case(
        "arms of unequal size",  # 3 - 6
        [6],
        [0, 0, 9],
        [[0]],
        [[0, 1, 2]],
        None,
        0.9,
        (-3, -3, -3, 1),
        "difference",
    )
    yield case(
        "most users buy nothing",  # 3 - 1, 0 - 2
        [0, 0, 0, 4],
        [0, 0, 0, 12],
        [[0, 1, 2, 3], [0, 1, 3, 3]],
        [[0, 1, 2, 3], [0, 1, 2, 0]],
        None,
        0.5,
        (2, -1, 1, 0.5),
        "difference",
    )
    yield case(
        "a bulk order, capped",  # 2 - 2, 4 - 2, 0 - 2
        [0, 10],
        [0, 1000],
        [[0, 1], [0, 1], [0, 1]],
        [[0, 1], [1, 1], [0, 0]],
        4.0,
        0.5,
        (0, -1, 1, 1 / 3),
        "cap",
    )
    yield case(
        "a bulk order, not capped",  # 495, 995, -5
        [0, 10],
        [0, 1000],
        [[0, 1], [0, 1], [0, 1]],
        [[0, 1], [1, 1], [0, 0]],
        None,
        0.5,
        (495, 245, 745, 1 / 3),
        "cap",
    )
    yield case(
        "a cap above all values",
        [0, 10],
        [0, 4],
        both,
        both,
        11.0,
        0.5,
        (-3, -5.25, -3.75, 1),
        "cap",
    )
    yield case(
        "a value exactly at the cap",
        [0, 10],
        [0, 4],
        both,
        both,
        10.0,
        0.5,
        (-3, -5.25, -3.75, 1),
        "cap",
    )
    yield case(
        "a cap below 1, in the control",  # 0.25 - 0.25, 0.5 - 0.5
        [0, 10],
        [1, 0],
        both,
        [[0, 1], [0, 0]],
        0.5,
        0.5,
        (0, 0, 0, 0),
        "cap",
    )
    yield case(
        "a replicate of exactly 0 is no loss",  # 5 - 5, 0 - 10
        [0, 10],
        [10, 0],
        [[0, 1], [1, 1]],
        [[0, 1], [1, 1]],
        None,
        0.5,
        (0, -7.5, -2.5, 0.5),
        "interval",
    )
    yield case(
        "nobody buys",
        [0, 0, 0],
        [0, 0],
        [[0, 1, 2]],
        [[0, 1]],
        None,
        0.95,
        (0, 0, 0, 0),
        "interval",
    )
    yield case(
        "a gain in most replicates, at another level",  # 8, 8, 8, -4 around 2
        [4],
        [0, 12],
        [[0]] * 4,
        [[1, 1], [1, 1], [1, 1], [0, 0]],
        None,
        0.8,
        (2, -0.4, 8, 0.25),
        "interval",
    )

    ok = ([0, 10], [0, 4], both, both, None, 0.95)

    def refused(name, **changes):
        names = ("rev_c", "rev_t", "idx_c", "idx_t", "cap", "level")
        args = dict(zip(names, ok, strict=True)) | changes
        return case(name, *args.values(), ValueError, "bad_input")

    no_width = np.empty((2, 0), dtype=int)
    no_rows = np.empty((0, 2), dtype=int)
    yield refused("the control is empty", rev_c=[], idx_c=no_width)
    yield refused("the treatment is empty", rev_t=[], idx_t=no_width)
    yield refused("rows of the control too short", idx_c=[[0], [1]])
    yield refused("rows of the treatment too long", idx_t=[[0, 1, 1], [1, 1, 0]])
    yield refused("fewer replicates of the control", idx_c=both[:1])
    yield refused("fewer replicates of the treatment", idx_t=both[:1])
    yield refused("no replicates", idx_c=no_rows, idx_t=no_rows)
    yield refused("a cap of 0", cap=0.0)
    yield refused("a cap below 0", cap=-1.0)
    yield refused("a level of 0", level=0.0)
    yield refused("a level of 1", level=1.0)
    yield refused("a level in percent", level=95.0)


# --- random -------------------------------------------------------------------------------------


def draw_logs(rng):
    users = range(1, rng.choice([3, 6, 9]))
    assignments = [(user, rng.choice(["control", "treatment"])) for user in users]
    assignments += [
        (user, rng.choice(["control", "treatment"])) for user in users if rng.random() < 0.2
    ]
    known = [*users, 99]
    orders = [
        (
            order_id,
            rng.choice(known),
            *rng.choice([("buy_now", 1), ("cart", rng.randint(1, 4))]),
            on_grid(rng, [9.5, 20.0], lambda: rng.randrange(4000) / 4),
            rng.choice(["delivered", "delivered", "shipped", "cancelled"]),
        )
        for order_id in rng.sample(range(1, 40), rng.randint(0, 9))
    ]
    return {"assignments": with_repeats(rng, assignments), "orders": orders}


def draw_funnel(rng):
    logs = draw_logs(rng)
    clicks = [(rng.randint(1, 9),) for _ in range(rng.randint(0, 8))]
    return {"assignments": logs["assignments"], "clicks": clicks, "orders": logs["orders"]}


def draw_arms(rng):
    def one():
        users = rng.randint(50, 5_000)
        clickers = rng.randint(10, users)
        orders = rng.randint(5, clickers)
        return arm(users, clickers, orders, orders * rng.randrange(400, 8_000) / 100)

    control, treatment = one(), one()
    if rng.random() < 0.2:  # the same revenue per user, by other factors
        treatment["revenue"] = treatment["users"] * (control["revenue"] / control["users"])
    return {"control": control, "treatment": treatment}


def draw_revenue(rng):
    n_c, n_t, replicates = rng.randint(1, 5), rng.randint(1, 5), rng.randint(1, 6)

    def spent():
        return on_grid(rng, [0.0, 0.0, 20.0], lambda: rng.randrange(8_000) / 4)

    def rows(n):
        return np.array([[rng.randrange(n) for _ in range(n)] for _ in range(replicates)])

    cap = maybe_none(rng, rng.choice([10.0, 100.0, 612.5]), 0.4)
    return {
        "rev_c": [spent() for _ in range(n_c)],
        "rev_t": [spent() for _ in range(n_t)],
        "idx_c": rows(n_c),
        "idx_t": rows(n_t),
        "cap": cap,
        "level": rng.choice([0.5, 0.8, 0.9, 0.95]),
    }


DRAWN = {
    "arm_summary": (draw_funnel, 18),
    "revenue_bridge": (draw_arms, 12),
    "channel_shift": (draw_logs, 18),
    "revenue_effect": (draw_revenue, 18),
}
