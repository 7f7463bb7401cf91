"""Inputs on which the answers of top_sellers are run."""

from datetime import date, datetime, time, timedelta

from grader.authoring import Case, maybe_none, on_grid, with_repeats

STATUSES = ("failed", "delivered", "returned", "lost", "Delivered")
SPELLINGS = (*STATUSES, "Returned")
DAYS = (
    "2025-06-30", "2025-06-29", "2025-07-31", "2024-02-29", "2024-03-29", "2025-03-01",
    "2024-12-31", "2025-01-01", "2025-01-29", "2025-10-15",
)  # fmt: skip


def store(products=(), orders=(), items=(), deliveries=(), as_of="2025-06-30"):
    """The five tables. Deliveries are given without their delivery_id: it only numbers them."""
    return {
        "products": list(products),
        "orders": list(orders),
        "order_items": list(items),
        "deliveries": [(number, *row) for number, row in enumerate(deliveries, 1)],
        "params": [(as_of,)],
    }


def one_order(order_ts, *statuses, as_of="2025-06-30"):
    """One order of two Atlases at 5 cents. A status without a time comes two days later."""
    later = datetime.fromisoformat(order_ts or as_of) + timedelta(days=2)
    parcels = [status if isinstance(status, tuple) else (status, later) for status in statuses]
    return store(
        [(1, "Atlas", "Books")],
        [(1, order_ts)],
        [(1, 1, 2, 5)],
        [(1, *parcel) for parcel in parcels],
        as_of,
    )


COUNTS = {
    "top_sellers": [("Books", 1, 1, "Atlas", 2)],
    "top_by_revenue": [("Books", 1, 1, "Atlas", 2, 10)],
}
COUNTS_NOT = {
    "delivered_orders": [],
    "top_sellers": [],
    "top_by_revenue": [("Books", 1, 1, "Atlas", 0, 0)],
}


def sales(*products, as_of="2025-06-30"):
    """One delivered order. A product is (id, name, category, *lines), a line (quantity, price)."""
    return store(
        [product[:3] for product in products],
        [(1, "2025-06-10 12:00:00")],
        [(1, product[0], *line) for product in products for line in product[3:]],
        [(1, "delivered", "2025-06-12 09:00:00")],
        as_of,
    )


def cases(rng):
    yield from window_cases()
    yield from delivery_cases()
    yield from stray_cases()
    yield from tie_cases()
    yield from revenue_cases()
    yield from worked_examples()
    for number in range(1, 21):
        yield Case(f"random {number}", draw(rng))


def window_cases():
    yield Case(
        "all tables empty",
        store(),
        expected={"delivered_orders": [], "top_sellers": [], "top_by_revenue": []},
    )
    yield Case(
        "products, but no orders",
        store([(2, "Brick", "Toys"), (1, "Atlas", "Books")]),
        rule="everyone",
        expected={
            "delivered_orders": [],
            "top_sellers": [],
            "top_by_revenue": [("Books", 1, 1, "Atlas", 0, 0), ("Toys", 1, 2, "Brick", 0, 0)],
        },
    )
    yield Case(
        "first second of the first day (as_of - 29)",
        one_order("2025-06-01 00:00:00", "delivered"),
        rule="window",
        expected={"delivered_orders": [(1, "2025-06-01")], **COUNTS},
    )
    yield Case(
        "one second before the window",
        one_order("2025-05-31 23:59:59", "delivered"),
        rule="window",
        expected=COUNTS_NOT,
    )
    yield Case(
        "first second of as_of",
        one_order("2025-06-30 00:00:00", "delivered"),
        rule="window",
        expected={"delivered_orders": [(1, "2025-06-30")], **COUNTS},
    )
    yield Case(
        "last second of as_of",
        one_order("2025-06-30 23:59:59", "delivered"),
        rule="window",
        expected={"delivered_orders": [(1, "2025-06-30")], **COUNTS},
    )
    yield Case(
        "order in the last microsecond of as_of",
        one_order("2025-06-30 23:59:59.999999", "delivered"),
        rule="window",
        expected={"delivered_orders": [(1, "2025-06-30")], **COUNTS},
    )
    yield Case(
        "midnight of the day after as_of",
        one_order("2025-07-01 00:00:00", "delivered"),
        rule="window",
        expected=COUNTS_NOT,
    )
    yield Case(
        "no order time",
        one_order(None, ("delivered", "2025-06-12 09:00:00")),
        rule="window",
        expected=COUNTS_NOT,
    )
    yield Case(
        "window over the end of February in a leap year",
        store(
            orders=[
                (3, "2024-02-01 00:00:00"),
                (1, "2024-02-29 23:59:59"),
                (2, "2024-01-31 23:59:59"),
                (4, "2024-03-02 00:00:00"),
            ],
            deliveries=[(number, "delivered", None) for number in (1, 2, 3, 4)],
            as_of="2024-03-01",
        ),
        rule="window",
        expected={"delivered_orders": [(1, "2024-02-29"), (3, "2024-02-01")]},
    )


