"""Search pages that mix two rankings: one row per result shown in a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws
from .products import catalogue

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "session_id": "BIGINT not null",
    "position": "BIGINT not null",
    "product_id": "BIGINT not null",
    "relevance": "BIGINT not null",
    "team": "VARCHAR not null",
    "clicks": "BIGINT not null",
}
GROWS = "people"

SESSIONS = 1_500
CANDIDATES, SHOWN = 14, 8  # products that match the search; of these are shown
GRADES = np.array([0.46, 0.28, 0.17, 0.09])  # shares of the judged relevance 0, 1, 2, 3
# A ranking orders the candidates by relevance + noise. B, the new one, is less noisy.
NOISE = {"A": 1.10, "B": 0.70}
# A click: somebody looks as far as this position, and likes a result of this relevance.
LOOKS = 0.86
LIKES = np.array([0.03, 0.10, 0.22, 0.40])
MORE_CLICKS = 0.25  # geometric, beyond the first click on a result
TEAMS = np.array(["A", "B"], dtype=object)


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The pages of the sessions of block `number`."""
    rng = universe.rng("interleaved_results", number)
    n = universe.count(SESSIONS, number)
    grade = draws.pick(rng.random((n, CANDIDATES)), GRADES)
    place = np.stack([_places(grade, noise, rng) for noise in NOISE.values()])
    shown, team = _team_draft(place, rng)
    relevance = np.take_along_axis(grade, shown, axis=1)
    chance = LOOKS ** np.arange(SHOWN) * LIKES[relevance]
    clicked = rng.random((n, SHOWN)) < chance
    clicks = clicked * (1 + draws.geometric(rng.random((n, SHOWN)), MORE_CLICKS))
    goods = _candidates(universe, n, rng)
    rows = pd.DataFrame(
        {
            "session_id": np.repeat(universe.first_id(SESSIONS, number) + np.arange(n), SHOWN),
            "position": np.tile(np.arange(1, SHOWN + 1), n),
            "product_id": np.take_along_axis(goods, shown, axis=1).ravel(),
            "relevance": relevance.ravel(),
            "team": TEAMS[team.ravel()],
            "clicks": clicks.ravel(),
        }
    )
    return rows.iloc[rng.permutation(len(rows))].reset_index(drop=True)


def _places(grade: np.ndarray, noise: float, rng: np.random.Generator) -> np.ndarray:
    """The place, from 0, of each candidate in a ranking."""
    score = grade + noise * draws.normal(rng.random(grade.shape))
    return np.argsort(np.argsort(-score, axis=1, kind="stable"), axis=1, kind="stable")


def _team_draft(place: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Candidates and teams in shown order. `place[t, s, c]`: where team t ranks candidate c.

    The smaller team picks; a coin decides between even ones. A pick is the team's best candidate
    that is not on the page yet.
    """
    sessions = np.arange(place.shape[1])
    left = place.astype(np.float64)
    shown = np.empty((len(sessions), SHOWN), dtype=np.int64)
    team = np.empty_like(shown)
    for position in range(SHOWN):
        behind = (team[:, :position] == 0).sum(axis=1) - (team[:, :position] == 1).sum(axis=1)
        coin = rng.integers(0, 2, len(sessions))
        team[:, position] = np.where(behind == 0, coin, behind > 0)
        picked = left[team[:, position], sessions].argmin(axis=1)
        left[:, sessions, picked] = np.inf
        shown[:, position] = picked
    return shown, team


def _candidates(universe: Universe, sessions: int, rng: np.random.Generator) -> np.ndarray:
    """Different products for each session, the popular ones mostly: product_ids."""
    weight = catalogue(universe).popularity
    wait = draws.exponential(rng.random((sessions, len(weight))), 1.0) / weight
    return np.argpartition(wait, CANDIDATES, axis=1)[:, :CANDIDATES] + 1
