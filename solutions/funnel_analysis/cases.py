"""Inputs for the purchase funnel: events(user_id, event_ts, event_name, device)."""

from datetime import datetime, timedelta

from grader.authoring import Case, maybe_none, on_grid, with_repeats

STEPS = ("view", "add_to_cart", "checkout", "purchase")


def at(day, clock="09:00:00"):
    """A time on day 0, 1, ... of the story; day 0 is 2025-06-01."""
    return f"2025-06-{day + 1:02d} {clock}"


def story(name, *events, rule="", **expected):
    return Case(name, {"events": list(events)}, rule=rule, expected=expected)


def funnel(*users):
    """The rows of a funnel with these users per step, as the contract's ratios give them."""
    rows = []
    for k, (name, n) in enumerate(zip(STEPS, users)):
        before = users[k - 1] if k else None
        rows.append(
            (
                k + 1,
                name,
                n,
                n / users[0] if users[0] else None,
                n / before if before else None,
                before - n if k else None,
            )
        )
    return rows


def opened(*users):
    return [(k + 1, name, n) for k, (name, n) in enumerate(zip(STEPS, users))]


def by_device(**users):
    return [(device, *row) for device in sorted(users) for row in funnel(*users[device])]


def all_four(open_users, ordered, windowed, devices):
    return {
        "step_users": opened(*open_users),
        "ordered_funnel": funnel(*ordered),
        "windowed_funnel": funnel(*windowed),
        "funnel_by_device": by_device(**devices),
    }


