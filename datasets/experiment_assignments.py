"""Who got which variant of which experiment: one row per user, experiment and variant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import timeline
from .crowd import Crowd, crowd
from .experiments import HOLDOUT, TRIALS, Trial

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "experiment": "VARCHAR not null",
    "user_id": "BIGINT not null",
    "variant": "VARCHAR not null",
    "assigned_ts": "TIMESTAMP not null",
    "device": "VARCHAR not null",
    "browser": "VARCHAR not null",
}
GROWS = "people"

VARIANTS = np.array(["control", "treatment"], dtype=object)
EARLY = 1.6  # most users meet an experiment in its first days: day = length x uniform ** EARLY

EXACT = {"homepage_bayes": 495}  # treated users per unit of scale, where a text names them

# checkout_copy loses treated users of one browser, and assigns some of its users twice.
BROKEN, BROKEN_BROWSER = "checkout_copy", "safari"
BROKEN_CONTROL = 0.52  # of the rows
BOTH = 0.015  # of the users have both variants
AGAIN_DAYS = 2  # at least, from the first to the second assignment


@dataclass(frozen=True)
class Arms:
    """The users of one experiment, each once. `person` are positions in the crowd."""

    person: np.ndarray
    treated: np.ndarray  # by the first assignment
    both: np.ndarray  # who was assigned again, to the other variant
    day: np.ndarray
    second: np.ndarray

    def __len__(self) -> int:
        return len(self.person)


def arms(universe: Universe, number: int, experiment: str) -> Arms:
    """The users of an experiment in block `number`."""
    return _all_arms(universe, number)[experiment]


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The assignments of the people of block `number`."""
    them = crowd(universe, number)
    parts = [
        _rows(universe, number, them, experiment, users)
        for experiment, users in _all_arms(universe, number).items()
    ]
    rows = pd.concat(parts, ignore_index=True)
    order = universe.rng("experiment_assignments", number).permutation(len(rows))
    return rows.iloc[order].reset_index(drop=True)


def _all_arms(universe: Universe, number: int) -> dict[str, Arms]:
    return universe.remember(("arms", number), lambda: _draw(universe, number))


def _draw(universe: Universe, number: int) -> dict[str, Arms]:
    """Who is held out gets nothing new: those users take no part in the later experiments."""
    them = crowd(universe, number)
    everybody = np.arange(len(them))
    drawn = {HOLDOUT: _one(universe, number, them, HOLDOUT, everybody)}
    held_out = drawn[HOLDOUT].person[~drawn[HOLDOUT].treated]
    for name, trial in TRIALS.items():
        later = trial.start > TRIALS[HOLDOUT].start
        pool = np.setdiff1d(everybody, held_out) if later else everybody
        if name != HOLDOUT:
            drawn[name] = _one(universe, number, them, name, pool)
    return drawn


def _one(universe: Universe, number: int, them: Crowd, experiment: str, pool: np.ndarray) -> Arms:
    trial = TRIALS[experiment]
    rng = universe.rng("experiment_assignments", number, experiment)
    person = pool[rng.permutation(len(pool))[: universe.count(trial.users, number)]]
    n = len(person)
    both = np.zeros(n, dtype=bool)
    treated = rng.random(n) < trial.split
    if experiment in EXACT:
        treated = rng.permutation(n) < universe.count(EXACT[experiment], number)
    if experiment == BROKEN:
        treated, both = _broken(them.browser[person] == BROKEN_BROWSER, rng)
    first, length = timeline.day(trial.start), _length(trial)
    day = first + (length * rng.random(n) ** EARLY).astype(np.int64)
    day[both] = np.minimum(day[both], first + length - 1 - AGAIN_DAYS)
    return Arms(person, treated, both, day, timeline.awake_second(rng.random(n)))


def _length(trial: Trial) -> int:
    """Days of an experiment, the first and the last included."""
    return timeline.day(trial.end) - timeline.day(trial.start) + 1


def _broken(faulty: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """`treated` and `both` of the broken experiment: all of the fault lies with `faulty` users."""
    n = len(faulty)
    treated = rng.random(n) < 0.5
    mixed = rng.permutation(np.flatnonzero(faulty))
    twice, once = np.split(mixed, [min(round(BOTH * n), len(mixed))])
    both = np.zeros(n, dtype=bool)
    both[twice] = True
    rows = n + len(twice)
    control = round(BROKEN_CONTROL * rows) - len(twice)  # users who have the control only
    still = control - int((~treated & ~faulty).sum())
    treated[once] = True
    treated[once[: max(still, 0)]] = False
    return treated, both


def _rows(
    universe: Universe, number: int, them: Crowd, experiment: str, users: Arms
) -> pd.DataFrame:
    """The rows of one experiment: one per user, and a second one for those with both variants."""
    twice = np.flatnonzero(users.both)
    rng = universe.rng("experiment_assignments", number, experiment, "again")
    left = timeline.day(TRIALS[experiment].end) - users.day[twice] - AGAIN_DAYS + 1
    again = users.day[twice] + AGAIN_DAYS + (rng.random(len(twice)) * left).astype(np.int64)
    day = np.append(users.day, again)
    second = np.append(users.second, timeline.awake_second(rng.random(len(twice))))
    treated = np.append(users.treated, ~users.treated[twice])
    person = np.append(users.person, users.person[twice])
    return pd.DataFrame(
        {
            "experiment": experiment,
            "user_id": them.user_id[person],
            "variant": VARIANTS[treated.astype(np.int64)],
            "assigned_ts": timeline.moment(day, second),
            "device": them.device[person],
            "browser": them.browser[person],
        }
    )
