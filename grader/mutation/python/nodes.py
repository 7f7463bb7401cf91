"""Small questions about single nodes of a syntax tree, and changed copies of them."""

from __future__ import annotations

import ast
import copy
from typing import Any, TypeVar

Node = TypeVar("Node", bound=ast.AST)


def altered(node: Node, **fields: Any) -> Node:
    """The node with some of its fields changed; the original stays as it is."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def texts(nodes: Any) -> list[str]:
    """The string constants among the nodes."""
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def first_text(node: ast.AST | None) -> str:
    """The text of a string constant, else an empty text."""
    return next(iter(texts([node])), "")


def method_name(node: ast.AST | None) -> str:
    """`m` of a call x.m(...), else an empty text."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)):
            return name
    return ""


def function_name(node: ast.AST | None) -> str:
    """`f` of a call f(...) or module.f(...), as far as the name tells; else an empty text."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "pd" | "math"), attr=name)):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id="unicodedata"), attr=name)):
            return name
    return ""


def receiver(call: ast.Call) -> ast.expr:
    """What a method is called on: x in x.m(), and in x.str.m() and x.dt.m() too."""
    assert isinstance(call.func, ast.Attribute)
    inner = call.func.value
    if isinstance(inner, ast.Attribute) and inner.attr in ("str", "dt"):
        return inner.value
    return inner


def root_name(node: ast.AST) -> str:
    """The variable at the start of a chain: x in x["a"].b(c)[0]."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def keyword_of(call: ast.Call, name: str) -> ast.keyword | None:
    return next((keyword for keyword in call.keywords if keyword.arg == name), None)


def with_keyword(call: ast.Call, name: str, value: Any) -> ast.Call:
    """The call with a keyword added behind, or with a new value for it."""
    new = ast.keyword(arg=name, value=ast.Constant(value=value))
    others = [keyword for keyword in call.keywords if keyword.arg != name]
    return altered(call, keywords=[*others, new])


def without(items: list[Any], number: int) -> list[Any]:
    return items[:number] + items[number + 1 :]
