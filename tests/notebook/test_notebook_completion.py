"""The Tab key in a ``%%sql`` cell, asked as a frontend asks."""

from __future__ import annotations


def test_tables_and_columns_are_completed(notebook):
    assert notebook.complete("%%sql\nSELECT 1 FROM cust▮") == ["customer_id", "customers"]


def test_columns_are_completed_after_their_table(notebook):
    assert notebook.complete("%%sql\nSELECT orders.o▮ FROM orders") == [
        "orders.order_id",
        "orders.ordered_on",
    ]


def test_columns_are_completed_after_the_alias_of_their_table(notebook):
    assert notebook.complete("%%sql\nSELECT o.or▮ FROM orders AS o") == [
        "o.order_id",
        "o.ordered_on",
    ]


def test_keywords_are_completed_in_upper_case(notebook):
    assert "SELECT" in notebook.complete("%%sql\nsel▮")


def test_named_queries_are_completed_with_their_columns(notebook):
    notebook.run("%%sql customer_spend\nSELECT 1 AS total_spend")
    assert notebook.complete("%%sql\nSELECT total▮ FROM customer_spend") == ["total_spend"]


def test_python_names_are_not_offered_in_sql(notebook):
    notebook.run("customary = 1")
    assert "customary" not in notebook.complete("%%sql\nSELECT custom▮")


def test_python_cells_are_completed_as_ever(notebook):
    notebook.run("customary = 1")
    assert "customary" in notebook.complete("custom▮")
