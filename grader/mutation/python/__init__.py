"""Slips in Python answers: pandas queries and plain functions."""
