"""Records that are almost the same: missing against empty, spelling of the address, level times."""

from datetime import datetime, timedelta

from grader.authoring import Case, maybe_none, on_grid, with_repeats

ANSWERS = ("exact_duplicates", "latest_per_email", "latest_per_normalized_email", "golden_records")
NOON = datetime(2025, 6, 1, 12)


def day(number):
    return NOON + timedelta(days=number)


def records(*rows):
    """Rows with a record_id, an email and, as far as given, full_name, phone, city, updated_at."""
    return {"customer_records": [row + (None,) * (6 - len(row)) for row in rows]}


def results(exact=None, latest=None, normalized=None, golden=None):
    """What the answers give, by hand; None where a case does not say."""
    given = zip(ANSWERS, (exact, latest, normalized, golden))
    return {answer: rows for answer, rows in given if rows is not None}


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    for record_id, *texts, updated_at in inputs["customer_records"]:
        if record_id < 1:
            return "record_id is positive."
        if any(not " " <= character <= "~" for text in texts for character in text or ""):
            return "All text is ASCII, and its only white space is the space character."
        if (texts[0] or "").count("@") > 1:
            return "An email holds at most one '@'."
        if updated_at is not None and not "2000" <= str(updated_at)[:4] <= "2099":
            return "updated_at lies between the years 2000 and 2099."
    return None


def cases(rng):
    yield from worked_examples()
    yield from few_rows()
    yield from survivors()
    yield from unknown_emails()
    yield from spellings()
    yield from fields()
    yield from equal_or_almost()
    for number in range(1, 23):
        yield Case(f"random {number}", draw(rng))


def worked_examples():
    yield Case(
        "worked example: one customer, four records",
        records(
            (1, "a@x.com", "Ann", "111", None, day(0)),
            (2, "a@x.com", None, "222", "Rome", day(1)),
            (3, " A@x.com ", "Anna", None, None, day(2)),
            (4, "a@x.com", "Zed", "0", "Pisa", None),
        ),
        expected=results(
            exact=[],
            latest=[
                (2, "a@x.com", None, "222", "Rome", day(1)),
                (3, " A@x.com ", "Anna", None, None, day(2)),
            ],
            normalized=[("a@x.com", 3, " A@x.com ", 4)],
            golden=[("a@x.com", "Anna", "222", "Rome", day(2), 4)],
        ),
    )
    yield Case(
        "worked example: seven spellings, four keys",
        records(
            (1, " Ann@X.com"),
            (2, "ann+shop@x.com "),
            (3, "ann+a+b@x.com"),
            (4, "ann.lee@x.com"),
            (5, "annlee@x.com"),
            (6, "no+at"),
            (7, "NO+AT"),
        ),
        expected=results(
            exact=[],
            normalized=[
                ("ann@x.com", 3, "ann+a+b@x.com", 3),
                ("ann.lee@x.com", 4, "ann.lee@x.com", 1),
                ("annlee@x.com", 5, "annlee@x.com", 1),
                ("no+at", 7, "NO+AT", 2),
            ],
            golden=[
                ("ann.lee@x.com", None, None, None, None, 1),
                ("ann@x.com", None, None, None, None, 3),
                ("annlee@x.com", None, None, None, None, 1),
                ("no+at", None, None, None, None, 2),
            ],
        ),
    )


def few_rows():
    yield Case("no records", records(), rule="groups", expected=results([], [], [], []))
    yield Case(
        "one record",
        records((5, "a@x.com", "Ann", "111", "Rome", day(0))),
        expected=results(
            [],
            [(5, "a@x.com", "Ann", "111", "Rome", day(0))],
            [("a@x.com", 5, "a@x.com", 1)],
            [("a@x.com", "Ann", "111", "Rome", day(0), 1)],
        ),
    )
    yield Case(
        "two records in which everything is NULL",
        records((8, None), (3, None)),
        rule="same",
        expected=results(
            [(None, None, None, None, None, 2, 3)],
            [(3, None, None, None, None, None), (8, None, None, None, None, None)],
            [(None, 3, None, 1), (None, 8, None, 1)],
            [],
        ),
    )