def delivery_cases():
    yield Case(
        "placed in the window, delivered after as_of",
        one_order("2025-06-29 10:00:00", ("delivered", "2025-07-03 10:00:00")),
        rule="arrival",
        expected={"delivered_orders": [(1, "2025-06-29")], **COUNTS},
    )
    yield Case(
        "placed before the window, delivered in it",
        one_order("2025-05-30 10:00:00", ("delivered", "2025-06-02 10:00:00")),
        rule="window",
        expected=COUNTS_NOT,
    )
    yield Case(
        "no delivery row",
        one_order("2025-06-15 10:00:00"),
        rule="delivered",
        expected=COUNTS_NOT,
    )
    yield Case(
        "failed, then delivered",
        one_order(
            "2025-06-15 10:00:00",
            ("failed", "2025-06-16 10:00:00"),
            ("delivered", "2025-06-17 10:00:00"),
        ),
        rule="returned",
        expected={"delivered_orders": [(1, "2025-06-15")], **COUNTS},
    )
    yield Case(
        "failed, then lost",
        one_order(
            "2025-06-15 10:00:00",
            ("failed", "2025-06-16 10:00:00"),
            ("lost", "2025-06-19 10:00:00"),
        ),
        rule="delivered",
        expected=COUNTS_NOT,
    )
    yield Case(
        "one parcel delivered, the other lost later",
        one_order(
            "2025-06-15 10:00:00",
            ("delivered", "2025-06-16 10:00:00"),
            ("lost", "2025-06-20 10:00:00"),
        ),
        rule="returned",
        expected={"delivered_orders": [(1, "2025-06-15")], **COUNTS},
    )
    yield Case(
        "delivered twice (split parcel)",
        one_order(
            "2025-06-15 10:00:00",
            ("delivered", "2025-06-16 10:00:00"),
            ("delivered", "2025-06-17 10:00:00"),
        ),
        rule="delivered",
        expected={"delivered_orders": [(1, "2025-06-15")], **COUNTS},
    )
    yield Case(
        "returned, by a clock that was wrong, before it was delivered",
        one_order(
            "2025-06-15 10:00:00",
            ("delivered", "2025-06-16 10:00:00"),
            ("returned", "2025-06-14 10:00:00"),
        ),
        rule="returned",
        expected=COUNTS_NOT,
    )
    yield Case(
        "returned, nobody knows when",
        one_order("2025-06-15 10:00:00", ("delivered", "2025-06-16 10:00:00"), ("returned", None)),
        rule="returned",
        expected=COUNTS_NOT,
    )
    yield Case(
        "delivered, then returned",
        one_order(
            "2025-06-15 10:00:00",
            ("delivered", "2025-06-16 10:00:00"),
            ("returned", "2025-06-25 10:00:00"),
        ),
        rule="returned",
        expected=COUNTS_NOT,
    )
    yield Case(
        "first box returned before the second is delivered",
        one_order(
            "2025-06-10 10:00:00",
            ("delivered", "2025-06-12 10:00:00"),
            ("returned", "2025-06-16 10:00:00"),
            ("delivered", "2025-06-18 10:00:00"),
        ),
        rule="returned",
        expected=COUNTS_NOT,
    )
    yield Case(
        "returned, but only after as_of",
        one_order(
            "2025-06-25 10:00:00",
            ("delivered", "2025-06-27 10:00:00"),
            ("returned", "2025-07-04 10:00:00"),
        ),
        rule="arrival",
        expected=COUNTS_NOT,
    )
    yield Case(
        "'Delivered' with a capital",
        one_order("2025-06-15 10:00:00", ("Delivered", "2025-06-16 10:00:00")),
        rule="delivered",
        expected=COUNTS_NOT,
    )
    yield Case(
        "delivered, and 'Returned' with a capital",
        one_order(
            "2025-06-15 10:00:00",
            ("delivered", "2025-06-16 10:00:00"),
            ("Returned", "2025-06-20 10:00:00"),
        ),
        rule="returned",
        expected={"delivered_orders": [(1, "2025-06-15")], **COUNTS},
    )
    yield Case(
        "an order without items",
        store(
            orders=[(7, "2025-06-15 10:00:00")],
            deliveries=[(7, "delivered", "2025-06-16 10:00:00")],
        ),
        rule="one_row",
        expected={"delivered_orders": [(7, "2025-06-15")], "top_sellers": []},
    )
    yield Case(
        "the younger order has the smaller id",
        store(
            orders=[(9, "2025-06-02 10:00:00"), (10, "2025-06-01 10:00:00"), (2, "2025-06-20")],
            deliveries=[(10, "delivered", None), (9, "delivered", None), (2, "delivered", None)],
        ),
        expected={"delivered_orders": [(2, "2025-06-20"), (9, "2025-06-02"), (10, "2025-06-01")]},
    )


