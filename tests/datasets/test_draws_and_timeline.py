"""The shared pieces of the generators: inverse CDFs, and time in the store."""

from __future__ import annotations

import importlib
import math
from statistics import NormalDist

import numpy as np
import pytest

from grader import store

store.tables()  # loads the folder as the package larkspur
timeline = importlib.import_module("larkspur.timeline")
draws = importlib.import_module("larkspur.draws")

EVEN = (np.arange(200_000) + 0.5) / 200_000  # the "uniform numbers": every share once


@pytest.mark.parametrize(
    ("values", "mean", "variance"),
    [
        (draws.normal(EVEN), 0, 1),
        (draws.gamma(EVEN, 0.6), 0.6, 0.6),
        (draws.beta(EVEN, 1.2, 7), 1.2 / 8.2, 1.2 * 7 / (8.2**2 * 9.2)),
        (draws.poisson(EVEN, 0.75), 0.75, 0.75),
        (draws.geometric(EVEN, 0.4), 0.4, 0.4 * 1.4),
        (draws.negative_binomial(EVEN, 2, 6), 6, 6 + 6**2 / 2),
        (draws.exponential(EVEN, 3), 3, 9),
        (np.log(draws.lognormal(EVEN, 2.6, 0.5)), math.log(2.6), 0.25),
    ],
    ids=[
        "normal",
        "gamma",
        "beta",
        "poisson",
        "geometric",
        "negative binomial",
        "exponential",
        "lognormal",
    ],
)
def test_draws_have_the_mean_and_variance_of_their_distribution(values, mean, variance):
    assert values.mean() == pytest.approx(mean, rel=0.005, abs=0.001)
    assert values.var() == pytest.approx(variance, rel=0.01)


@pytest.mark.parametrize("share", [1e-9, 0.001, 0.02425, 0.5, 0.9, 0.98, 1 - 1e-9])
def test_normal_is_the_inverse_of_the_normal_cdf(share):
    exact = NormalDist().inv_cdf(share)
    assert draws.normal(np.array([share]))[0] == pytest.approx(exact, abs=1e-7)


@pytest.mark.parametrize(
    "draw",
    [
        draws.normal,
        lambda u: draws.gamma(u, 0.6),
        lambda u: draws.beta(u, 1.2, 7),
        lambda u: draws.poisson(u, 2.0),
        lambda u: draws.geometric(u, 0.4),
        lambda u: draws.negative_binomial(u, 0.5, 6),
        lambda u: draws.exponential(u, 1.0),
        lambda u: draws.pick(u, np.array([1.0, 2.0, 3.0])),
    ],
    ids=[
        "normal",
        "gamma",
        "beta",
        "poisson",
        "geometric",
        "negative binomial",
        "exponential",
        "pick",
    ],
)
def test_the_ends_of_the_uniform_numbers_give_finite_values(draw):
    assert np.isfinite(draw(np.array([0.0, 1 - 2**-53]))).all()


def test_pick_follows_the_weights_and_never_takes_a_weight_of_zero():
    found = np.bincount(draws.pick(EVEN, np.array([0, 1, 0, 3, 0])), minlength=5)
    assert (found / len(EVEN)).tolist() == pytest.approx([0, 0.25, 0, 0.75, 0], abs=1e-4)


def test_some_takes_exactly_the_share_and_no_row_twice():
    rows = draws.some(np.random.default_rng(1), 1_000, 0.02)
    assert len(set(rows)) == len(rows) == 20


def test_the_timeline_and_the_engine_agree_on_as_of():
    assert timeline.AS_OF == store.AS_OF
    assert timeline.date(timeline.LAST).item().date() == store.AS_OF


def test_day_0_is_a_monday():
    assert timeline.date(0).item().weekday() == 0


def test_moments_come_apart_into_day_and_second():
    day, second = np.array([-3, 0, 364]), np.array([0, 86_399, 43_200])
    moments = timeline.moment(day, second)
    assert moments.dtype == "datetime64[us]"
    assert timeline.day_number(moments).tolist() == day.tolist()
    assert timeline.second_number(moments).tolist() == second.tolist()


def test_the_day_peaks_at_20h_and_has_4_percent_before_midnight():
    hours = np.bincount(timeline.awake_second(EVEN) // 3600, minlength=24) / len(EVEN)
    assert hours.argmax() == 20
    assert hours[23] == pytest.approx(0.04, abs=0.002)


def test_awake_share_is_the_inverse_of_awake_second():
    shares = np.linspace(0, 0.999, 50)
    assert timeline.awake_share(timeline.awake_second(shares)) == pytest.approx(shares, abs=1e-4)


def test_prime_day_and_the_holidays_weigh_most():
    demand = timeline.demand()
    assert set(demand.argsort()[-2:]) == set(timeline.PRIME_DAYS)
    assert timeline.date(timeline.PRIME_DAYS).astype("datetime64[D]").astype(str).tolist() == [
        "2024-07-16",
        "2024-07-17",
    ]
    holidays = demand[timeline.day("2024-11-25") : timeline.day("2024-12-20") + 1]
    assert holidays.min() > np.delete(demand, timeline.PRIME_DAYS)[:140].max()
