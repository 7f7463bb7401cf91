"""Visits to the store: one row when a visit starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .people import People, orphan_ids, people, second_from_signup

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {"customer_id": "BIGINT", "visit_ts": "TIMESTAMP"}
GROWS = "people"

EARLY_DAYS, EARLY_FACTOR = 2, 2.0  # on days 0, 1, 2 after signup people come twice as often
SIGNUP_DAY_AT_LEAST = 0.60  # of people visit on their signup day, whatever their habit
SECOND_VISIT = 0.25

DUPLICATE = 0.02
NULL_ID = 0.003
NULL_TIME = 0.002
ORPHAN = 0.005
BEFORE_SIGNUP = 0.004
AFTER_AS_OF = 150  # per unit of scale, on the five days after as_of


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The visits of the people of block `number`."""
    them = people(universe, number)
    rng = universe.rng("visits", number)
    person, day = _visit_days(them, rng)
    twice = np.flatnonzero(rng.random(len(person)) < SECOND_VISIT)
    person, day = np.append(person, person[twice]), np.append(day, day[twice])
    moment = timeline.moment(day, second_from_signup(them, person, day, rng.random(len(day))))
    ids = them.customer_id[person]
    ids, moment = _with_dirt(universe, number, them, ids, moment, person)
    order = rng.permutation(len(ids))
    return pd.DataFrame({"customer_id": ids[order], "visit_ts": moment[order]})


def _visit_days(them: People, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Person and day of every day with a visit: one coin for every day a person is a customer."""
    days = them.last_day - them.first_day + 1
    person = np.repeat(np.arange(len(them)), days)
    age = np.arange(len(person)) - np.repeat(np.cumsum(days) - days, days)
    chance = them.visiting[person]
    dated = ~them.legacy[person]
    early = dated & (age <= EARLY_DAYS)
    chance[early] = np.minimum(chance[early] * EARLY_FACTOR, 1.0)
    first = dated & (age == 0)
    chance[first] = 1 - (1 - SIGNUP_DAY_AT_LEAST) * (1 - chance[first])
    came = np.flatnonzero(rng.random(len(person)) < chance)
    return person[came], them.first_day[person[came]] + age[came]


def _with_dirt(universe: Universe, number: int, them, ids, moment, person):
    """What logs are like: repeated rows, missing values, clocks that are wrong."""
    rng = universe.rng("visits", number, "dirt")
    n = len(ids)
    dated = np.flatnonzero(~them.legacy[person])
    early = dated[draws.some(rng, len(dated), BEFORE_SIGNUP * n / max(len(dated), 1))]
    signup = timeline.moment(them.signup_day[person[early]], them.signup_second[person[early]])
    moment[early] = signup - (1 + (rng.random(len(early)) * 10 * timeline.SECONDS)).astype(
        "timedelta64[s]"
    )
    late = draws.some(rng, n, min(universe.count(AFTER_AS_OF, number) / max(n, 1), 1))
    after = timeline.DAYS + (rng.random(len(late)) * 5).astype(np.int64)
    moment[late] = timeline.moment(after, timeline.awake_second(rng.random(len(late))))
    orphan = draws.some(rng, n, ORPHAN)
    ids[orphan] = orphan_ids(universe, rng.random(len(orphan)))
    ids = pd.array(ids, dtype="Int64")
    ids[draws.some(rng, n, NULL_ID)] = pd.NA
    moment[draws.some(rng, n, NULL_TIME)] = np.datetime64("NaT")
    again = draws.some(rng, n, DUPLICATE)
    rows = np.append(np.arange(n), again)
    return ids[rows], moment[rows]
