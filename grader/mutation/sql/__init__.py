"""Slips in SQL answers, made on sqlglot's syntax tree."""