def stray_cases():
    books = [(1, "Atlas", "Books")]
    order = [(1, "2025-06-15 10:00:00")]
    line = [(1, 1, 2, 5)]
    good = {"delivered_orders": [(1, "2025-06-15")], **COUNTS}
    yield Case(
        "a returned parcel without order id",
        store(books, order, line, [(1, "delivered", None), (None, "returned", None)]),
        rule="strays",
        expected=good,
    )
    yield Case(
        "a delivered parcel without order id",
        store(books, order, line, [(None, "delivered", None)]),
        rule="strays",
        expected=COUNTS_NOT,
    )
    yield Case(
        "item of an unknown product",
        store(books, order, [*line, (1, 99, 7, 100)], [(1, "delivered", None)]),
        rule="strays",
        expected=good,
    )
    yield Case(
        "items and deliveries of unknown orders",
        store(
            books,
            order,
            [*line, (8, 1, 7, 100)],
            [(1, "delivered", None), (8, "delivered", None), (9, "returned", None)],
        ),
        rule="strays",
        expected=good,
    )


def tie_cases():
    yield Case(
        "tie at rank 1: 5, 5, 4, 3, 2 units",
        sales(
            (1, "Atlas", "Books", (5, 1)),
            (2, "Bible", "Books", (5, 1)),
            (3, "Comic", "Books", (4, 1)),
            (4, "Diary", "Books", (3, 1)),
            (5, "Essay", "Books", (2, 1)),
        ),
        rule="rank",
        expected={
            "top_sellers": [
                ("Books", 1, 1, "Atlas", 5),
                ("Books", 1, 2, "Bible", 5),
                ("Books", 3, 3, "Comic", 4),
            ],
            "top_by_revenue": [
                ("Books", 1, 1, "Atlas", 5, 5),
                ("Books", 2, 2, "Bible", 5, 5),
                ("Books", 3, 3, "Comic", 4, 4),
            ],
        },
    )
    yield Case(
        "tie at rank 3: all of them stay",
        sales(
            (1, "Atlas", "Books", (3, 1)),
            (2, "Bible", "Books", (3, 1)),
            (3, "Comic", "Books", (9, 1)),
            (4, "Diary", "Books", (8, 1)),
        ),
        rule="rank",
        expected={
            "top_sellers": [
                ("Books", 1, 3, "Comic", 9),
                ("Books", 2, 4, "Diary", 8),
                ("Books", 3, 1, "Atlas", 3),
                ("Books", 3, 2, "Bible", 3),
            ],
            "top_by_revenue": [
                ("Books", 1, 3, "Comic", 9, 9),
                ("Books", 2, 4, "Diary", 8, 8),
                ("Books", 3, 1, "Atlas", 3, 3),
            ],
        },
    )
    yield Case(
        "three level at rank 1 crowd out the fourth",
        sales(
            (1, "Atlas", "Books", (1, 1)),
            (2, "Bible", "Books", (2, 1)),
            (3, "Comic", "Books", (2, 1)),
            (4, "Diary", "Books", (2, 1)),
        ),
        rule="rank",
        expected={
            "top_sellers": [
                ("Books", 1, 2, "Bible", 2),
                ("Books", 1, 3, "Comic", 2),
                ("Books", 1, 4, "Diary", 2),
            ]
        },
    )
    yield Case(
        "two products of the same name",
        sales(
            (1, "Atlas", "Books", (1, 5)),
            (2, "Atlas", "Books", (2, 5)),
            (3, "Atlas", "Toys", (4, 5)),
        ),
        rule="products",
        expected={
            "top_sellers": [
                ("Books", 1, 2, "Atlas", 2),
                ("Books", 2, 1, "Atlas", 1),
                ("Toys", 1, 3, "Atlas", 4),
            ]
        },
    )
    yield Case(
        "each category has its own top 3",
        sales(
            (1, "Atlas", "Books", (9, 1)),
            (2, "Bible", "Books", (8, 1)),
            (3, "Comic", "Books", (7, 1)),
            (4, "Duck", "Toys", (1, 1)),
        ),
        rule="rank",
        expected={
            "top_sellers": [
                ("Books", 1, 1, "Atlas", 9),
                ("Books", 2, 2, "Bible", 8),
                ("Books", 3, 3, "Comic", 7),
                ("Toys", 1, 4, "Duck", 1),
            ]
        },
    )
    yield Case(
        "many lines against many units",
        sales((1, "Atlas", "Books", (1, 1), (1, 1)), (2, "Bible", "Books", (3, 1))),
        rule="units",
        expected={
            "top_sellers": [("Books", 1, 2, "Bible", 3), ("Books", 2, 1, "Atlas", 2)],
        },
    )
    yield Case(
        "categories sort by code point: capitals first",
        sales((1, "Brush", "art", (1, 1)), (2, "Yo-yo", "Toys", (1, 1))),
        expected={
            "top_sellers": [("Toys", 1, 2, "Yo-yo", 1), ("art", 1, 1, "Brush", 1)],
            "top_by_revenue": [("Toys", 1, 2, "Yo-yo", 1, 1), ("art", 1, 1, "Brush", 1, 1)],
        },
    )
    # Few rows keep the order of a window by luck; 27 do not.
    aisles = [
        (f"Aisle {aisle}", place, 10 * aisle + place)
        for aisle in range(1, 10)
        for place in (1, 2, 3)
    ]
    yield Case(
        "nine categories of three products that are level",
        sales(*((id, "Brick", aisle, (1, 5)) for aisle, _, id in aisles)),
        rule="position",
        expected={
            "top_sellers": [(aisle, 1, id, "Brick", 1) for aisle, _, id in aisles],
            "top_by_revenue": [(aisle, place, id, "Brick", 1, 5) for aisle, place, id in aisles],
        },
    )
    yield Case(
        "one product in three orders",
        store(
            [(1, "Atlas", "Books"), (2, "Bible", "Books")],
            [(1, "2025-06-10"), (2, "2025-06-11"), (3, "2025-06-12")],
            [(1, 1, 1, 10), (2, 1, 1, 20), (3, 1, 1, 30), (3, 2, 2, 10)],
            [(1, "delivered", None), (2, "delivered", None), (3, "delivered", None)],
        ),
        rule="units",
        expected={
            "top_sellers": [("Books", 1, 1, "Atlas", 3), ("Books", 2, 2, "Bible", 2)],
            "top_by_revenue": [
                ("Books", 1, 1, "Atlas", 3, 60),
                ("Books", 2, 2, "Bible", 2, 20),
            ],
        },
    )