def cases(rng):
    # ---- the worked examples
    yield story(
        "worked example: the second view opens the window",
        (1, at(0), "view", "mobile"),
        (1, at(1), "add_to_cart", "mobile"),
        (1, at(20), "view", "mobile"),
        (1, at(21), "add_to_cart", "mobile"),
        (1, at(22), "checkout", "mobile"),
        rule="any_view",
        step_users=[(1, "view", 1), (2, "add_to_cart", 1), (3, "checkout", 1), (4, "purchase", 0)],
        ordered_funnel=[
            (1, "view", 1, 1.0, None, None),
            (2, "add_to_cart", 1, 1.0, 1.0, 0),
            (3, "checkout", 1, 1.0, 1.0, 0),
            (4, "purchase", 0, 0.0, 0.0, 1),
        ],
        windowed_funnel=[
            (1, "view", 1, 1.0, None, None),
            (2, "add_to_cart", 1, 1.0, 1.0, 0),
            (3, "checkout", 1, 1.0, 1.0, 0),
            (4, "purchase", 0, 0.0, 0.0, 1),
        ],
        funnel_by_device=[
            ("mobile", 1, "view", 1, 1.0, None, None),
            ("mobile", 2, "add_to_cart", 1, 1.0, 1.0, 0),
            ("mobile", 3, "checkout", 1, 1.0, 1.0, 0),
            ("mobile", 4, "purchase", 0, 0.0, 0.0, 1),
        ],
    )
    yield story(
        "worked example: to which device a user belongs",
        (1, at(0), "view", "mobile"),
        (1, at(1), "add_to_cart", "desktop"),
        (2, at(0), "view", "desktop"),
        (2, at(0), "view", "app"),
        (3, at(0), "view", None),
        (3, at(1), "view", "app"),
        (4, at(0), "add_to_cart", "desktop"),
        rule="segment",
        step_users=[(1, "view", 3), (2, "add_to_cart", 2), (3, "checkout", 0), (4, "purchase", 0)],
        ordered_funnel=[
            (1, "view", 3, 1.0, None, None),
            (2, "add_to_cart", 1, 1 / 3, 1 / 3, 2),
            (3, "checkout", 0, 0.0, 0.0, 1),
            (4, "purchase", 0, 0.0, None, 0),
        ],
        windowed_funnel=[
            (1, "view", 3, 1.0, None, None),
            (2, "add_to_cart", 1, 1 / 3, 1 / 3, 2),
            (3, "checkout", 0, 0.0, 0.0, 1),
            (4, "purchase", 0, 0.0, None, 0),
        ],
        funnel_by_device=[
            ("app", 1, "view", 1, 1.0, None, None),
            ("app", 2, "add_to_cart", 0, 0.0, 0.0, 1),
            ("app", 3, "checkout", 0, 0.0, None, 0),
            ("app", 4, "purchase", 0, 0.0, None, 0),
            ("mobile", 1, "view", 1, 1.0, None, None),
            ("mobile", 2, "add_to_cart", 1, 1.0, 1.0, 0),
            ("mobile", 3, "checkout", 0, 0.0, 0.0, 1),
            ("mobile", 4, "purchase", 0, 0.0, None, 0),
            ("unknown", 1, "view", 1, 1.0, None, None),
            ("unknown", 2, "add_to_cart", 0, 0.0, 0.0, 1),
            ("unknown", 3, "checkout", 0, 0.0, None, 0),
            ("unknown", 4, "purchase", 0, 0.0, None, 0),
        ],
    )

    # ---- the result's shape
    yield story(
        "no events at all",
        rule="all_steps",
        **all_four((0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), {}),
    )
    yield story(
        "only purchases: nobody enters",
        (1, at(0), "purchase", "app"),
        (2, at(0), "purchase", "app"),
        rule="no_gap",
        **all_four((0, 0, 0, 2), (0, 0, 0, 0), (0, 0, 0, 0), {}),
    )
    yield story(
        "shares from the start and from the step before differ",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "checkout", "app"),
        (1, at(3), "purchase", "app"),
        (2, at(0), "view", "app"),
        (2, at(1), "add_to_cart", "app"),
        (3, at(0), "view", "app"),
        (4, at(0), "view", "app"),
        rule="ratios",
        **all_four((4, 2, 1, 1), (4, 2, 1, 1), (4, 2, 1, 1), {"app": (4, 2, 1, 1)}),
    )

    # ---- which rows and names count
    yield story(
        "a user without an id",
        (None, at(0), "view", "app"),
        (None, at(1), "add_to_cart", "app"),
        (1, at(0), "view", "app"),
        rule="missing",
        **all_four((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "nobody has an id",
        (None, at(0), "view", "app"),
        rule="missing",
        **all_four((0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), {}),
    )
    yield story(
        "an event without a time",
        (1, at(0), "view", "app"),
        (1, None, "add_to_cart", "app"),
        (2, None, "view", "desktop"),
        (2, at(1), "add_to_cart", "desktop"),
        rule="missing",
        **all_four((1, 1, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "an event without a name between two steps",
        (1, at(0), "view", "app"),
        (1, at(1), None, "app"),
        (1, at(2), "add_to_cart", "app"),
        rule="steps",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "names in other spellings",
        (1, at(0), "View", "app"),
        (1, at(1), "Add_To_Cart", "app"),
        (2, at(0), "view", "app"),
        (2, at(1), "ADD_TO_CART", "app"),
        rule="steps",
        **all_four((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "a search before the view",
        (1, at(0), "search", "app"),
        (1, at(1), "view", "app"),
        (2, at(0), "search", "app"),
        rule="steps",
        **all_four((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "a repeated row",
        (1, at(0), "view", "app"),
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(1), "add_to_cart", "app"),
        rule="users",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "many views and carts of one user",
        (1, at(0), "view", "app"),
        (1, at(1), "view", "app"),
        (1, at(2), "view", "app"),
        (1, at(3), "add_to_cart", "app"),
        (1, at(4), "add_to_cart", "app"),
        (2, at(0), "view", "app"),
        rule="users",
        **all_four((2, 1, 0, 0), (2, 1, 0, 0), (2, 1, 0, 0), {"app": (2, 1, 0, 0)}),
    )

    # ---- order
    yield story(
        "all four steps in the same second",
        *((1, at(0), name, "app") for name in STEPS),
        rule="ties",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), {"app": (1, 1, 1, 1)}),
    )
    yield story(
        "a cart one microsecond before the view",
        (1, at(0), "view", "app"),
        (1, at(0, "08:59:59.999999"), "add_to_cart", "app"),
        rule="ties",
        **all_four((1, 1, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "all four steps in reverse order",
        *((1, at(3 - k), name, "app") for k, name in enumerate(STEPS)),
        rule="chain",
        **all_four((1, 1, 1, 1), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "a cart before and one after the first view",
        (1, at(0), "add_to_cart", "app"),
        (1, at(1), "view", "app"),
        (1, at(2), "add_to_cart", "app"),
        rule="chain",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "a step is skipped",
        (1, at(0), "view", "app"),
        (1, at(1), "checkout", "app"),
        (1, at(2), "purchase", "app"),
        rule="no_gap",
        **all_four((1, 0, 1, 1), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "three steps without a view",
        (1, at(0), "add_to_cart", "app"),
        (1, at(1), "checkout", "app"),
        (1, at(2), "purchase", "app"),
        (2, at(0), "view", "app"),
        rule="no_gap",
        **all_four((1, 1, 1, 1), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "a checkout after the view but before the cart",
        (1, at(0), "view", "app"),
        (1, at(1), "checkout", "app"),
        (1, at(2), "add_to_cart", "app"),
        rule="chain",
        **all_four((1, 1, 1, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "a purchase before the checkout and one after it",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "purchase", "app"),
        (1, at(3), "checkout", "app"),
        (1, at(4), "purchase", "app"),
        rule="chain",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), {"app": (1, 1, 1, 1)}),
    )
    yield story(
        "another view between the cart and the checkout",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "view", "app"),
        (1, at(3), "checkout", "app"),
        rule="chain",
        **all_four((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 1, 0), {"app": (1, 1, 1, 0)}),
    )
    yield story(
        "the cart and the checkout are repeated later",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "checkout", "app"),
        (1, at(3), "purchase", "app"),
        (1, at(4), "checkout", "app"),
        (1, at(5), "add_to_cart", "app"),
        rule="chain",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), {"app": (1, 1, 1, 1)}),
    )

    # ---- the window
    yield story(
        "exactly 7 days from view to purchase",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "checkout", "app"),
        (1, at(7), "purchase", "app"),
        rule="window",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), {"app": (1, 1, 1, 1)}),
    )
    yield story(
        "exactly 7 days from view to cart",
        (1, at(0), "view", "app"),
        (1, at(7), "add_to_cart", "app"),
        rule="window",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "exactly 7 days from view to checkout",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(7), "checkout", "app"),
        rule="window",
        **all_four((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 1, 0), {"app": (1, 1, 1, 0)}),
    )
    yield story(
        "7 days and one microsecond from view to cart",
        (1, at(0), "view", "app"),
        (1, at(7, "09:00:00.000001"), "add_to_cart", "app"),
        rule="window",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "the seventh day, but 5 hours too late",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "checkout", "app"),
        (1, at(7, "14:00:00"), "purchase", "app"),
        rule="window",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 0), {"app": (1, 1, 1, 0)}),
    )
    yield story(
        "the first view is stale, the second one converts",
        (1, at(0), "view", "app"),
        (1, at(9), "view", "app"),
        (1, at(10), "add_to_cart", "app"),
        rule="any_view",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "the first view converts, the last one does not",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "view", "app"),
        rule="any_view",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "only the view in the middle leads to a purchase in time",
        (1, at(0), "view", "app"),
        (1, at(5), "view", "app"),
        (1, at(6), "add_to_cart", "app"),
        (1, at(7), "checkout", "app"),
        (1, at(8), "view", "app"),
        (1, at(12), "purchase", "app"),
        rule="any_view",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), {"app": (1, 1, 1, 1)}),
    )
    yield story(
        "4 days and 4 days: each hop is short, the whole is too long",
        (1, at(0), "view", "app"),
        (1, at(4), "add_to_cart", "app"),
        (1, at(8), "checkout", "app"),
        rule="window",
        **all_four((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "an early cart and a later one before a late checkout",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(5), "add_to_cart", "app"),
        (1, at(10), "checkout", "app"),
        rule="window",
        **all_four((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )

    # ---- devices
    yield story(
        "a tie at the first view between two devices",
        (1, at(0), "view", "mobile"),
        (1, at(0), "view", "desktop"),
        rule="device_tie",
        funnel_by_device=by_device(desktop=(1, 0, 0, 0)),
    )
    yield story(
        "a tie at the first view between a missing device and 'zeta'",
        (1, at(0), "view", None),
        (1, at(0), "view", "zeta"),
        rule="unknown",
        funnel_by_device=by_device(unknown=(1, 0, 0, 0)),
    )
    yield story(
        "a tie at the first view between a missing device and 'app'",
        (1, at(0), "view", None),
        (1, at(0), "view", "app"),
        rule="device_tie",
        funnel_by_device=by_device(app=(1, 0, 0, 0)),
    )
    yield story(
        "a user whose only view has no device",
        (1, at(0), "view", None),
        (1, at(1), "add_to_cart", "app"),
        rule="unknown",
        funnel_by_device=by_device(unknown=(1, 1, 0, 0)),
    )
    yield story(
        "a cart without a device",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", None),
        rule="segment",
        funnel_by_device=by_device(app=(1, 1, 0, 0)),
    )
    yield story(
        "a missing device and one that is called 'unknown'",
        (1, at(0), "view", None),
        (2, at(0), "view", "unknown"),
        (2, at(1), "add_to_cart", "unknown"),
        rule="unknown",
        funnel_by_device=by_device(unknown=(2, 1, 0, 0)),
    )
    yield story(
        "from the phone to the laptop midway",
        (1, at(0), "view", "mobile"),
        (1, at(1), "add_to_cart", "mobile"),
        (1, at(2), "checkout", "desktop"),
        (1, at(2), "purchase", "desktop"),
        rule="segment",
        funnel_by_device=by_device(mobile=(1, 1, 1, 1)),
    )
    yield story(
        "a second view on another device",
        (1, at(0), "view", "mobile"),
        (1, at(9), "view", "desktop"),
        (1, at(10), "add_to_cart", "desktop"),
        rule="segment",
        funnel_by_device=by_device(mobile=(1, 1, 0, 0)),
    )
    yield story(
        "a search on another device before the first view",
        (1, at(0), "search", "desktop"),
        (1, at(1), "view", "mobile"),
        rule="segment",
        funnel_by_device=by_device(mobile=(1, 0, 0, 0)),
    )
    yield story(
        "most events on another device than the first view",
        (1, at(0), "view", "mobile"),
        (1, at(1), "add_to_cart", "desktop"),
        (1, at(2), "checkout", "desktop"),
        (1, at(3), "view", "mobile"),
        (1, at(4), "search", "desktop"),
        rule="segment",
        funnel_by_device=by_device(mobile=(1, 1, 1, 0)),
    )
    yield story(
        "two devices of different size",
        (1, at(0), "view", "desktop"),
        (2, at(0), "view", "mobile"),
        (2, at(1), "add_to_cart", "mobile"),
        (3, at(0), "view", "mobile"),
        rule="devices",
        funnel_by_device=by_device(desktop=(1, 0, 0, 0), mobile=(2, 1, 0, 0)),
    )

    # ---- slips that strangers made
    yield story(
        "a checkout before the cart, and one after it",
        (1, at(0), "view", "app"),
        (1, at(1), "checkout", "app"),
        (1, at(2), "add_to_cart", "app"),
        (1, at(3), "checkout", "app"),
        rule="chain",
        **all_four((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 1, 0), {"app": (1, 1, 1, 0)}),
    )
    yield story(
        "the second view of the day opens the window that is long enough",
        (1, at(0, "08:00:00"), "view", "app"),
        (1, at(0, "12:00:00"), "view", "app"),
        (1, at(7, "10:00:00"), "add_to_cart", "app"),
        rule="any_view",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 1, 0, 0), {"app": (1, 1, 0, 0)}),
    )
    yield story(
        "a purchase in time, and one long after",
        (1, at(0), "view", "app"),
        (1, at(0), "add_to_cart", "app"),
        (1, at(0), "checkout", "app"),
        (1, at(1), "purchase", "app"),
        (1, at(20), "purchase", "app"),
        rule="window",
        **all_four((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), {"app": (1, 1, 1, 1)}),
    )
    yield story(
        "the cart comes half a second before the view",
        (1, at(0, "09:00:00.200000"), "add_to_cart", "app"),
        (1, at(0, "09:00:00.700000"), "view", "app"),
        rule="chain",
        **all_four((1, 1, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "names that begin like a step",
        (1, at(0), "view_item", "app"),
        (2, at(0), "view", "app"),
        (2, at(1), "add_to_cart_failed", "app"),
        rule="steps",
        **all_four((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "devices that differ only in case, and one that is an empty text",
        (1, at(0), "view", "App"),
        (2, at(0), "view", "app"),
        (3, at(0), "view", ""),
        (4, at(0), "view", None),
        rule="unknown",
        **all_four(
            (4, 0, 0, 0),
            (4, 0, 0, 0),
            (4, 0, 0, 0),
            {"": (1, 0, 0, 0), "App": (1, 0, 0, 0), "app": (1, 0, 0, 0), "unknown": (1, 0, 0, 0)},
        ),
    )

    yield story(
        "names with a space around them, and with other signs",
        (1, at(0), " view", "app"),
        (1, at(0), "view ", "app"),
        (2, at(0), "view", "app"),
        (2, at(1), "add-to-cart", "app"),
        (2, at(1), "add_to_cart ", "app"),
        rule="steps",
        **all_four((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )
    yield story(
        "a checkout from the first pair of view and cart, none from the later pair",
        (1, at(0), "view", "app"),
        (1, at(0, "10:00:00"), "add_to_cart", "app"),
        (1, at(3), "checkout", "app"),
        (1, at(4), "view", "app"),
        (1, at(11), "add_to_cart", "app"),
        rule="any_view",
        **all_four((1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 1, 0), {"app": (1, 1, 1, 0)}),
    )
    yield story(
        "the eighth day, but not yet 8 times 24 hours",
        (1, at(0, "10:00:00"), "view", "app"),
        (1, at(8, "05:00:00"), "add_to_cart", "app"),
        rule="window",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 0, 0, 0), {"app": (1, 0, 0, 0)}),
    )

    # ---- single slips in a worked solution
    yield story(
        "a purchase after the cart but before the checkout",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "purchase", "app"),
        (1, at(3), "checkout", "app"),
        rule="chain",
        **all_four((1, 1, 1, 1), (1, 1, 1, 0), (1, 1, 1, 0), {"app": (1, 1, 1, 0)}),
    )
    yield story(
        "only the other user buys, and without a checkout",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "checkout", "app"),
        (2, at(0), "view", "app"),
        (2, at(1), "add_to_cart", "app"),
        (2, at(3), "purchase", "app"),
        rule="no_gap",
        **all_four((2, 2, 1, 1), (2, 2, 1, 0), (2, 2, 1, 0), {"app": (2, 2, 1, 0)}),
    )
    yield story(
        "the last two steps in other spellings",
        (1, at(0), "view", "app"),
        (1, at(1), "add_to_cart", "app"),
        (1, at(2), "checkout", "app"),
        (1, at(3), "Purchase", "app"),
        (2, at(0), "view", "app"),
        (2, at(1), "add_to_cart", "app"),
        (2, at(2), "Checkout", "app"),
        (2, at(3), "purchase", "app"),
        rule="steps",
        **all_four((2, 2, 1, 1), (2, 2, 1, 0), (2, 2, 1, 0), {"app": (2, 2, 1, 0)}),
    )
    yield story(
        "a 'View' decides no device and opens no window",
        (1, at(0), "View", "desktop"),
        (1, at(1), "view", "mobile"),
        (1, at(9), "View", "mobile"),
        (1, at(10), "add_to_cart", "mobile"),
        rule="steps",
        **all_four((1, 1, 0, 0), (1, 1, 0, 0), (1, 0, 0, 0), {"mobile": (1, 0, 0, 0)}),
    )
    # 32 rows, because DuckDB happens to keep up to 24 in order that are sorted by device alone.
    yield story(
        "eight devices: within a device the rows are ordered by step",
        *((n, at(0), "view", f"device {n}") for n in range(1, 9)),
        rule="devices",
        funnel_by_device=by_device(**{f"device {n}": (1, 0, 0, 0) for n in range(1, 9)}),
    )

    for n in range(1, 21):
        yield Case(f"random {n}", {"events": draw(rng)})


WINDOW = timedelta(days=7)
# Hops between the steps of an attempt: ties, 4 + 4 days, the edge of the window, a step back.
HOPS = (
    timedelta(0),
    timedelta(0),
    timedelta(seconds=1),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(days=3),
    timedelta(days=4),
    WINDOW,
    WINDOW + timedelta(microseconds=1),
    WINDOW + timedelta(hours=5),
    timedelta(days=-1),
)
STARTS = (timedelta(0), timedelta(0), timedelta(days=1), timedelta(days=5), timedelta(days=9))
DEVICES = ("app", "desktop", "mobile", "zeta")
NAMES = ("view",) * 4 + ("add_to_cart",) * 3 + ("checkout", "purchase") * 2 + ("search", "View")


def draw(rng):
    """Attempts of a few users, some steps of them lost, with stray events in between; 0 to 30 rows."""
    first_day = datetime(2025, rng.randint(1, 12), rng.randint(1, 28), 9)

    def hop():
        return on_grid(rng, HOPS, lambda: timedelta(seconds=rng.randint(0, 9 * 86400)))

    rows = []
    for _ in range(rng.randint(0, 7)):
        user, device = rng.randint(1, 4), rng.choice(DEVICES)
        start = time = first_day + rng.choice(STARTS)
        if rng.random() < 0.15:  # two views at the same time
            rows.append((user, start, "view", rng.choice((*DEVICES, None))))
        for name in STEPS[: rng.randint(1, 4)]:
            if rng.random() > 0.07:
                rows.append((user, time, name, device))
            time += hop()
            if time != start and rng.random() < 0.15:
                time = max(time, start + WINDOW)
            if rng.random() < 0.15:
                device = rng.choice(DEVICES)
    for _ in range(rng.randint(0, 4)):
        rows.append((rng.randint(1, 4), first_day + hop(), rng.choice(NAMES), rng.choice(DEVICES)))
    rows = [
        (
            maybe_none(rng, user),
            maybe_none(rng, time),
            maybe_none(rng, name),
            maybe_none(rng, device, 0.08),
        )
        for user, time, name, device in rows
    ]
    return with_repeats(rng, rows)[:30]