def survivors():
    yield Case(
        "the newest has the smallest id",
        records(
            (1, "a@x.com", "New", None, None, day(2)), (2, "a@x.com", "Old", None, None, day(1))
        ),
        rule="newest",
        expected=results(
            exact=[],
            latest=[(1, "a@x.com", "New", None, None, day(2))],
            normalized=[("a@x.com", 1, "a@x.com", 2)],
            golden=[("a@x.com", "New", None, None, day(2), 2)],
        ),
    )
    yield Case(
        "level times: the larger id wins, and 10 is larger than 9",
        records(
            (9, "a@x.com", "Nine", None, None, day(0)), (10, "a@x.com", "Ten", None, None, day(0))
        ),
        rule="newest",
        expected=results(
            latest=[(10, "a@x.com", "Ten", None, None, day(0))],
            normalized=[("a@x.com", 10, "a@x.com", 2)],
            golden=[("a@x.com", "Ten", None, None, day(0), 2)],
        ),
    )
    yield Case(
        "an undated row next to a dated one",
        records((2, "a@x.com", "Undated"), (1, "a@x.com", "Dated", None, None, day(0))),
        rule="newest",
        expected=results(
            latest=[(1, "a@x.com", "Dated", None, None, day(0))],
            normalized=[("a@x.com", 1, "a@x.com", 2)],
            golden=[("a@x.com", "Dated", None, None, day(0), 2)],
        ),
    )
    yield Case(
        "all rows of a group are undated",
        records((4, "a@x.com", "Four"), (6, "a@x.com", "Six"), (5, "a@x.com", "Five")),
        rule="newest",
        expected=results(
            latest=[(6, "a@x.com", "Six", None, None, None)],
            normalized=[("a@x.com", 6, "a@x.com", 3)],
            golden=[("a@x.com", "Six", None, None, None, 3)],
        ),
    )
    yield Case(
        "the newest row is kept whole, with its gaps",
        records(
            (1, "a@x.com", "Zed", "999", "Rome", day(0)),
            (2, "a@x.com", "Ann", None, "Pisa", day(1)),
        ),
        rule="survivor",
        expected=results(
            latest=[(2, "a@x.com", "Ann", None, "Pisa", day(1))],
            golden=[("a@x.com", "Ann", "999", "Pisa", day(1), 2)],
        ),
    )
    yield Case(
        "the latest time of one email is an older time of another",
        records(
            (1, "a@x.com", "Ann", None, None, day(1)),
            (2, "b@x.com", "Bob", None, None, day(1)),
            (3, "b@x.com", "Bobby", None, None, day(2)),
        ),
        rule="survivor",
        expected=results(
            latest=[
                (1, "a@x.com", "Ann", None, None, day(1)),
                (3, "b@x.com", "Bobby", None, None, day(2)),
            ]
        ),
    )


def unknown_emails():
    yield Case(
        "a missing email, an empty one and blanks, each of them twice",
        records((1, None), (2, ""), (3, "  "), (4, None, "Ann"), (5, "", "Bob"), (6, "  ", "Cy")),
        rule="no_key",
        expected=results(
            [],
            [
                (1, None, None, None, None, None),
                (4, None, "Ann", None, None, None),
                (5, "", "Bob", None, None, None),
                (6, "  ", "Cy", None, None, None),
            ],
            [
                (None, 1, None, 1),
                (None, 2, "", 1),
                (None, 3, "  ", 1),
                (None, 4, None, 1),
                (None, 5, "", 1),
                (None, 6, "  ", 1),
            ],
            [],
        ),
    )
    yield Case(
        "an email that reads like the id of a record without one",
        records((2, None, "Ann"), (7, "2", "Bob")),
        rule="unknown",
        expected=results(
            latest=[(2, None, "Ann", None, None, None), (7, "2", "Bob", None, None, None)],
            normalized=[(None, 2, None, 1), ("2", 7, "2", 1)],
            golden=[("2", "Bob", None, None, None, 1)],
        ),
    )


