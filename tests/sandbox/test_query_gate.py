"""The gate for SQL answers: exactly one query that only reads."""

from __future__ import annotations

import pytest

from grader.errors import RefusedAnswer
from grader.sandbox.query import refuse_unless_query, tables_read


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1",
        "select 1;",
        "SELECT 1; -- done\n",
        "-- first a comment; with a semicolon\nSELECT 1",
        "/* WITH x AS (INSERT) */ SELECT 'DROP TABLE orders; --'",
        "(SELECT 1)",
        "FROM orders",
        "TABLE orders",
        "VALUES (1, 2)",
        "WITH a AS (SELECT 1), b AS (FROM a) SELECT * FROM a, b",
        "WITH a AS MATERIALIZED (SELECT 1) FROM a",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) FROM r",
        "SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 3",
        "SELECT * FROM orders o ASOF JOIN visits v ON o.t >= v.t",
        "SELECT * FROM range(3), LATERAL (SELECT 1)",
        "SELECT DISTINCT ON (k) * FROM t QUALIFY row_number() OVER () = 1 ORDER BY ALL LIMIT 3",
        "PIVOT sales ON year IN (2024, 2025) USING sum(amount)",
        "UNPIVOT sales ON a, b INTO NAME n VALUE v",
        "FROM range(3), generate_series(1, 3), unnest([1, 2]) AS t(n)",
        "SELECT unnest(string_split(name, ' ')) FROM customers",
        "FROM orders, LATERAL (FROM json_each(orders.tags))",
    ],
)
def test_every_kind_of_reading_query_passes(sql):
    refuse_unless_query(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x",
        "WITH x AS (DELETE FROM t RETURNING *) SELECT 1",
        "WITH x AS (UPDATE t SET a = 1 RETURNING *) FROM x",
        "WITH a AS (FROM t), b AS (INSERT INTO t FROM a RETURNING *) FROM a",
        "SELECT (WITH x AS (INSERT INTO t VALUES (1) RETURNING a) SELECT a FROM x)",
        "SELECT * FROM (WITH x AS (DELETE FROM t RETURNING a) FROM x)",
        "WITH x AS (COPY t TO 'stolen.csv') SELECT 1",
        "COPY (SELECT 1) TO 'stolen.csv'",
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 1",
        "DELETE FROM t",
        "TRUNCATE t",
        "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE",
        "CREATE TABLE t (a INTEGER)",
        "CREATE OR REPLACE VIEW orders AS SELECT 1",
        "CREATE MACRO f(x) AS x",
        "DROP TABLE orders",
        "ALTER TABLE orders ADD COLUMN a INTEGER",
        "ATTACH 'other.db' AS other",
        "ATTACH ':memory:' AS other",
        "USE other",
        "SET threads = 8",
        "SET VARIABLE x = 1",
        "RESET threads",
        "PRAGMA enable_optimizer",
        "INSTALL httpfs",
        "LOAD json",
        "EXPORT DATABASE 'stolen'",
        "CALL pragma_version()",
        "BEGIN",
        "CHECKPOINT",
        "VACUUM",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
    ],
)
def test_a_statement_that_is_no_reading_query_is_refused(sql):
    with pytest.raises(RefusedAnswer) as refusal:
        refuse_unless_query(sql)
    assert "only reads" in refusal.value.rationale
    assert refusal.value.help == "Write one SELECT."


@pytest.mark.parametrize(
    "call",
    [
        "read_csv('/etc/passwd')",
        "read_text('/etc/passwd')",
        "READ_BLOB('/etc/passwd')",
        "glob('/etc/*')",
        "query('SELECT 1')",
        "query_table('orders')",
        "json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "enable_logging(storage_path='log')",
        "system.main.enable_logging()",
        "checkpoint()",
        "pandas_scan(140000000000000::POINTER)",
        "duckdb_settings()",
        "pragma_storage_info('orders')",
    ],
)
def test_a_function_that_reaches_beyond_the_tables_is_refused(call):
    """Among them what would change the database for the queries that come after."""
    for sql in (f"SELECT * FROM {call}", f"WITH x AS (FROM {call}) SELECT (SELECT 1 FROM x)"):
        with pytest.raises(RefusedAnswer) as refusal:
            refuse_unless_query(sql)
        name = call.partition("(")[0].rpartition(".")[2].lower()
        assert str(refusal.value) == (
            f"An answer reads the tables it is given and nothing else; {name}() is refused. "
            "Name the tables in FROM."
        )


@pytest.mark.parametrize(
    ("sql", "rationale"),
    [
        ("", "There is no query here yet."),
        ("  \n", "There is no query here yet."),
        (";", "There is no query here yet."),
        ("-- SELECT 1", "There is no query here yet."),
        ("/* SELECT 1 */", "There is no query here yet."),
        ("SELECT 1; SELECT 2", "There are 2 statements; an answer is exactly one query."),
        ("SELECT 1; DROP TABLE t;", "There are 2 statements; an answer is exactly one query."),
        ("PIVOT sales ON year", "PIVOT without a list of values is more than one statement."),
        (
            "SELECT * FROM (PIVOT sales ON year USING sum(amount))",
            "PIVOT without a list of values is more than one statement.",
        ),
    ],
    ids=["empty", "blank", "a semicolon", "a comment", "a block comment", "two queries",
         "a query and more", "PIVOT", "PIVOT inside"],
)  # fmt: skip
def test_what_is_not_one_query_is_refused_with_a_remedy(sql, rationale):
    with pytest.raises(RefusedAnswer) as refusal:
        refuse_unless_query(sql)
    assert refusal.value.rationale == rationale
    assert refusal.value.help


def test_a_syntax_error_names_the_line_and_points_at_the_place():
    with pytest.raises(RefusedAnswer) as refusal:
        refuse_unless_query("SELECT customer_id\nFORM customers\nWHERE 1 = 1")
    message = str(refusal.value)
    assert "LINE 2: FORM customers" in message
    assert message.splitlines()[-2] == " " * len("LINE 2: FORM ") + "^" * len("customers")
    assert message.splitlines()[-1] == "Mend the SQL at the place marked."


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("SELECT 1", set()),
        ("SELECT * FROM Orders o JOIN main.visits USING (id)", {"orders", "visits"}),
        ("WITH orders AS (FROM visits) SELECT * FROM orders", {"visits"}),
        ("SELECT (SELECT max(t) FROM visits) WHERE EXISTS (FROM orders)", {"orders", "visits"}),
        ("SELECT 'FROM orders' -- FROM visits", set()),
    ],
    ids=["none", "a join", "its own WITH apart", "subqueries", "in text and comments"],
)
def test_the_tables_that_a_query_reads_are_known(sql, tables):
    assert tables_read(sql) == tables
