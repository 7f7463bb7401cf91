"""What an operator is shown (a node and what stands around it) and what it gives back (a change)."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from grader.mutation.mutant import Facts
from grader.mutation.python.nodes import first_text, function_name, method_name, root_name, texts

_LABELLING = frozenset(("assign", "agg"))
"""Methods whose keywords name columns."""


@dataclass(frozen=True)
class Change:
    """One edit: `node` becomes `replacement` (None: it goes). `change` is also what makes it the
    same slip as another one; `general` is the sentence for the slip made everywhere."""

    operator: str
    sentence: str
    change: str
    node: ast.AST
    replacement: ast.AST | None
    general: str = ""


Operator = Callable[[Any, "Site"], Iterator[Change]]
Operators = tuple[tuple[type[ast.AST], Operator], ...]


class Site:
    """A parsed program, with the questions that operators ask about a node's surroundings."""

    def __init__(self, tree: ast.Module, facts: Facts) -> None:
        self.tree, self.facts = tree, facts
        self._parents = {
            id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
        }

    def parent(self, node: ast.AST) -> ast.AST | None:
        return self._parents.get(id(node))

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    @cached_property
    def answer(self) -> ast.AST:
        """The function that is the answer: the last one. (A program may also be loose statements.)"""
        functions = [node for node in self.tree.body if isinstance(node, ast.FunctionDef)]
        return functions[-1] if functions else self.tree

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Names that a learner knows: tables and arguments. The solution's own variables are not."""
        arguments = self.answer.args.args if isinstance(self.answer, ast.FunctionDef) else []
        return self.facts.tables | {argument.arg for argument in arguments}

    @cached_property
    def own_columns(self) -> frozenset[str]:
        """Columns that the solution makes on its way and does not return."""
        made: set[str] = set()
        for node in ast.walk(self.tree):
            match node:
                case ast.Call(func=ast.Attribute(attr="assign")):
                    made.update(keyword.arg for keyword in node.keywords if keyword.arg)
                case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=str(name)))]):
                    made.add(name)
                case ast.keyword(arg="columns", value=ast.Dict(values=values)):
                    made.update(texts(values))
        return frozenset(made - self._returned)

    @cached_property
    def returned_names(self) -> frozenset[str]:
        """Variables that are returned, whole or in part."""
        returns = (node.value for node in ast.walk(self.tree) if isinstance(node, ast.Return))
        return frozenset(root_name(value) for value in returns if value)

    @cached_property
    def _returned(self) -> frozenset[str]:
        """Strings and keywords in what is returned, and names given to aggregates."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            match node:
                case ast.Assign(
                    targets=[ast.Subscript(value=ast.Name(id=table), slice=column)]
                ) if table in self.returned_names:
                    found.update(texts([column]))
            if isinstance(node, ast.Return) or method_name(node) == "agg":
                found.update(texts(ast.walk(node)))
                keys = (key.arg for key in ast.walk(node) if isinstance(key, ast.keyword))
                found.update(key for key in keys if key)
        return frozenset(found)

    def label(self, node: ast.AST) -> str:
        """The result column that an expression is for; empty when it is for none, or for many."""
        inner = node
        for above in self.ancestors(node):
            match above:
                case ast.keyword(arg=str(name)) as key if (
                    method_name(self.parent(key)) in _LABELLING
                ):
                    return name if name not in self.own_columns else ""
                case ast.Dict(keys=keys, values=values) if self._is_result(above):
                    own = keys[next(n for n, value in enumerate(values) if value is inner)]
                    return first_text(own)
                case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=str(name)))]):
                    return name if name not in self.own_columns else ""
                case ast.Assign(targets=[ast.Name(id=name)]):
                    return name if name in self._shown_values else ""
                case ast.stmt():
                    return ""
            inner = above
        return ""

    def _is_result(self, node: ast.Dict) -> bool:
        """Whether a dictionary is a table's columns or what the function returns."""
        parent = self.parent(node)
        return function_name(parent) == "DataFrame" or isinstance(parent, ast.Return)

    @cached_property
    def _shown_values(self) -> frozenset[str]:
        """Variables that become the result column of the same name: {"new": new}, assign(new=new)."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            pairs: list[tuple[str, ast.expr]] = []
            if isinstance(node, ast.Dict):
                pairs = [
                    (key, value)
                    for key, value in zip(map(first_text, node.keys), node.values, strict=True)
                ]
            elif isinstance(node, ast.keyword):
                pairs = [(node.arg or "", node.value)]
            for name, value in pairs:
                inner = value.elts[0] if isinstance(value, ast.List) and value.elts else value
                if isinstance(inner, ast.Name) and inner.id == name:
                    found.add(name)
        return frozenset(found)

    @cached_property
    def grouping_columns(self) -> frozenset[str]:
        """Columns by which anything is grouped."""
        found: set[str] = set()
        for call in ast.walk(self.tree):
            if isinstance(call, ast.Call) and method_name(call) == "groupby":
                for argument in call.args:
                    found.update(texts(ast.walk(argument)))
                    if isinstance(argument, ast.Name):
                        for value in self.assigned(argument.id):
                            found.update(texts(ast.walk(value)))
        return frozenset(found)

    def assigned(self, name: str) -> list[ast.expr]:
        """What is assigned to a variable, but for what is made of the variable itself."""
        return [
            value
            for value in self._assignments.get(name, [])
            if not any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(value))
        ]

    def meaning(self, name: str) -> ast.expr | None:
        """What a variable stands for, when it is given one value and no other."""
        values = self._assignments.get(name, [])
        return self.assigned(name)[0] if len(values) == len(self.assigned(name)) == 1 else None

    @cached_property
    def _assignments(self) -> dict[str, list[ast.expr]]:
        found: dict[str, list[ast.expr]] = {}
        for node in ast.walk(self.tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    found.setdefault(name, []).append(value)
                case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                    for target, value in zip(names, values, strict=False):
                        if isinstance(target, ast.Name):
                            found.setdefault(target.id, []).append(value)
                case ast.AugAssign(target=ast.Name(id=name)):
                    found.setdefault(name, []).append(ast.BinOp(node.target, node.op, node.value))
        return found

    def imports(self, module: str) -> bool:
        return any(
            alias.name == module
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        )

    def has_one_row(self, node: ast.AST) -> bool:
        """Whether the expression is taken from a table of a single row."""
        return root_name(node) in self.facts.single_row
