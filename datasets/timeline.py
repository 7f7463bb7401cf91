"""Time in the store: its days, its seasons and the hours people are awake.

Days are whole numbers: day 0 is 2024-07-01, the last complete day (`as_of`) is day 364.
Moments are naive UTC, datetime64[us], on whole seconds.
"""

from __future__ import annotations

import datetime

import numpy as np

START = np.datetime64("2024-07-01", "D")
AS_OF = datetime.date(2025, 6, 30)
DAYS = 365  # day 0 .. day 364
LAST = DAYS - 1
SECONDS = 86_400

MONTHS = np.arange("2024-07", "2025-07", dtype="datetime64[M]")
PRIME_DAYS = np.array([15, 16])  # 2024-07-16 and 17

# Share of a day's activity in each hour, UTC, in percent: quiet nights, a peak at 20h, 4 % in the
# hour before midnight (so that day boundaries matter).
HOURS = np.array(
    [
        *(2.3, 1.5, 1.0, 0.7, 0.6, 0.8, 1.6, 2.8, 3.9, 4.4, 4.7, 5.0),
        *(5.3, 5.0, 4.7, 4.7, 5.0, 5.5, 6.4, 7.4, 8.4, 7.9, 6.4, 4.0),
    ]
)
_HOURS_CDF = np.concatenate([[0.0], np.cumsum(HOURS) / HOURS.sum()])

# Weight of the weekdays for orders, Monday first.
WEEK = np.array([1.02, 0.96, 0.94, 0.95, 0.88, 1.05, 1.20])
HOLIDAYS = ("2024-11-25", "2024-12-20")  # both included
HOLIDAYS_WEIGHT = 1.9
PRIME_DAY_WEIGHT = 4.0


def date(day: np.ndarray | int) -> np.ndarray:
    """The date of a day number, datetime64[us] at midnight."""
    return (START + np.asarray(day, dtype="timedelta64[D]")).astype("datetime64[us]")


def moment(day: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The moment `second` seconds after midnight of `day`."""
    return date(day) + np.asarray(second).astype("timedelta64[s]")


def day_number(moments: np.ndarray) -> np.ndarray:
    """The day number of moments (int64). Not defined for NaT."""
    return (np.asarray(moments).astype("datetime64[D]") - START).astype(np.int64)


def second_number(moments: np.ndarray) -> np.ndarray:
    """Seconds since midnight of the moment's own day (int64). Not defined for NaT."""
    moments = np.asarray(moments)
    return (moments - moments.astype("datetime64[D]")).astype("timedelta64[s]").astype(np.int64)


def day(text: str) -> int:
    """The day number of a date written as ISO text."""
    return int((np.datetime64(text, "D") - START).astype(int))


def awake_second(uniform: np.ndarray) -> np.ndarray:
    """The second of the day below which the share `uniform` of a day's activity lies."""
    hours = np.interp(uniform, _HOURS_CDF, np.arange(25))
    return np.minimum((hours * 3600).astype(np.int64), SECONDS - 1)


def awake_share(second: np.ndarray) -> np.ndarray:
    """The share of a day's activity before that second: the inverse of `awake_second`."""
    return np.interp(np.asarray(second) / 3600, np.arange(25), _HOURS_CDF)


def demand(days: int = DAYS) -> np.ndarray:
    """How much is bought on each of the days from day 0, relative to an ordinary day."""
    number = np.arange(days)
    weight = WEEK[number % 7]  # day 0 is a Monday
    first, last = (day(text) for text in HOLIDAYS)
    weight[(number >= first) & (number <= last)] *= HOLIDAYS_WEIGHT
    weight[np.isin(number, PRIME_DAYS)] *= PRIME_DAY_WEIGHT
    return weight
