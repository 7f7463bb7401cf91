"""Tables around experiments and metrics: friends, sellers, the dashboard, daily users by segment.

The numbers are those of the data cards; truths are parameters of the generators.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

ROWS = {
    "social_graph": 8_000,
    "social_users": 2_000,
    "sellers": 600,
    "seller_days": 33_600,
    "daily_metrics": 365,
    "dau_by_segment": 5_400,
}


@pytest.mark.parametrize("name", ROWS)
def test_row_counts_are_those_of_the_card(tables, name):
    assert len(tables[name]) == ROWS[name]


@pytest.mark.parametrize("name", ["daily_metrics", "dau_by_segment"])
def test_calendars_are_the_same_size_at_every_scale(large, name):
    assert len(large[name]) == ROWS[name]


# --- social_graph (54): the effect passes from friend to friend


@pytest.fixture(scope="session")
def friends(tables) -> pd.DataFrame:
    """Every friendship seen from both ends, with what social_users says of the friend."""
    one = tables["social_graph"]
    other = one.rename(columns={"user_id": "friend_id", "friend_id": "user_id"})
    users = tables["social_users"].rename(columns={"user_id": "friend_id"})
    return pd.concat([one, other]).merge(users, on="friend_id")


@pytest.mark.parametrize("scale", ["tables", "small", "large"])
def test_a_friendship_is_stored_once_and_never_with_oneself(request, scale):
    graph = request.getfixturevalue(scale)["social_graph"]
    assert (graph.user_id < graph.friend_id).all()
    assert not graph.duplicated().any()


@pytest.mark.parametrize("scale", ["tables", "small", "large"])
def test_friends_are_customers_and_users_of_the_experiment(request, scale):
    made = request.getfixturevalue(scale)
    users = made["social_users"].user_id
    assert users.isin(made["customers"].customer_id).all()
    assert made["social_graph"].isin(set(users)).all(axis=None)


def test_one_in_a_hundred_has_no_friend(tables, friends):
    assert (~tables["social_users"].user_id.isin(friends.user_id)).sum() == 20


def test_twelve_of_thirteen_friendships_are_inside_one_of_40_communities(tables):
    community = tables["social_users"].set_index("user_id").community
    graph = tables["social_graph"]
    inside = community[graph.user_id].to_numpy() == community[graph.friend_id].to_numpy()
    assert community.nunique() == 40
    assert inside.mean() == pytest.approx(12 / 13, abs=0.01)


def test_users_randomised_one_by_one_show_the_direct_effect_only(tables):
    users = tables["social_users"]
    means = users.groupby("treated").outcome.mean()
    assert 2.0 <= means[True] - means[False] <= 2.3


def test_communities_randomised_as_a_whole_show_nearly_all_of_it(tables):
    users = tables["social_users"]
    means = users.groupby("community_treated").community_outcome.mean()
    assert means[True] - means[False] == pytest.approx(3.5, abs=0.2)
    assert users.groupby("community").community_treated.nunique().eq(1).all()


def test_a_regression_on_the_share_of_treated_friends_finds_the_planted_effects(tables, friends):
    users = tables["social_users"].set_index("user_id")
    share = friends.groupby("user_id").treated.mean().reindex(users.index, fill_value=0)
    design = np.column_stack([np.ones(len(users)), users.treated, share]).astype(float)
    base, direct, spillover = np.linalg.lstsq(design, users.outcome.to_numpy(), rcond=None)[0]
    assert (direct, spillover) == (pytest.approx(2.0, abs=0.2), pytest.approx(1.5, abs=0.4))
    assert base == pytest.approx(10, abs=0.3)


# --- sellers (32)


def test_sellers_compete_in_30_markets_of_about_20(tables):
    sizes = tables["sellers"].groupby("market_id").size()
    assert len(sizes) == 30
    assert sizes.between(12, 28).all()
    assert tables["sellers"].groupby("market_id").category.nunique().eq(1).all()


def test_two_of_two_stands_above_380_of_400_by_raw_rate(tables):
    sellers = tables["sellers"].set_index("seller_id")
    few, many = sellers.loc["S00001"], sellers.loc["S00002"]
    assert (few.positive, few.orders) == (2, 2)
    assert (many.positive, many.orders) == (380, 400)


def test_shrinking_puts_380_of_400_above_two_of_two(tables):
    sellers = tables["sellers"].set_index("seller_id")
    overall = sellers.positive.sum() / sellers.orders.sum()
    shrunk = (sellers.positive + 50 * overall) / (sellers.orders + 50)
    assert overall == pytest.approx(0.93, abs=0.005)
    assert shrunk["S00001"] == pytest.approx(0.934, abs=0.002)
    assert shrunk["S00002"] == pytest.approx(0.948, abs=0.002)


def test_new_sellers_have_neither_orders_nor_a_rating(tables):
    sellers = tables["sellers"]
    assert (sellers.orders == 0).sum() == 6
    assert (sellers.rating.isna() == (sellers.orders == 0)).all()
    assert (sellers.positive <= sellers.orders).all()


# --- seller_days (65): sellers who compete


@pytest.fixture(scope="session")
def days(tables) -> pd.DataFrame:
    return tables["seller_days"].merge(tables["sellers"], on="seller_id")


def gain(days: pd.DataFrame, phase: str, column: str) -> float:
    """Treated over untreated sellers, each against their own baseline, minus 1."""
    in_phase = days[days.phase == phase].groupby("seller_id")
    sums = in_phase.agg(now=(column, "sum"), treated=("treated", "first"))
    sums["before"] = days[days.phase == "baseline"].groupby("seller_id")[column].sum()
    grown = sums.groupby("treated")[["now", "before"]].sum().eval("now / before")
    return grown[True] / grown[False] - 1


def test_every_seller_has_every_day_of_eight_weeks(days):
    assert days.day.min() == pd.Timestamp("2025-05-05")
    assert days.day.max() == pd.Timestamp("2025-06-29")
    assert not days.duplicated(["seller_id", "day"]).any()
    assert days.groupby("phase").day.nunique().eq(14).all()


def test_treated_sellers_cut_their_price_by_5_percent(days):
    price = days.groupby(["seller_id", "treated"]).price_cents.agg(["min", "max"])
    assert (price["min"] == price["max"]).all()
    price = price["min"].unstack()
    assert (price[True] / price[False]).dropna().to_numpy() == pytest.approx(0.95, abs=0.001)
    assert (days.revenue_cents == days.units * days.price_cents).all()


def test_no_seller_is_treated_in_the_baseline_and_half_of_each_market_after_it(days):
    assert not days.treated[days.phase == "baseline"].any()
    share = days[days.phase == "seller"].groupby("market_id").treated.mean()
    assert share.between(0.4, 0.6).all()


def test_the_test_by_seller_promises_many_times_the_true_effect(days):
    """Its gain is taken from the other sellers of the market; true are + 2 % for everybody."""
    assert 0.12 <= gain(days, "seller", "units") <= 0.16


def test_the_test_by_market_finds_the_true_effect(days):
    assert gain(days, "market", "units") == pytest.approx(0.02, abs=0.005)
    half = days[days.phase == "market"].groupby("market_id").treated
    assert half.nunique().eq(1).all()
    assert half.first().sum() == 15


def test_the_test_by_seller_has_the_sign_of_revenue_wrong(days):
    assert gain(days, "seller", "revenue_cents") > 0.07
    assert gain(days, "market", "revenue_cents") == pytest.approx(0.95 * 1.02 - 1, abs=0.01)


def switchback(days: pd.DataFrame, first_day: bool) -> float:
    """The effect on log units, beside those of market and day; with or without first days."""
    rows = days[days.phase == "switchback"]
    rows = rows.groupby(["market_id", "day"]).agg(units=("units", "sum"), z=("treated", "first"))
    if not first_day:
        rows = rows[rows.groupby("market_id").cumcount() % 2 == 1]
    table = np.log(rows.units).unstack(), rows.z.astype(float).unstack()
    y, z = (x - x.mean() - x.mean(axis=1).to_numpy()[:, None] + x.mean(axis=None) for x in table)
    return float((y * z).sum(axis=None) / (z * z).sum(axis=None))


def test_the_switchback_finds_it_once_the_day_after_a_switch_is_left_out(days):
    assert switchback(days, first_day=False) == pytest.approx(0.02, abs=0.004)
    assert switchback(days, first_day=True) < 0.8 * switchback(days, first_day=False)


def test_a_market_switches_after_two_days_at_the_earliest(days):
    rows = days[days.phase == "switchback"]
    treated = rows.groupby(["market_id", "day"]).treated.first().unstack().to_numpy()
    assert (treated[:, 0::2] == treated[:, 1::2]).all()
    assert np.isin(treated[:, ::2].sum(axis=1), [3, 4]).all()


# --- daily_metrics (55, 56): what leads and what follows


@pytest.fixture(scope="session")
def weeks(tables) -> pd.DataFrame:
    """Daily means of the 52 whole weeks."""
    days = tables["daily_metrics"]
    return days[days.day < "2025-06-30"].groupby("week_start").mean(numeric_only=True)


def correlations(first: pd.Series, then: pd.Series) -> pd.Series:
    """By lag: how `first` goes with `then` so many weeks later."""
    return pd.Series({lag: first.corr(then.shift(-lag)) for lag in range(-8, 9)})


def test_there_is_a_row_for_every_day_of_the_year(tables):
    days = tables["daily_metrics"].sort_values("day")
    assert days.day.tolist() == pd.date_range("2024-07-01", "2025-06-30").tolist()
    assert (days.week_start.dt.day_of_week == 0).all()
    assert ((days.day - days.week_start).dt.days <= 6).all()


def test_search_success_leads_repeat_purchases_by_four_weeks(weeks):
    found = correlations(weeks.search_success, weeks.repeat_purchase_rate)
    assert found[4] == pytest.approx(0.6, abs=0.03)
    assert found.drop(4).abs().max() < 0.3


def test_wish_lists_lead_orders_by_three_weeks(weeks):
    found = correlations(weeks.wishlist_adds, weeks.orders)
    assert found.abs().idxmax() == 3
    assert found[3] > 0.9


def test_refunds_follow_orders_by_two_weeks(weeks):
    found = correlations(weeks.orders, weeks.refunds)
    assert found.abs().idxmax() == 2
    assert found[2] > 0.9


def test_orders_and_revenue_move_in_the_same_week(weeks):
    found = correlations(weeks.orders, weeks.revenue_cents)
    assert found.idxmax() == 0
    assert found[0] > 0.99


def test_page_views_say_nothing_about_repeat_purchases(weeks):
    assert correlations(weeks.page_views, weeks.repeat_purchase_rate).abs().max() < 0.25


def test_social_mentions_say_nothing_about_orders(weeks):
    assert correlations(weeks.social_mentions, weeks.orders).abs().max() < 0.32


def test_nobody_is_asked_for_a_score_at_weekends(tables):
    days = tables["daily_metrics"]
    weekend = days.day.dt.day_of_week >= 5
    assert days.nps[weekend].isna().all()
    assert days.nps[~weekend].isna().sum() == 21  # too few answers


def test_prime_day_has_most_orders(tables):
    days = tables["daily_metrics"].set_index("day").sort_index()
    assert set(days.orders.nlargest(2).index.strftime("%Y-%m-%d")) == {"2024-07-16", "2024-07-17"}


# --- dau_by_segment (57): daily users fall by a fifth

FALL = pd.Timestamp("2025-06-16")


@pytest.fixture(scope="session")
def users(tables) -> pd.DataFrame:
    return tables["dau_by_segment"]


@pytest.fixture(scope="session")
def lost(users) -> pd.Series:
    """Daily users lost by platform, version and country: the fortnight from the fall, against
    four weeks before."""
    cut = ["platform", "app_version", "country"]
    before = users[users.day.between(FALL - pd.Timedelta(days=28), FALL, inclusive="left")]
    after = users[users.day.between(FALL, FALL + pd.Timedelta(days=13))]
    return before.groupby(cut).dau.sum() / 28 - after.groupby(cut).dau.sum() / 14


def test_every_segment_has_every_one_of_60_days(users):
    segment = ["platform", "app_version", "country", "user_type"]
    assert users.groupby(segment).day.nunique().tolist() == [60] * 90
    assert not users.duplicated(["day", *segment]).any()


def test_segments_add_up_to_the_dashboard(tables, users):
    told = tables["daily_metrics"].set_index("day").dau
    found = users.groupby("day").dau.sum()
    assert (told[found.index] == found).all()
    assert len(found) == 60


def test_100_000_users_a_day_with_a_weekly_wave_of_6_percent(users):
    usual = users[users.day < FALL].groupby("day").dau.sum()
    by_weekday = usual.groupby(usual.index.day_of_week).mean()
    assert usual.mean() == pytest.approx(100_000, rel=0.01)
    assert by_weekday.max() / usual.mean() - 1 == pytest.approx(0.06, abs=0.01)
    assert by_weekday.idxmax() == 6


def test_from_16_june_a_fifth_is_missing(users):
    total = users.groupby("day").dau.sum()
    same_weekday = total[total.index < FALL].groupby(lambda day: day.weekday()).mean()
    after = total[total.index >= FALL]
    ratio = after.to_numpy() / same_weekday[after.index.day_of_week].to_numpy() - 1
    assert ratio.mean() == pytest.approx(-0.20, abs=0.005)
    assert ratio.max() < -0.18


def test_three_causes_explain_all_of_the_fall(lost):
    platform, version, country = (lost.index.get_level_values(i) for i in range(3))
    bad = version == "8.2.0"
    tracking = (platform == "web") & (country == "DE")
    holiday = (country == "BR") & ~bad
    shares = [lost[cause].sum() / lost.sum() for cause in (bad, tracking, holiday)]
    assert shares == pytest.approx([0.85, 0.10, 0.05], abs=0.01)
    assert sum(shares) == pytest.approx(1.0, abs=0.01)


def test_the_bad_version_fails_in_every_country(users):
    bad = users[users.app_version == "8.2.0"]
    before, after = (
        bad[days].groupby("country").dau.sum() for days in (bad.day < FALL, bad.day >= FALL)
    )
    fall = (after / 15) / (before / 45) - 1
    assert fall.to_numpy() == pytest.approx(-0.65, abs=0.02)


def test_the_new_ios_version_only_replaces_the_old_one(users):
    ios = users[(users.platform == "ios") & (users.country != "BR")]
    total = ios.groupby("day").dau.sum()
    assert total[FALL:].mean() / total[: FALL - pd.Timedelta(days=1)].mean() == pytest.approx(
        1.0, abs=0.01
    )
    rolled = ios[ios.app_version == "5.1"].groupby("day").dau.sum()
    assert rolled[: FALL - pd.Timedelta(days=1)].eq(0).all()
    assert rolled[FALL + pd.Timedelta(days=5)] > 0.7 * total[FALL + pd.Timedelta(days=5)]


def test_the_share_of_new_users_falls_only_by_the_mix(users):
    """It is the same before and after within each platform and version."""

    def share(rows, *cut):
        total = rows.groupby([*cut, "user_type"]).dau.sum().unstack()
        return total.new / total.sum(axis=1)

    before, after = users[users.day < FALL], users[users.day >= FALL]
    everybody = users.assign(all="all")
    fall = [share(everybody[days], "all").item() for days in (users.day < FALL, users.day >= FALL)]
    assert fall == [pytest.approx(0.228, abs=0.003), pytest.approx(0.208, abs=0.003)]
    cut = ("platform", "app_version")
    assert (share(after, *cut) - share(before, *cut)).abs().max() < 0.006


def test_most_of_the_fall_is_real_orders_fall_with_the_users(tables):
    orders = tables["daily_metrics"].set_index("day").orders.sort_index()["2025-05-05":]
    usual = orders[:"2025-06-15"].groupby(lambda day: day.weekday()).mean()
    after = orders[FALL:]
    ratio = after.to_numpy() / usual[after.index.day_of_week].to_numpy() - 1
    assert -0.26 < ratio.mean() < -0.15


def test_tickets_nearly_double_while_people_cannot_log_in(tables):
    days = tables["daily_metrics"].set_index("day").sort_index()
    per_user = days.support_tickets / days.dau
    assert stats.trim_mean(per_user[FALL:], 0.1) / per_user[:"2025-06-15"].mean() == pytest.approx(
        1.9, abs=0.1
    )