def spellings():
    def of_emails(name, emails, keys, rule):
        """Undated records 1, 2, ... with these emails; of each key, the last one is the newest."""
        newest = {key: (number, email) for number, (email, key) in enumerate(zip(emails, keys), 1)}
        kept = sorted((number, key, email) for key, (number, email) in newest.items())
        kept = [(key, number, email, keys.count(key)) for number, key, email in kept]
        people = [(key, None, None, None, None, copies) for key, _, _, copies in sorted(kept)]
        expected = results(normalized=kept, golden=people)
        return Case(name, records(*enumerate(emails, 1)), rule=rule, expected=expected)

    yield of_emails(
        "capitals", ["Ann@X.com", "ann@x.COM", "ANN@x.com"], ["ann@x.com"] * 3, rule="key"
    )
    yield of_emails(
        "spaces on the outside", [" a@x.com", "a@x.com", "a@x.com   "], ["a@x.com"] * 3, rule="key"
    )
    yield of_emails(
        "spaces inside stay",
        [" a b@x.com", "ab@x.com", "a @x.com", "a +t@x.com", "a@ x.com", "a@x.com"],
        ["a b@x.com", "ab@x.com", "a @x.com", "a @x.com", "a@ x.com", "a@x.com"],
        rule="key",
    )
    yield of_emails(
        "dots stay",
        ["a.b@x.com", "ab@x.com", "ab@xcom"],
        ["a.b@x.com", "ab@x.com", "ab@xcom"],
        rule="key",
    )
    yield of_emails("one tag", ["a+shop@x.com", "a@x.com"], ["a@x.com"] * 2, rule="plus")
    yield of_emails(
        "two tags: cut from the first plus",
        ["a+b+c@x.com", "a+b@x.com", "a++@x.com", "a@x.com"],
        ["a@x.com"] * 4,
        rule="plus",
    )
    yield of_emails(
        "a tag and two domains", ["a+b@x.com", "a+b@y.com"], ["a@x.com", "a@y.com"], rule="plus"
    )
    yield of_emails(
        "a plus and no '@': nothing is cut",
        ["no+at", "no", "no+"],
        ["no+at", "no", "no+"],
        rule="plus",
    )
    yield of_emails(
        "a plus after the '@' stays",
        ["a@x+y.com", "a@x", "a+t@x+y.com"],
        ["a@x+y.com", "a@x", "a@x+y.com"],
        rule="plus",
    )
    yield of_emails(
        "nothing but signs, or nothing before the plus",
        ["+a@x.com", " +b@x.com", "@x.com", "@", "+", "+@"],
        ["@x.com", "@x.com", "@x.com", "@", "+", "@"],
        rule="plus",
    )
    yield Case(
        "the newest spelling wins, and is shown as stored",
        records(
            (1, " Ann+Shop@X.com", "Ann", None, None, day(2)),
            (2, "ann@x.com", "Old", None, None, day(1)),
        ),
        rule="per_key",
        expected=results(
            normalized=[("ann@x.com", 1, " Ann+Shop@X.com", 2)],
            golden=[("ann@x.com", "Ann", None, None, day(2), 2)],
        ),
    )
    yield Case(
        "one email stored twice, and a third spelling",
        records((1, "a@x.com"), (2, "a@x.com"), (3, "A@x.com")),
        rule="per_key",
        expected=results(normalized=[("a@x.com", 3, "A@x.com", 3)]),
    )


