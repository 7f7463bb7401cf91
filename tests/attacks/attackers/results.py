"""Attacks by what an answer returns: objects that lie about what they are."""

from __future__ import annotations

from attackers.attack import attack, in_every_answer


@attack()
def equal_to_everything():
    """An object whose __eq__ is always true: 5 of 5 in nbgrader, with one class of three lines
    (field.md §0.1)."""
    return [
        """
        class Everything:
            def __eq__(self, other):
                return True

            def __ne__(self, other):
                return False

            def __hash__(self):
                return 0

            def __bool__(self):
                return True
        """,
        in_every_answer("loot = Everything()"),
    ]


@attack()
def equal_parts():
    """The same inside plain containers, as keys and as numbers: a list of things that equal
    anything."""
    return [
        """
        class Word(str):
            def __eq__(self, other):
                return True

            def __hash__(self):
                return hash("great")

        class Total(int):
            def __eq__(self, other):
                return True

            def __hash__(self):
                return 0

        def tokenize(review):
            return [Word("x")] * len((review or "").split())

        def top_k_words(reviews, banned, k):
            return [Word("x")] * max(k, 0)

        def merge_top_k(shards, k):
            return [(Word("x"), Total(1))] * max(k, 0)
        """
    ]


@attack()
def program_in_a_pickle():
    """An object that runs a command where it is unpickled: remote code execution in the process of
    otter's grader (grading.md §3, a16b; field.md §1d). No harness file may appear."""
    return [
        """
        import os

        class Program:
            def __reduce__(self):
                return (os.system, ("touch " + ELSEWHERE + "/unpickled " + HOME + "/unpickled",))

            __reduce_ex__ = lambda self, version: self.__reduce__()

            def __getstate__(self):
                raise SystemExit
        """,
        in_every_answer("loot = Program()"),
    ]


@attack(on="top_sellers")
def protocols_of_arrays():
    """Objects that are asked what they are: __array__, __dataframe__, __arrow_c_stream__, __iter__,
    __len__, __getattr__ for everything else. Whoever converts them runs the learner's code."""
    return """
        class Chameleon:
            __module__ = "pandas.core.frame"
            columns = ["order_id", "order_date"]

            def __getattr__(self, name):
                return lambda *a, **k: self

            def __array__(self, *a, **k):
                raise SystemExit

            def __arrow_c_stream__(self, requested_schema=None):
                return 1

            def __dataframe__(self, *a, **k):
                return self

            def __iter__(self):
                while True:
                    yield self

            def __len__(self):
                return 2**62

        Chameleon.__name__ = "DataFrame"

        def delivered_orders(orders, deliveries, params):
            return Chameleon()

        def top_sellers(products, orders, order_items, deliveries, params):
            liar = Chameleon()
            type(liar).__module__ = "polars.dataframe"
            return liar

        def top_by_revenue(products, orders, order_items, deliveries, params):
            liar = Chameleon()
            type(liar).__module__ = "duckdb"
            return liar
    """


@attack()
def class_that_lies():
    """isinstance believes __class__: an object that says it is a list, a str, an int, a DataFrame."""
    return [
        """
        def liar(kind):
            class Liar:
                __class__ = property(lambda self: kind)

                def __eq__(self, other):
                    return True

                def __len__(self):
                    return 1

                def bit_length(self):
                    return 1

                def __int__(self):
                    while True:
                        pass

            Liar.__name__ = kind.__name__
            return Liar()

        def tokenize(review):
            return liar(list)

        def top_k_words(reviews, banned, k):
            return [liar(str), liar(int)]

        def merge_top_k(shards, k):
            return [(liar(str), liar(int))]
        """
    ]


@attack(on="top_sellers")
def frames_of_a_subclass():
    """A subclass of DataFrame or Series is one by every isinstance, and every method of it is the
    learner's: iloc, columns, equals, __len__, dtype."""
    return """
        import pandas as pd

        class Frame(pd.DataFrame):
            @property
            def _constructor(self):
                return Frame

            @property
            def iloc(self):
                raise SystemExit

            def equals(self, other):
                return True

            def __len__(self):
                return 0

            @property
            def shape(self):
                return (0, 2**40)

        def delivered_orders(orders, deliveries, params):
            return Frame({"order_id": [1], "order_date": [None]})

        def top_sellers(products, orders, order_items, deliveries, params):
            class Equal(pd.Series):
                def __eq__(self, other):
                    return True
            return Equal([1, 2, 3])

        def top_by_revenue(products, orders, order_items, deliveries, params):
            frame = pd.DataFrame({"category": [1]})
            frame.columns = pd.Index([type("Name", (str,), {"__str__": lambda s: 1 / 0})("x")])
            return frame
    """


