"""Attacks on the line between the sandbox and the judge: forged, giant, endless, poisonous replies."""

from __future__ import annotations

from attackers.attack import attack, code, in_every_answer, in_one_answer
from attackers.processes import TOKENIZE

LINE = code('''
    import json, os, stat, sys

    def lines():
        """The descriptors that may lead to the judge: pipes and sockets that can be written."""
        found = []
        for fd in range(3, 256):
            try:
                mode = os.fstat(fd).st_mode
                if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                    os.set_blocking(fd, True)
                    found.append(fd)
            except OSError:
                continue
        return found

    def number():
        """The number of the request that is being answered, from the caller's frames."""
        frame = sys._getframe()
        while frame:
            request = frame.f_locals.get("request")
            if type(request) is dict and "number" in request:
                return request["number"]
            frame = frame.f_back
        return 1

    def say(body, length=None):
        """Write one frame on every line."""
        body = body if type(body) is bytes else json.dumps(body).encode()
        head = (len(body) if length is None else length).to_bytes(8, "big")
        for fd in lines():
            try:
                data = head + body
                while data:
                    data = data[os.write(fd, data):]
            except (OSError, BlockingIOError):
                continue

    def outcome(value, **more):
        return {"number": number(), "kind": "value", "value": value, "failure": None, "changed": [],
                **more}
''')
"""Finding the line and speaking on it, as an attacker who has read the grader's source would."""


@attack()
def garbage_on_every_descriptor():
    """Write garbage to every inherited descriptor: this hung nbgrader's class run for more than 240 s
    (grading.md §3, a16)."""
    return in_every_answer("""
        import os
        for fd in range(256):
            try:
                os.set_blocking(fd, False)
                os.write(fd, b"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x10" + b"garbage" * 100)
            except OSError:
                continue
    """)


@attack()
def forged_outcomes():
    """Well-formed outcomes for this request and for the next hundred, with results that are right on
    some case: whatever is believed earns points without being computed."""
    return [
        LINE,
        in_every_answer("""
            first = number()
            for guess in ([], ["great"], [["a", 2]], ["great", "great", "great"]):
                for ahead in range(100):
                    say({**outcome(guess), "number": first + ahead})
        """),
    ]


@attack()
def forged_verdicts():
    """Frames that carry what the judge decides itself: a status, points, a verdict, an answer's name;
    and messages of the machinery: ready, done, graded."""
    return [
        LINE,
        in_every_answer("""
            say({"ready": True})
            say({"done": True, "status": "correct", "points": 4})
            say(outcome([], status="correct", points=1000, max_points=1000, correct=True,
                        answer="top_k_words", verdict={"status": "correct"}))
        """),
    ]


@attack(attention=True)
def solved_case_replayed():
    """Answer one case rightly, then send the same frame hundreds of times: naive counting gave 402
    right cases of 20 (grading.md §4, 6). After that nothing of this job is to be believed, not even
    the right answer before it."""
    return [
        TOKENIZE,
        LINE,
        code("""
        def top_k_words(reviews, banned, k):
            frame = outcome([])
            for _ in range(400):
                say(frame)
            return []

        def merge_top_k(shards, k):
            return "no result"
        """),
    ]


@attack()
def one_reply_too_many():
    """Two right replies to one request. The second one waits in the line as the answer to the next
    request; a judge that does not look at numbers is one case behind from then on."""
    return [LINE, in_every_answer("say(outcome('early'))")]


@attack()
def frame_of_8_exabytes():
    """A frame that says it is 2**63 bytes long: a reader that believes it allocates, or waits."""
    return [LINE, in_every_answer("say(b'{}', 2**63)\nsay(b'{}', 2**64 - 1)")]


@attack()
def frame_that_never_ends():
    """The head of a long frame, then one byte at a time: a reader that waits for the whole of it must
    not wait longer than for a case."""
    return [
        LINE,
        in_one_answer("""
            import time
            say(b"[", 2**20)
            while True:
                for fd in lines():
                    try:
                        os.write(fd, b" ")
                    except OSError:
                        pass
                time.sleep(0.2)
        """),
    ]


@attack()
def frame_nested_too_deeply():
    """A million opening brackets: a JSON reader that recurses overflows the stack of the judge."""
    return [LINE, in_every_answer("say(b'[' * 1_000_000)\nsay(b'{\"number\":' * 200_000)")]


@attack(slow=True)
def frame_with_odd_tags():
    """Tags of the encoding with bodies that break whoever decodes them: tables with a million columns
    and no rows, dates beyond the calendar, unhashable and repeated keys, tags within tags."""
    return [
        LINE,
        code("""
        def tokenize(review):
            say(outcome({"$": "table", "v": [["a"] * 1_000_000, [], []]}))

        def top_k_words(reviews, banned, k):
            say(outcome({"$": "dict", "v": [[{"$": "dict", "v": []}, 1], [[1], 2]]}))

        def merge_top_k(shards, k):
            say(outcome({"$": "time", "v": "9999-12-31T23:59:59+23:59"}))
        """),
    ]


