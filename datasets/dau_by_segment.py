"""Who uses the store, by segment: one row per day and segment, for the last 60 days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .people import COUNTRIES

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "day": "DATE not null",
    "platform": "VARCHAR not null",
    "app_version": "VARCHAR not null",
    "country": "VARCHAR not null",
    "user_type": "VARCHAR not null",
    "dau": "BIGINT not null",
}
GROWS = "fixed"

DAYS = 60
FIRST = timeline.DAYS - DAYS
USERS = 100_000  # on an ordinary day
WAVE = 0.06  # more on Sundays, less in the middle of the week
DAY_NOISE, SEGMENT_NOISE = 0.003, 0.01

PLATFORMS = {"android": 0.45, "ios": 0.30, "web": 0.25}
VERSIONS = {
    "android": {"8.0.0": 0.12, "8.1.0": 0.30, "8.2.0": 0.58},
    "ios": {"4.9": 0.15, "5.0": 0.85, "5.1": 0.0},
    "web": {"3.7": 0.15, "3.8": 0.30, "3.9": 0.55},
}
NEW = {"android": 0.18, "ios": 0.16, "web": 0.25}  # share of new users
NEW_ON_BAD_VERSION = 0.32  # new users install the newest version

FALL_DAY = timeline.day("2025-06-16")
FALL = 0.20  # of all users
BAD_VERSION, BAD_TRACKING, HOLIDAY = 0.85, 0.10, 0.05  # what the fall is made of
ROLLOUT_DAYS, ROLLED_OUT = 5, 0.90  # iOS 5.1, from the same day on, in place of 5.0


def real_users() -> np.ndarray:
    """For each of the days, the share of the usual users who are really there.

    Those whose events come late do use the store, and buy.
    """
    fallen = np.arange(FIRST, timeline.DAYS) >= FALL_DAY
    return 1 - FALL * (BAD_VERSION + HOLIDAY) * fallen


def block(universe: Universe, number: int) -> pd.DataFrame:
    """All segments on all days."""
    rng = universe.rng("dau_by_segment")
    segments = _segments()
    usual = segments.pop("share").to_numpy() * USERS
    days = np.arange(FIRST, timeline.DAYS)
    day = np.exp(DAY_NOISE * draws.normal(rng.random(DAYS))) * wave(days)
    noise = np.exp(SEGMENT_NOISE * draws.normal(rng.random((DAYS, len(segments)))))
    users = day[:, None] * noise * usual * _left(segments, usual / USERS, days)
    users = _with_rollout(segments, users, days)
    rows = segments.loc[np.tile(np.arange(len(segments)), DAYS)].reset_index(drop=True)
    rows.insert(0, "day", timeline.date(np.repeat(days, len(segments))))
    rows["dau"] = np.rint(users.ravel()).astype(np.int64)
    return rows.iloc[rng.permutation(len(rows))].reset_index(drop=True)


def wave(days: np.ndarray) -> np.ndarray:
    """The week: highest on Sundays."""
    return 1 + WAVE * np.cos(2 * np.pi * (days % 7 - 6) / 7)


def _segments() -> pd.DataFrame:
    """Every segment with its usual share of the users."""
    rows = [
        (platform, version, country, user_type, of_platform * of_version * of_country * of_type)
        for platform, of_platform in PLATFORMS.items()
        for version, of_version in VERSIONS[platform].items()
        for country, of_country in COUNTRIES.items()
        for user_type, of_type in _types(platform, version).items()
    ]
    return pd.DataFrame(rows, columns=["platform", "app_version", "country", "user_type", "share"])


def _types(platform: str, version: str) -> dict[str, float]:
    new = NEW_ON_BAD_VERSION if version == "8.2.0" else NEW[platform]
    return {"new": new, "returning": 1 - new}


def _left(segments: pd.DataFrame, share: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The share of each segment that is counted, by day: three causes, in segments of their own."""
    bad = (segments["app_version"] == "8.2.0").to_numpy()
    tracking = ((segments["platform"] == "web") & (segments["country"] == "DE")).to_numpy()
    holiday = (segments["country"] == "BR").to_numpy() & ~bad
    left = np.ones(len(segments))
    for cause, part in ((bad, BAD_VERSION), (tracking, BAD_TRACKING), (holiday, HOLIDAY)):
        left[cause] = 1 - FALL * part / share[cause].sum()
    return np.where((days >= FALL_DAY)[:, None], left, 1.0)


def _with_rollout(segments: pd.DataFrame, users: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The decoy: users of iOS 5.0 move on to 5.1, and nobody is lost."""
    moved = np.clip((days - FALL_DAY + 1) / ROLLOUT_DAYS, 0, 1) * ROLLED_OUT
    old = np.flatnonzero((segments["platform"] == "ios") & (segments["app_version"] == "5.0"))
    new = np.flatnonzero((segments["platform"] == "ios") & (segments["app_version"] == "5.1"))
    users = users.copy()
    users[:, new] = users[:, old] * moved[:, None]
    users[:, old] -= users[:, new]
    return users