def fields():
    yield Case(
        "each field from another record",
        records(
            (1, "a@x.com", "Ann", None, None, day(2)),
            (2, "A@x.com", "Old", "111", None, day(1)),
            (3, "a+b@x.com", "Older", "000", "Rome", day(0)),
        ),
        rule="fields",
        expected=results(golden=[("a@x.com", "Ann", "111", "Rome", day(2), 3)]),
    )
    yield Case(
        "no record knows the phone",
        records(
            (1, "a@x.com", "Ann", None, "Rome", day(0)), (2, "a@x.com", None, None, None, day(1))
        ),
        rule="fields",
        expected=results(golden=[("a@x.com", "Ann", None, "Rome", day(1), 2)]),
    )
    yield Case(
        "an empty city is newer than a known one",
        records(
            (1, "a@x.com", "Ann", None, "Rome", day(0)), (2, "a@x.com", "Ann", None, "", day(1))
        ),
        rule="fields",
        expected=results(golden=[("a@x.com", "Ann", None, "", day(1), 2)]),
    )
    yield Case(
        "only an undated row knows the phone",
        records(
            (1, "a@x.com", "Ann", None, None, day(0)), (2, "a@x.com", "Old", "111", None, None)
        ),
        rule="fields",
        expected=results(golden=[("a@x.com", "Ann", "111", None, day(0), 2)]),
    )
    yield Case(
        "level times: the larger id wins in each field it knows",
        records(
            (1, "a@x.com", "One", "111", None, day(0)), (2, "a@x.com", "Two", None, None, day(0))
        ),
        rule="fields",
        expected=results(golden=[("a@x.com", "Two", "111", None, day(0), 2)]),
    )
    yield Case(
        "two customers who share a name",
        records(
            (1, "b@x.com", "Ann", "222", None, day(0)), (2, "a@x.com", "Ann", "111", None, day(1))
        ),
        rule="people",
        expected=results(
            golden=[
                ("a@x.com", "Ann", "111", None, day(1), 1),
                ("b@x.com", "Ann", "222", None, day(0), 1),
            ]
        ),
    )