@attack(leaks="\ud800")
def lone_surrogates():
    """A text with half a surrogate pair is a str in Python and cannot be written as UTF-8: the
    journal, the page, the terminal or the database stop in the middle of a class."""
    return [
        code("""
        def tokenize(review):
            return ["\\ud800", "\\udfff"]

        def top_k_words(reviews, banned, k):
            raise RuntimeError("\\ud800 in a message, \\x00 and \\x1b[31m too")

        def merge_top_k(shards, k):
            return [("\\udcff", 1)]

        def break_it():
            return {"shards": [{"\\ud800": 1}], "k": 1}
        """)
    ]


@attack(slow=True)
def colliding_keys():
    """Multiples of 2**61 - 1 all have the hash 0: a dict or a set of 50,000 of them takes minutes to
    build, and the judge builds it when it reads the result (quadratic: hash collisions)."""
    return [
        LINE,
        code("""
        PRIME = 2**61 - 1

        def tokenize(review):
            return [n * PRIME for n in range(50_000)]

        def top_k_words(reviews, banned, k):
            keys = [[n * PRIME, 1] for n in range(50_000)]
            say(outcome({"$": "dict", "v": keys}))

        def merge_top_k(shards, k):
            return [(n * PRIME, 1) for n in range(50_000)]
        """),
    ]


@attack(on="top_sellers", slow=True)
def colliding_cells():
    """The same in tables, where a comparison of rows in no order counts them in a dict."""
    return """
        import pandas as pd

        PRIME = 2**61 - 1

        def colliding(columns):
            return pd.DataFrame({name: [n * PRIME for n in range(60_000)] for name in columns})

        def top_by_revenue(products, orders, order_items, deliveries, params):
            return colliding(
                ["category", "position", "product_id", "product_name", "units", "revenue_cents"]
            )
    """


@attack(on="top_sellers", harmful=True, slow=True)
def results_of_200_000_rows():
    """As many rows as are let through, on every case, in columns of every kind: seconds of judging
    and gigabytes of memory in the process that holds the grades of all."""
    return """
        import pandas as pd

        def giant(columns):
            rows = 200_000
            return pd.DataFrame({name: [f"{name} {n}" for n in range(rows)] for name in columns})

        def top_by_revenue(products, orders, order_items, deliveries, params):
            return giant(
                ["category", "position", "product_id", "product_name", "units", "revenue_cents"]
            )
    """


@attack(on="top_sellers", slow=True)
def table_of_many_columns():
    """Two hundred thousand columns and one row: a limit on rows does not see it. Every message that
    lists the columns, or looks for near misses among them, would never end."""
    return """
        import pandas as pd

        def wide(*tables):
            return pd.DataFrame([range(200_000)], columns=[f"order_i{n}" for n in range(200_000)])

        def delivered_orders(orders, deliveries, params):
            return wide()

        def top_sellers(products, orders, order_items, deliveries, params):
            return pd.DataFrame([[1] * 5000], columns=["units"] * 5000)

        def top_by_revenue(products, orders, order_items, deliveries, params):
            return pd.DataFrame(index=range(200_000))
    """


@attack()
def numbers_that_never_end():
    """Integers of a million digits, 1e999, NaN and -0: reading them is quadratic or refused by Python
    itself, and comparing them must not raise."""
    return [
        LINE,
        code("""
        def tokenize(review):
            say(b'{"number": %d, "kind": "value", "value": ' % number() + b"9" * 5_000_000 + b"}")
            return "no"

        def top_k_words(reviews, banned, k):
            return [10**9_999, -(10**3000), float("inf"), float("nan"), -0.0, 1e308]

        def merge_top_k(shards, k):
            say({**outcome(1), "number": 10**400})
            say({**outcome(1), "number": -1})
            say({**outcome(1), "number": "1"})
            say({**outcome(1), "number": True})
            return "no"
        """),
    ]


@attack()
def descriptors_closed():
    """Close every descriptor, the line to the judge too, and go on running: a reader that waits for
    the end of the process waits for ever."""
    return in_every_answer("""
        import os, time
        os.closerange(0, 1024)
        time.sleep(3600)
    """)


@attack()
def descriptors_swapped():
    """Put other things in the place of the line: a pipe to oneself, /dev/zero, a file; so that the
    worker's own next reply goes nowhere, or its next request never ends."""
    return in_every_answer("""
        import os
        here, there = os.pipe()
        zero = os.open("/dev/zero", os.O_RDONLY)
        for fd in range(3, 64):
            if fd not in (here, there, zero):
                try:
                    os.dup2(zero, fd)
                except OSError:
                    continue
    """)


@attack(harmful=True)
def output_flood():
    """200 MB on standard output and standard error, by print and past it: an autograded notebook of
    200 MB in nbgrader (grading.md §3, a12). A pipe that nobody reads would block instead."""
    return in_every_answer("""
        import os, sys
        line = "x" * 999 + "\\n"
        for _ in range(1000):
            print(line * 100)
            sys.__stdout__.write(line * 100)
            sys.__stderr__.write(line * 100)
        for fd in (1, 2):
            try:
                for _ in range(200):
                    os.write(fd, line.encode() * 1000)
            except OSError:
                pass
    """)


@attack(harmful=True)
def line_flooded():
    """Gigabytes of small, well-formed frames: whoever queues what arrives before looking at it runs
    out of memory."""
    return [
        LINE,
        in_every_answer("""
            small = [outcome(None)] * 1
            for _ in range(3_000_000):
                say(small[0])
        """),
    ]
