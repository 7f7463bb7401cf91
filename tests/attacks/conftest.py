"""The class of attackers, graded once in each tier that this machine has."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from attackers import ATTACKS, Attack
from graded_class import Graded, grade_class, make_stage

from grader.sandbox.jail.tier import Tier, why_not

TIERS = [tier.value for tier in Tier if tier.safe]
_OF_THE_SANDBOX = ("files", "processes", "network")
"""The themes in which the tier makes a difference; the others are about judge, parser and pages."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every attack in the best tier; in the others those on which the tier has a bearing."""
    if "attack" in metafunc.fixturenames:
        pairs = [(tier, attack) for tier in TIERS for attack in _class_of(tier)]
        ids = [f"{tier}-{attack.name}" for tier, attack in pairs]
        metafunc.parametrize(
            ("graded", "attack"), pairs, indirect=["graded"], ids=ids, scope="module"
        )
    elif "graded" in metafunc.fixturenames:
        metafunc.parametrize("graded", TIERS, indirect=True, scope="module")


@pytest.fixture(scope="module")
def graded(request, tmp_path_factory) -> Iterator[Graded]:
    """The class, graded once in each tier: the attackers that were selected (-k), and neighbours."""
    tier = request.param
    if complaint := missing(tier):
        assert not os.environ.get("CI"), f"no {tier} in CI: {complaint}"
        pytest.skip(f"this machine has no {tier}: {complaint}")
    with make_stage(tmp_path_factory, _selected(request, tier)) as stage:
        yield grade_class(stage, tier)


def _selected(request: pytest.FixtureRequest, tier: str) -> list[Attack]:
    """The attacks whose tests were selected; all where none was by name."""
    chosen = {}
    for item in request.session.items:
        params = getattr(getattr(item, "callspec", None), "params", {})
        if item.fspath == request.fspath and params.get("graded") == tier and "attack" in params:
            chosen[params["attack"].name] = params["attack"]
    return list(chosen.values()) or _class_of(tier)


@cache
def missing(tier: str) -> str:
    """Why this machine has not this tier; empty where it has."""
    return why_not(Tier(tier), [])


def _class_of(tier: str) -> list[Attack]:
    """The attackers of a tier's class."""
    best = next((name for name in TIERS if not missing(name)), tier)
    return [
        attack
        for attack in ATTACKS.values()
        if (tier == best or (attack.theme in _OF_THE_SANDBOX and not attack.slow))
        and (os.geteuid() == 0 or not attack.needs_root)
    ]


if sys.platform != "linux":  # pragma: no cover
    collect_ignore_glob = ["test_*.py"]