def revenue_cases():
    yield Case(
        "many cheap units against one dear unit",
        sales((1, "Eraser", "Office", (9, 10)), (2, "Desk", "Office", (1, 500))),
        expected={
            "top_sellers": [("Office", 1, 1, "Eraser", 9), ("Office", 2, 2, "Desk", 1)],
            "top_by_revenue": [
                ("Office", 1, 2, "Desk", 1, 500),
                ("Office", 2, 1, "Eraser", 9, 90),
            ],
        },
    )
    yield Case(
        "a gift at price 0 beside a product nobody bought",
        sales((1, "Brick", "Toys"), (2, "Duck", "Toys", (3, 0))),
        rule="position",
        expected={
            "top_sellers": [("Toys", 1, 2, "Duck", 3)],
            "top_by_revenue": [("Toys", 1, 2, "Duck", 3, 0), ("Toys", 2, 1, "Brick", 0, 0)],
        },
    )
    yield Case(
        "level on revenue 0: the smaller id has more units",
        sales((1, "Atlas", "Books", (2, 0)), (2, "Bible", "Books", (1, 0))),
        rule="position",
        expected={
            "top_by_revenue": [
                ("Books", 1, 1, "Atlas", 2, 0),
                ("Books", 2, 2, "Bible", 1, 0),
            ]
        },
    )
    yield Case(
        "level on revenue 0: the larger id has more units",
        sales((1, "Atlas", "Books", (1, 0)), (2, "Bible", "Books", (2, 0))),
        rule="position",
        expected={
            "top_by_revenue": [
                ("Books", 1, 2, "Bible", 2, 0),
                ("Books", 2, 1, "Atlas", 1, 0),
            ]
        },
    )
    yield Case(
        "level on revenue: more units first",
        sales((1, "Atlas", "Books", (1, 60)), (2, "Bible", "Books", (3, 20))),
        rule="position",
        expected={
            "top_by_revenue": [("Books", 1, 2, "Bible", 3, 60), ("Books", 2, 1, "Atlas", 1, 60)]
        },
    )
    yield Case(
        "level on revenue and units: smaller id first",
        sales(
            (1, "Diary", "Books", (2, 30)),
            (2, "Comic", "Books", (2, 30)),
            (3, "Bible", "Books", (2, 30)),
            (4, "Atlas", "Books", (2, 30)),
        ),
        rule="position",
        expected={
            "top_by_revenue": [
                ("Books", 1, 1, "Diary", 2, 60),
                ("Books", 2, 2, "Comic", 2, 60),
                ("Books", 3, 3, "Bible", 2, 60),
            ]
        },
    )
    yield Case(
        "one product on two lines at two prices",
        sales((1, "Lamp", "Home", (1, 100), (3, 40))),
        rule="lines",
        expected={
            "top_sellers": [("Home", 1, 1, "Lamp", 4)],
            "top_by_revenue": [("Home", 1, 1, "Lamp", 4, 220)],
        },
    )
    yield Case(
        "the same line twice",
        sales((1, "Lamp", "Home", (1, 100), (1, 100))),
        rule="lines",
        expected={
            "top_sellers": [("Home", 1, 1, "Lamp", 2)],
            "top_by_revenue": [("Home", 1, 1, "Lamp", 2, 200)],
        },
    )
    yield Case(
        "a category with one product, and one in which nothing sold",
        sales((3, "Rake", "Garden"), (2, "Spade", "Garden"), (1, "Atlas", "Books", (1, 5))),
        rule="everyone",
        expected={
            "top_sellers": [("Books", 1, 1, "Atlas", 1)],
            "top_by_revenue": [
                ("Books", 1, 1, "Atlas", 1, 5),
                ("Garden", 1, 2, "Spade", 0, 0),
                ("Garden", 2, 3, "Rake", 0, 0),
            ],
        },
    )
    yield Case(
        "two sold of four: an unsold one fills place 3",
        sales(
            (4, "Atlas", "Books", (1, 5)),
            (3, "Bible", "Books"),
            (2, "Comic", "Books", (2, 5)),
            (1, "Diary", "Books"),
        ),
        rule="everyone",
        expected={
            "top_by_revenue": [
                ("Books", 1, 2, "Comic", 2, 10),
                ("Books", 2, 4, "Atlas", 1, 5),
                ("Books", 3, 1, "Diary", 0, 0),
            ]
        },
    )