def equal_or_almost():
    ann = ("a@x.com", "Ann", "111", "Rome", day(0))
    yield Case(
        "three copies, ids in no order",
        records((20, *ann), (7, *ann), (13, *ann)),
        rule="copies",
        expected=results(
            [(*ann, 3, 7)],
            [(20, *ann)],
            [("a@x.com", 20, "a@x.com", 3)],
            [("a@x.com", "Ann", "111", "Rome", day(0), 3)],
        ),
    )
    yield Case(
        "two copies, and one record that is alone",
        records((1, *ann), (2, *ann), (3, "b@x.com", "Bob", "222", "Pisa", day(1))),
        rule="groups",
        expected=results(exact=[(*ann, 2, 1)]),
    )
    yield Case(
        "copies in which a field or the time is NULL",
        records(
            (1, "a@x.com", "Ann", None, "Rome", day(0)),
            (2, "a@x.com", "Ann", None, "Rome", day(0)),
            (3, "b@x.com", "Bob", "222", "Pisa"),
            (4, "b@x.com", "Bob", "222", "Pisa"),
        ),
        rule="same",
        expected=results(
            exact=[
                ("a@x.com", "Ann", None, "Rome", day(0), 2, 1),
                ("b@x.com", "Bob", "222", "Pisa", None, 2, 3),
            ]
        ),
    )
    yield Case(
        "copies without an email",
        records((1, None, "Ann", "111", "Rome", day(0)), (2, None, "Ann", "111", "Rome", day(0))),
        rule="unknown",
        expected=results(
            [(None, "Ann", "111", "Rome", day(0), 2, 1)],
            [(1, None, "Ann", "111", "Rome", day(0)), (2, None, "Ann", "111", "Rome", day(0))],
            [(None, 1, None, 1), (None, 2, None, 1)],
            [],
        ),
    )
    yield Case(
        "equal but for NULL against a value",
        records(
            (1, "a@x.com", "Ann", None, "Rome", day(0)),
            (2, "a@x.com", "Ann", "111", "Rome", day(0)),
        ),
        rule="same",
        expected=results(exact=[]),
    )
    yield Case(
        "NULL against '' in the same column",
        records(
            (1, "a@x.com", "Ann", None, "Rome", day(0)),
            (2, "a@x.com", "Ann", "", "Rome", day(0)),
            (3, "a@x.com", "Ann", "", "Rome", day(0)),
        ),
        rule="text",
        expected=results(
            exact=[("a@x.com", "Ann", "", "Rome", day(0), 2, 2)],
            golden=[("a@x.com", "Ann", "", "Rome", day(0), 3)],
        ),
    )
    yield Case(
        "equal but for a capital in the email",
        records((1, "a@x.com", "Ann"), (2, "A@x.com", "Ann")),
        rule="text",
        expected=results(
            exact=[],
            latest=[
                (1, "a@x.com", "Ann", None, None, None),
                (2, "A@x.com", "Ann", None, None, None),
            ],
        ),
    )
    yield Case(
        "equal but for one character",
        records(
            (1, "a@x.com", "Ann", "111", "Rome"),
            (2, "a@x.com", "Ann", "111", "rome"),
            (3, "a@x.com", "Ann ", "111", "Rome"),
            (4, "a@x.com", "Ann", "0111", "Rome"),
        ),
        rule="text",
        expected=results(exact=[]),
    )
    yield Case(
        "equal but for a space at the end",
        records(
            (1, *ann),
            (2, "a@x.com ", "Ann", "111", "Rome", day(0)),
            (3, "a@x.com", "Ann ", "111", "Rome", day(0)),
            (4, "a@x.com", "Ann", "111 ", "Rome", day(0)),
            (5, "a@x.com", "Ann", "111", "Rome ", day(0)),
        ),
        rule="text",
        expected=results(
            exact=[],
            latest=[
                (2, "a@x.com ", "Ann", "111", "Rome", day(0)),
                (5, "a@x.com", "Ann", "111", "Rome ", day(0)),
            ],
            normalized=[("a@x.com", 5, "a@x.com", 5)],
            golden=[("a@x.com", "Ann", "111", "Rome ", day(0), 5)],
        ),
    )
    yield Case(
        "equal but for a space in front",
        records(
            (1, *ann),
            (2, " a@x.com", "Ann", "111", "Rome", day(0)),
            (3, "a@x.com", " Ann", "111", "Rome", day(0)),
            (4, "a@x.com", "Ann", " 111", "Rome", day(0)),
            (5, "a@x.com", "Ann", "111", " Rome", day(0)),
        ),
        rule="text",
        expected=results(
            exact=[],
            latest=[
                (2, " a@x.com", "Ann", "111", "Rome", day(0)),
                (5, "a@x.com", "Ann", "111", " Rome", day(0)),
            ],
            golden=[("a@x.com", "Ann", "111", " Rome", day(0), 5)],
        ),
    )
    yield Case(
        "equal but for a capital in the name, the phone or the city",
        records(
            (1, "a@x.com", "Ann", "ext", "Rome"),
            (2, "a@x.com", "ann", "ext", "Rome"),
            (3, "a@x.com", "Ann", "EXT", "Rome"),
            (4, "a@x.com", "Ann", "ext", "ROME"),
        ),
        rule="text",
        expected=results(exact=[], golden=[("a@x.com", "Ann", "ext", "ROME", None, 4)]),
    )
    yield Case(
        "NULL against '' in the email, the name and the city",
        records(
            (1, None, "Ann", "111", "Rome"),
            (2, "", "Ann", "111", "Rome"),
            (3, "a@x.com", None, "111", "Rome"),
            (4, "a@x.com", "", "111", "Rome"),
            (5, "b@x.com", "Bob", "222", None),
            (6, "b@x.com", "Bob", "222", ""),
        ),
        rule="text",
        expected=results(
            exact=[],
            golden=[
                ("a@x.com", "", "111", "Rome", None, 2),
                ("b@x.com", "Bob", "222", "", None, 2),
            ],
        ),
    )
    yield Case(
        "one email, but everything else differs",
        records((1, "a@x.com", "Ann", "111"), (2, "a@x.com", "Zed", "222")),
        rule="same",
        expected=results(exact=[]),
    )
    yield Case(
        "equal but for the time, by a microsecond",
        records(
            (2, "a@x.com", "Ann", "111", "Rome", day(0)),
            (1, "a@x.com", "Ann", "111", "Rome", day(0) + timedelta(microseconds=1)),
        ),
        rule="same",
        expected=results(
            exact=[],
            latest=[(1, "a@x.com", "Ann", "111", "Rome", day(0) + timedelta(microseconds=1))],
        ),
    )
    yield Case(
        "fields that read the same once they are joined",
        records(
            (1, "a@x.com", "Ann", "1", None),
            (2, "a@x.com", "Ann", None, "1"),
            (3, "a@x.com", "Ann", "1", "2"),
            (4, "a@x.com", "Ann", "12", ""),
            (5, "a@x.com", "Ann|1", "2", None),
            (6, "a@x.com", "Ann", "1|2", None),
        ),
        rule="same",
        expected=results(exact=[]),
    )
    yield Case(
        "a person called nan, one called None, and one whose name is missing",
        records(
            (1, "a@x.com", "nan"),
            (2, "a@x.com", "None"),
            (3, "a@x.com", None),
            (4, "a@x.com", "NULL"),
        ),
        rule="text",
        expected=results(exact=[], golden=[("a@x.com", "NULL", None, None, None, 4)]),
    )
    yield Case(
        "groups of unequal size: the order is not by copies",
        records(
            (4, "b@x.com", "Bob"),
            (1, "c@x.com", "Cy"),
            (9, "b@x.com", "Bob"),
            (6, "b@x.com", "Bob"),
            (2, "c@x.com", "Cy"),
            (5, "a@x.com", "Ann"),
            (8, "a@x.com", "Ann"),
        ),
        rule="copies",
        expected=results(
            exact=[
                ("c@x.com", "Cy", None, None, None, 2, 1),
                ("b@x.com", "Bob", None, None, None, 3, 4),
                ("a@x.com", "Ann", None, None, None, 2, 5),
            ]
        ),
    )


