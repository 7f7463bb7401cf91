"""A slip before its nodes are numbered."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from grader.mutation.sql import render

Edits = tuple[tuple[exp.Expr, exp.Expr | None], ...]


@dataclass(frozen=True)
class Draft:
    """What a slip puts in the place of which nodes (None: nothing), and its words.

    Drafts that have a word of `families` in common are the same slip at several places, and one
    slip is made that makes it at all of them. Its sentence is `everywhere`, or `sentence` where
    that is empty.
    """

    operator: str
    sentence: str
    edits: Edits
    change: str
    families: tuple[str, ...] = ()
    everywhere: str = ""


def swap(
    operator: str,
    node: exp.Expr,
    new: exp.Expr,
    sentence: str,
    change: str = "",
    families: tuple[str, ...] = (),
    everywhere: str = "",
) -> Draft:
    """`new` stands where `node` should."""
    told = change or render.change(node, new)
    alone = f"{render.brief(node)} → {render.brief(new)}"
    return Draft(operator, sentence, ((node, new),), told, (told, alone, *families), everywhere)


def drop(
    operator: str,
    node: exp.Expr,
    sentence: str,
    change: str,
    families: tuple[str, ...] = (),
    everywhere: str = "",
) -> Draft:
    """`node` is missing."""
    return Draft(operator, sentence, ((node, None),), change, (change, *families), everywhere)