def worked_examples():
    yield Case(
        "the worked example",
        sales(
            (1, "A", "Books", (5, 1)),
            (2, "B", "Books", (4, 100)),
            (3, "C", "Books", (4, 1)),
            (4, "D", "Books", (4, 1)),
            (5, "E", "Toys", (1, 0)),
            (6, "F", "Toys", (1, 7)),
            (7, "G", "Garden"),
            (8, "A", "Books", (4, 1)),
        ),
        expected={
            "delivered_orders": [(1, "2025-06-10")],
            "top_sellers": [
                ("Books", 1, 1, "A", 5),
                ("Books", 2, 2, "B", 4),
                ("Books", 2, 3, "C", 4),
                ("Books", 2, 4, "D", 4),
                ("Books", 2, 8, "A", 4),
                ("Toys", 1, 5, "E", 1),
                ("Toys", 1, 6, "F", 1),
            ],
            "top_by_revenue": [
                ("Books", 1, 2, "B", 4, 400),
                ("Books", 2, 1, "A", 5, 5),
                ("Books", 3, 3, "C", 4, 4),
                ("Garden", 1, 7, "G", 0, 0),
                ("Toys", 1, 6, "F", 1, 7),
                ("Toys", 2, 5, "E", 1, 0),
            ],
        },
    )
    yield Case(
        "the lesson's example by hand",
        store(
            [
                (1, "Atlas", "Books"),
                (2, "Bible", "Books"),
                (3, "Comic", "Books"),
                (4, "Diary", "Books"),
                (5, "Duck", "Toys"),
                (6, "Rake", "Garden"),
            ],
            [
                (1, "2025-06-01 00:00:00"),
                (2, "2025-06-30 22:15:00"),
                (3, "2025-06-20 09:00:00"),
                (4, "2025-05-31 23:59:59"),
                (5, "2025-06-12 18:30:00"),
            ],
            [
                (1, 1, 1, 100),
                (1, 2, 2, 10),
                (2, 2, 1, 10),
                (2, 3, 3, 20),
                (2, 5, 1, 0),
                (3, 4, 9, 50),
                (4, 4, 9, 50),
                (5, 6, 1, 900),
            ],
            [
                (1, "failed", "2025-06-03 10:00:00"),
                (1, "delivered", "2025-06-04 10:00:00"),
                (2, "delivered", "2025-07-02 10:00:00"),
                (2, "delivered", "2025-07-03 10:00:00"),
                (3, "delivered", "2025-06-22 10:00:00"),
                (3, "returned", "2025-06-28 10:00:00"),
                (4, "delivered", "2025-06-02 10:00:00"),
                (5, "lost", "2025-06-15 10:00:00"),
            ],
        ),
        expected={
            "delivered_orders": [(1, "2025-06-01"), (2, "2025-06-30")],
            "top_sellers": [
                ("Books", 1, 2, "Bible", 3),
                ("Books", 1, 3, "Comic", 3),
                ("Books", 3, 1, "Atlas", 1),
                ("Toys", 1, 5, "Duck", 1),
            ],
            "top_by_revenue": [
                ("Books", 1, 1, "Atlas", 1, 100),
                ("Books", 2, 3, "Comic", 3, 60),
                ("Books", 3, 2, "Bible", 3, 30),
                ("Garden", 1, 6, "Rake", 0, 0),
                ("Toys", 1, 5, "Duck", 1, 0),
            ],
        },
    )