ADDRESSES = ["a@x.com", "a.b@x.com", "ab@x.com", "ann@x+y.com", "no+at", "no"]
BLANKS = ["", " ", "   "]
TIMES = [
    day(0),
    day(0) + timedelta(seconds=1),
    day(1),
    day(2),
    day(2) + timedelta(hours=11, minutes=59, seconds=59),
    day(2) + timedelta(hours=12),
    day(30),
]


def draw(rng):
    """Up to four customers, each in several spellings, with level times and many gaps."""
    addresses = rng.sample(ADDRESSES, rng.choice([1, 2, 2, 3, 4]))
    contents = []
    for _ in range(rng.choice([2, 4, 6, 8, 12, 16, 24])):
        email = maybe_none(rng, spelled(rng, rng.choice(addresses)), share=0.06)
        if rng.random() < 0.05:
            email = rng.choice(BLANKS)
        name = maybe_none(rng, rng.choice(["Ann", "Anna", "ann", "Zed", ""]), share=0.15)
        phone = maybe_none(rng, rng.choice(["111", "0111", "222", "999", ""]), share=0.35)
        city = maybe_none(rng, rng.choice(["Rome", "rome", "Pisa", ""]), share=0.35)
        updated_at = on_grid(
            rng, TIMES, lambda: day(0) + timedelta(seconds=rng.randrange(10**7)), share=0.7
        )
        contents.append((email, name, phone, city, maybe_none(rng, updated_at, share=0.12)))
    contents = with_repeats(rng, contents)[:30]
    ids = rng.sample(range(1, 150), len(contents))
    return {"customer_records": [(number, *content) for number, content in zip(ids, contents)]}


def spelled(rng, address):
    """The address as somebody types it: as it is, or disguised in one or two ways."""
    for way in rng.sample(["case", "spaces", "tag"], rng.choice([0, 0, 1, 1, 2])):
        if way == "case":
            address = rng.choice([address.upper(), address.title()])
        elif way == "spaces":
            address = rng.choice([" ", "  ", ""]) + address + rng.choice([" ", ""])
        elif "@" in address:
            local, domain = address.split("@")
            address = local + rng.choice(["+shop", "+a+b", "+"]) + "@" + domain
    return address
