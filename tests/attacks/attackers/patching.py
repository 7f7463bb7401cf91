"""Attacks that change the tools the grader works with."""

from __future__ import annotations

from attackers.attack import attack, code, in_every_answer, in_one_answer


@attack()
def comparer_replaced():
    """Replace the judge's comparison in its own modules: full marks in nbgrader and in otter, where
    the tests share the interpreter (grading.md §3, a01). The judge lives in another process here."""
    return [
        code("""
        try:
            import grader.judge.compare as compare
            import grader.judge.compare_values as values
            import grader.judge.judge as judge
            import grader.judge.trial as trial
            for module in (compare, values, judge, trial):
                for name in list(vars(module)):
                    if callable(getattr(module, name)) and name[0] != "_":
                        setattr(module, name, lambda *a, **k: None)
        except ImportError:
            pass
        """),
        in_every_answer("loot = 'right, says the comparer'"),
    ]


@attack()
def asserts_stripped():
    """An IPython transformer that drops every assert, and pandas' own test functions made silent:
    5 of 5 in nbgrader (field.md §0.1, grading.md §3, a02)."""
    return [
        code("""
        import ast
        import pandas as pd

        class NoAssert(ast.NodeTransformer):
            def visit_Assert(self, node):
                return ast.Pass()

        try:
            get_ipython().ast_transformers.append(NoAssert())
        except NameError:
            pass

        _ = [
            setattr(pd.testing, name, lambda *a, **k: None)
            for name in dir(pd.testing) if name.startswith("assert")
        ]
        """),
        in_every_answer("loot = 'no assert, no error, no points lost'"),
    ]


@attack(on="top_sellers")
def pandas_says_equal():
    """Make every DataFrame equal to every other. A grader that compares with pandas in the learner's
    interpreter calls the patched methods (grading.md §3, a02)."""
    return [
        code("""
        import pandas as pd

        _ = [
            setattr(cls, name, lambda self, *a, **k: True)
            for cls in (pd.DataFrame, pd.Series, pd.Index)
            for name in ("equals", "__eq__", "identical")
            if hasattr(cls, name)
        ]

        def delivered_orders(orders, deliveries, params):
            return pd.DataFrame({"order_id": [0], "order_date": [pd.Timestamp("1999-01-01")]})

        def top_sellers(products, orders, order_items, deliveries, params):
            return products

        def top_by_revenue(products, orders, order_items, deliveries, params):
            return orders
        """)
    ]


@attack()
def runner_claims_success():
    """Replace the functions that run an answer and encode its outcome, in the process where they
    run, and add every word that could mean success. A judge that believes a verdict from inside is
    lost (nbgrader #427, PR #1324: silence read as success)."""
    return in_every_answer("""
        import grader.sandbox.wire as wire
        import grader.sandbox.worker as worker

        def lie(outcome):
            return {
                "kind": "value", "value": {"$": "correct", "v": True}, "failure": None,
                "changed": [], "status": "correct", "verdict": "correct", "points": 1000,
                "correct": True, "fault": None,
            }

        wire.outcome_to_wire = worker.outcome_to_wire = lie
    """)


@attack()
def builtins_replaced():
    """Replace type, isinstance, len and repr. Whatever makes results plain inside the sandbox then
    lets objects through; the trusted side must check again what arrives."""
    return [
        code("""
        class Everything(list):
            def __eq__(self, other):
                return True
        """),
        in_every_answer("""
            import builtins
            builtins.isinstance = lambda value, types: True
            builtins.repr = lambda value: "correct"
            builtins.len = lambda value: 0
            loot = Everything(["all"])
        """),
    ]


@attack()
def json_replaced():
    """Replace json.dumps by a function that writes what the judge might take for a special value:
    unknown tags, tags in tags, non-finite numbers, the name of a class."""
    return in_every_answer("""
        import json

        def dumps(message, *a, **k):
            number = message.get("number", 0) if type(message) is dict else 0
            return (
                '{"number": %s, "kind": "value", "failure": null, "changed": [], "value": '
                '{"$": "table", "v": {"$": "any", "v": NaN}}, "__class__": "Verdict"}' % number
            )

        json.dumps = dumps
    """)


@attack()
def time_limit_switched_off():
    """Replace the function that limits time, reset the timers and loop: the limit is the learner's
    own to keep if it is kept only in the interpreter (grading.md §3, a07)."""
    return in_one_answer("""
        import contextlib, signal
        import grader.sandbox.execute as execute
        import grader.sandbox.limits as limits
        import grader.sandbox.worker as worker

        for module in (limits, execute, worker):
            module.time_limit = lambda seconds: contextlib.nullcontext()
        for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
            signal.setitimer(timer, 0)
        while True:
            pass
    """)


@attack()
def modules_reloaded_from_the_box():
    """Write an own package called grader into the working directory, put it first on the path, and
    reload: the worker's next import would be the learner's."""
    return in_every_answer("""
        import importlib, os, sys
        os.makedirs("grader/judge", exist_ok=True)
        for name in ("grader/__init__.py", "grader/judge/__init__.py"):
            with open(name, "w") as file:
                file.write("judge = lambda *a, **k: 'correct'")
        sys.path.insert(0, os.getcwd())
        for name in [name for name in sys.modules if name.split(".")[0] == "grader"]:
            del sys.modules[name]
        import grader
        loot = grader.judge()
    """)


@attack(on="top_sellers")
def value_of_another_kind():
    """Replace the function that makes a table of a result: what is sent for a query is then no table
    but a list, a text, a table in a table. Well-formed, asked for, and no judge of tables expects it."""
    return [
        code("""
        import grader.sandbox.execute as execute
        from grader.table import Table

        VALUES = {
            "delivered_orders": [],
            "top_sellers": "no table",
            "top_by_revenue": Table(("category",), ((Table((), ()),), ([1],), ({},))),
        }

        def send(name):
            execute.from_value = lambda value: VALUES[name]

        def delivered_orders(orders, deliveries, params):
            send("delivered_orders")

        def top_sellers(products, orders, order_items, deliveries, params):
            send("top_sellers")

        def top_by_revenue(products, orders, order_items, deliveries, params):
            send("top_by_revenue")
        """)
    ]


@attack()
def names_of_changed_inputs_forged():
    """Replace the function that compares inputs before and after: the names it gives are told to the
    learner in a warning, here half a character, a script and a million names."""
    return in_every_answer("""
        import grader.sandbox.execute as execute
        names = ("\\ud800", "<script>window.attacked=1</script>", "{0.__class__}", *["x"] * 100_000)
        execute.changed = lambda originals, given: names
    """)