@attack(slow=True)
def representations_that_bite():
    """Whoever shows an odd object calls its __repr__: one that never ends, one of 100 MB, one that
    raises SystemExit, one that returns no text, and names of classes that are pages."""
    return [
        """
        def named(name, body):
            return type(name, (), {"__repr__": body, "_repr_html_": body, "__str__": body})()

        def endless(self):
            while True:
                try:
                    while True:
                        pass
                except BaseException:
                    pass

        def leaving(self):
            raise SystemExit

        def tokenize(review):
            return named("x" * 10_000_000, lambda self: "x" * 100_000_000)

        def top_k_words(reviews, banned, k):
            return named("<b>", endless)

        def merge_top_k(shards, k):
            return named("[/bold]", leaving)
        """
    ]


@attack(on="top_sellers")
def arrow_with_broken_buffers():
    """An Arrow table whose offsets point outside its buffers: reading a cell reads foreign memory or
    ends the process; 11 crashes in 1500 mutated streams (grading.md §4, 8)."""
    return """
        import struct
        import pandas as pd
        import pyarrow as pa

        def texts(*offsets):
            buffers = [None, pa.py_buffer(struct.pack(f"{len(offsets)}i", *offsets)), pa.py_buffer(b"abc")]
            return pa.Array.from_buffers(pa.string(), len(offsets) - 1, buffers)

        def delivered_orders(orders, deliveries, params):
            return pa.table({"order_id": texts(0, 2**30, 2**31 - 1), "order_date": texts(0, -5, -9)})

        def top_sellers(products, orders, order_items, deliveries, params):
            numbers = pa.Array.from_buffers(pa.int64(), 2**20, [None, pa.py_buffer(b"12345678")])
            return pa.table({"units": numbers})

        def top_by_revenue(products, orders, order_items, deliveries, params):
            keys = pa.Array.from_buffers(pa.int32(), 2, [None, pa.py_buffer(struct.pack("2i", -1, 2**30))])
            words = pa.DictionaryArray.from_arrays(keys, pa.array(["a"]), safe=False)
            return pd.DataFrame({"category": pd.arrays.ArrowStringArray(words.cast(pa.string()))})
    """


@attack(slow=True)
def results_without_an_end():
    """A list that contains itself, a generator without an end, a dict that grows while it is read, a
    chain of a million nested lists."""
    return [
        """
        import itertools

        def tokenize(review):
            words = []
            words.append(words)
            return words

        def top_k_words(reviews, banned, k):
            return itertools.count()

        def merge_top_k(shards, k):
            nested = []
            for _ in range(1_000_000):
                nested = [nested]
            return nested
        """
    ]


@attack(on="top_sellers", slow=True)
def streams_without_an_end():
    """A reader of record batches that never ends, a lazy frame that runs for ever, a relation of
    DuckDB with a trillion rows: the limit on rows is checked after they have been read."""
    return """
        import duckdb
        import pyarrow as pa

        def delivered_orders(orders, deliveries, params):
            batch = pa.record_batch({"order_id": pa.array(range(1000))})

            def for_ever():
                while True:
                    yield batch

            return pa.RecordBatchReader.from_batches(batch.schema, for_ever())

        def top_sellers(products, orders, order_items, deliveries, params):
            return duckdb.sql("SELECT range AS units FROM range(1000000000000)")

        def top_by_revenue(products, orders, order_items, deliveries, params):
            column = pa.array([None]).take(pa.array([0] * 1000))
            return pa.table({"units": pa.chunked_array([column] * 100_000)})
    """


@attack()
def result_that_changes():
    """Another result each time it is asked for: right by chance once is enough where a case is run
    until it passes, and a counterexample that fails and then passes confuses whoever shrinks it."""
    return [
        """
        import random

        def tokenize(review):
            return random.choice([[], ["good"], ["great"], None, (review or "").lower().split()])

        def top_k_words(reviews, banned, k):
            return random.choice([[], ["great"], None])

        def merge_top_k(shards, k):
            return random.choice([[], [("a", 2)], None])
        """
    ]


@attack()
def inputs_kept_and_changed():
    """Inputs are sent once and kept for all learners of a worker: change them in place, with every
    reference that can be found, and the neighbours are judged on other cases."""
    return in_every_answer("""
        import gc
        for thing in gc.get_objects():
            if type(thing) is dict and {"reviews", "banned"} <= set(map(str, thing)):
                thing["reviews"] = ["changed"]
            if type(thing) is dict and "shards" in thing:
                thing["shards"] = [{"changed": 1}]
            if type(thing) is dict and "review" in thing:
                thing["review"] = "changed"
    """)


@attack(on="top_sellers")
def example_that_explodes():
    """The bonus asks for an example, which the judge runs through its own solutions: one that makes
    them use all memory and time, of sizes just below what is allowed, with cells that overflow."""
    return """
        import datetime

        def break_it():
            far = datetime.datetime(9999, 12, 31)
            many = [(n, far) for n in range(1000)]
            return {
                "orders": many,
                "deliveries": [(n, n % 7, "delivered", far) for n in range(1000)],
                "params": [(datetime.date(1, 1, 1),)],
                "products": [(2**63, "x" * 90_000, "y")],
                "order_items": [(1, 1, 2**63 - 1, 2**63 - 1)] * 1000,
            }
    """