def draw(rng):
    """0 to 30 rows around the edges: window, statuses, ties in units and revenue, strays."""
    as_of = date.fromisoformat(rng.choice(DAYS))
    names, categories = ("Atlas", "Brick", "Comic", "Duck"), ("Books", "Books", "Toys", "art")
    products = [
        (number, rng.choice(names), rng.choice(categories))
        for number in rng.sample(range(1, 10), rng.choice((0, 2, 4, 5, 6, 7)))
    ]
    order_ids = rng.sample(range(1, 10), rng.choice((0, 2, 4, 5, 6)))
    orders = [(number, maybe_none(rng, order_time(rng, as_of))) for number in order_ids]
    known_orders = order_ids or [1]
    known_products = [product[0] for product in products] or [1]
    lines = [
        (
            rng.choice(known_orders) if rng.random() < 0.95 else 11,
            rng.choice(known_products) if rng.random() < 0.95 else 12,
            rng.choice((1, 1, 1, 2, 3)),
            rng.choice((0, 10, 10, 20, 30)),
        )
        for _ in range(rng.choice((0, 3, 6, 9, 10, 11)))
    ]
    deliveries = [
        (
            maybe_none(rng, order if rng.random() < 0.95 else 13),
            status,
            maybe_none(rng, order_time(rng, as_of), 0.1),
        )
        for order in order_ids
        for status in statuses(rng)
    ]
    return store(products, orders, with_repeats(rng, lines), deliveries, as_of.isoformat())


