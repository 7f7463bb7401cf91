"""Customers and their friends, and an experiment whose effect passes from friend to friend.

Not a table: social_graph shows the friendships, social_users the people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import draws
from .people import PER_UNIT, people

if TYPE_CHECKING:
    from grader.store import Universe

USERS, FRIENDSHIPS, COMMUNITIES = 2_000, 8_000, 40  # per unit of scale
INSIDE = 12 / 13  # of the friendships are inside a community: 12 for each one between two
ALONE = 0.01  # of the users have no friend here

BASE, DIRECT, SPILLOVER = 10.0, 2.0, 1.5  # outcome = 10 + 2 treated + 1.5 share of treated friends
COMMUNITY_SD, NOISE_SD = 0.6, 1.5


@dataclass(frozen=True)
class Social:
    """`friends` are pairs of positions in `user_id`, each pair once."""

    user_id: np.ndarray
    community: np.ndarray
    friends: np.ndarray  # two columns

    def treated_share(self, treated: np.ndarray) -> np.ndarray:
        """For each user the share of treated friends; 0 for those without a friend."""
        one, other = np.concatenate([self.friends, self.friends[:, ::-1]]).T
        n = len(self.user_id)
        count = np.bincount(one, minlength=n)
        return np.bincount(one, weights=treated[other], minlength=n) / np.maximum(count, 1)


def social(universe: Universe, number: int) -> Social:
    """The friends of block `number`."""
    return universe.remember(("social", number), lambda: _draw(universe, number))


def outcome(them: Social, treated: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """What everyone's outcome is when those are treated."""
    n = len(treated)
    mood = COMMUNITY_SD * draws.normal(rng.random(them.community.max() + 1))
    value = BASE + DIRECT * treated + SPILLOVER * them.treated_share(treated)
    return value + mood[them.community] + NOISE_SD * draws.normal(rng.random(n))


def _draw(universe: Universe, number: int) -> Social:
    rng = universe.rng("social", number)
    n = universe.count(USERS, number)
    pool = rng.permutation(len(people(universe, number)))[:n]
    user_id = universe.first_id(PER_UNIT, number) + np.sort(pool)
    community = np.arange(n) % max(universe.count(COMMUNITIES, number), 1)
    community = community[rng.permutation(n)]
    with_friends = rng.permutation(n)[round(ALONE * n) :]
    wanted = universe.count(FRIENDSHIPS, number)
    return Social(user_id, community, _friends(rng, with_friends, community, wanted))


def _friends(
    rng: np.random.Generator, users: np.ndarray, community: np.ndarray, wanted: int
) -> np.ndarray:
    """Different pairs of different users, most of them inside a community."""
    by_community = users[np.argsort(community[users], kind="stable")]
    size = np.bincount(community[users], minlength=community.max() + 1)
    start = np.cumsum(size) - size
    tries = wanted + wanted // 2 + 20  # some pairs come out twice
    one = users[rng.integers(0, len(users), tries)]
    near = community[one]
    inside = by_community[start[near] + (rng.random(tries) * size[near]).astype(np.int64)]
    anyone = users[rng.integers(0, len(users), tries)]
    other = np.where(rng.random(tries) < INSIDE, inside, anyone)
    pairs = np.sort(np.stack([one, other], axis=1), axis=1)[one != other]
    first = np.unique(pairs @ np.array([len(community), 1]), return_index=True)[1]
    return pairs[np.sort(first)[:wanted]]