def statuses(rng):
    """The delivery rows of an order: mostly one 'delivered', often something beside it."""
    if rng.random() < 0.1:
        return []
    first = "delivered" if rng.random() < 0.9 else rng.choice(STATUSES)
    return [first, rng.choice(("delivered", *STATUSES))] if rng.random() < 0.5 else [first]


def order_time(rng, as_of):
    """A time at an edge of the window, or any whole hour near it."""
    edges = [
        datetime.combine(as_of + timedelta(days=days), time.fromisoformat(clock))
        for days, clock in (
            (-30, "23:59:59"), (-30, "00:00:00"), (-29, "00:00:00"), (-15, "12:00:00"),
            (-1, "08:00:00"), (0, "00:00:00"), (0, "23:59:59"), (0, "15:00:00"), (1, "00:00:00"),
        )
    ]  # fmt: skip
    noon = datetime.combine(as_of, time(12))
    value = on_grid(rng, edges, lambda: noon - timedelta(hours=rng.randint(-36, 24 * 32)))
    return value.isoformat(sep=" ")


def valid(inputs):
    """What the types do not say. Only the tables of the answer at hand are given."""
    for table, column in (("products", 0), ("orders", 0), ("deliveries", 0), ("deliveries", 1)):
        if any(row[column] is not None and row[column] < 1 for row in inputs.get(table, ())):
            return f"ids are positive ({table})"
    for order_id, product_id, quantity, price in inputs.get("order_items", ()):
        if order_id < 1 or product_id < 1:
            return "ids are positive (order_items)"
        if quantity < 1:
            return "quantity is at least 1"
        if price < 0:
            return "unit_price_cents is at least 0"
    if any(status not in SPELLINGS for _, _, status, _ in inputs.get("deliveries", ())):
        return (
            "a status is 'failed', 'delivered', 'returned', 'lost' "
            "or, misspelt, 'Delivered' or 'Returned'"
        )
    return None
