"""The store's experiments: who got what, what they did, and what is planted in each.

The numbers are those of the data cards. Truths are parameters of the generators; what is asserted
here is what an analyst of the shipped store measures.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

AS_OF = pd.Timestamp("2025-06-30")
AFTER = AS_OF + pd.Timedelta(days=1)

ROWS = {
    "experiments": 7,
    "experiment_assignments": 68_000,
    "experiment_metrics": 68_000,
    "aa_metrics": 5_000,
    "search_days": 28_000,
    "interleaved_results": 12_000,
    "buy_now_orders": 8_800,
    "launches": 5,
    "holdout_exposures": 25_500,
}
USERS = {
    "aa_test": 5_000,
    "checkout_copy": 8_000,
    "free_shipping": 12_000,
    "holdout_2025": 10_000,
    "homepage_bayes": 975,
    "ranking_v2": 12_000,
    "buy_now_color": 20_000,
}
SOUND = [name for name in USERS if name != "checkout_copy"]
# Where 18 of 100 users buy; the others have their own share of buyers.
USUAL = ["aa_test", "checkout_copy", "holdout_2025", "ranking_v2"]


def z(treated: pd.Series, control: pd.Series) -> float:
    """The Welch statistic of a difference of means."""
    return stats.ttest_ind(treated.astype(float), control.astype(float), equal_var=False).statistic


@pytest.fixture(scope="session")
def joined(tables) -> pd.DataFrame:
    """The metrics of every user with one variant, with that variant."""
    assignments = tables["experiment_assignments"].drop_duplicates(
        ["experiment", "user_id"], keep=False
    )
    rows = tables["experiment_metrics"].merge(assignments, on=["experiment", "user_id"])
    return rows.assign(buyer=rows.orders > 0, clicker=rows.clicks > 0)


@pytest.fixture(scope="session")
def arms(joined):
    """`arms(experiment)`: the metrics of its control and of its treatment."""

    def both(experiment: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        rows = joined[joined.experiment == experiment]
        return rows[rows.variant == "control"], rows[rows.variant == "treatment"]

    return both


def change(arms: tuple[pd.DataFrame, pd.DataFrame], column: str) -> float:
    """Treatment over control, minus 1."""
    control, treatment = arms
    return treatment[column].mean() / control[column].mean() - 1


# --- size, keys, dates


@pytest.mark.parametrize("name", ROWS)
def test_row_counts_are_within_5_percent(tables, name):
    assert len(tables[name]) == pytest.approx(ROWS[name], rel=0.05)


def test_every_experiment_has_the_users_of_its_plan(tables):
    assert tables["experiment_metrics"].experiment.value_counts().to_dict() == USERS
    assert set(tables["experiments"].experiment) == set(USERS)


@pytest.mark.parametrize("scale", ["tables", "small", "large"])
def test_a_user_has_one_row_of_metrics_in_each_experiment(request, scale):
    made = request.getfixturevalue(scale)
    key = ["experiment", "user_id"]
    assert not made["experiment_metrics"].duplicated(key).any()
    assert not made["experiment_assignments"].duplicated([*key, "variant"]).any()


@pytest.mark.parametrize("scale", ["tables", "small", "large"])
def test_metrics_and_assignments_are_about_the_same_users(request, scale):
    made = request.getfixturevalue(scale)
    keys = [
        set(made[name][["experiment", "user_id"]].itertuples(index=False, name=None))
        for name in ("experiment_metrics", "experiment_assignments")
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("scale", ["tables", "small", "large"])
def test_users_of_experiments_are_people_outside_the_sample_of_accounts(request, scale):
    made = request.getfixturevalue(scale)
    accounts = made["customers"].customer_id.max()
    assert made["experiment_assignments"].user_id.min() == accounts + 1_001


def test_everybody_is_assigned_while_the_experiment_runs(tables):
    rows = tables["experiment_assignments"].merge(tables["experiments"], on="experiment")
    day = rows.assigned_ts.dt.normalize()
    assert ((day >= rows.start_date) & (day <= rows.end_date)).all()
    assert tables["experiments"].end_date.max() == AS_OF


def test_a_user_has_the_same_device_and_browser_in_every_experiment(tables):
    rows = tables["experiment_assignments"]
    assert rows.groupby("user_id")[["device", "browser"]].nunique().eq(1).all(axis=None)


def test_held_out_users_take_part_in_nothing_that_began_later(tables):
    rows = tables["experiment_assignments"].merge(tables["experiments"], on="experiment")
    held = rows.user_id[(rows.experiment == "holdout_2025") & (rows.variant == "control")]
    assert not rows.user_id[rows.start_date > "2025-01-01"].isin(held).any()


@pytest.mark.parametrize("name", SOUND)
def test_the_split_is_the_planned_one(tables, name):
    share = tables["experiments"].set_index("experiment").split[name]
    rows = tables["experiment_assignments"]
    treated = rows.variant[rows.experiment == name] == "treatment"
    assert stats.binomtest(int(treated.sum()), len(treated), share).pvalue > 0.1


# --- what all experiments have in common


@pytest.mark.parametrize("name", USUAL)
def test_82_percent_of_the_users_buy_nothing(joined, name):
    assert 1 - joined.buyer[joined.experiment == name].mean() == pytest.approx(0.82, abs=0.015)


@pytest.mark.parametrize("name", USUAL)
def test_revenue_of_the_buyers_is_heavy_tailed(joined, name):
    revenue = joined.revenue_cents[(joined.experiment == name) & joined.buyer]
    assert np.log(revenue).std() == pytest.approx(1.1, abs=0.05)


@pytest.mark.parametrize("name", USERS)
def test_revenue_before_correlates_with_revenue(joined, name):
    rows = joined[joined.experiment == name]
    correlation = np.corrcoef(rows.revenue_cents, rows.pre_revenue_cents)[0, 1]
    assert correlation == pytest.approx(0.6, abs=0.04)


@pytest.mark.parametrize("name", USERS)
def test_the_arms_were_alike_before_the_experiment(arms, name):
    control, treatment = arms(name)
    assert abs(z(treatment.pre_revenue_cents, control.pre_revenue_cents)) < 1.5


def test_the_numbers_of_a_user_fit_together(tables):
    rows = tables["experiment_metrics"]
    assert (rows["items"] >= rows.orders).all()
    assert ((rows.revenue_cents > 0) == (rows.orders > 0)).all()
    acted = rows[((rows.clicks > 0) | (rows.orders > 0)) & (rows.experiment != "holdout_2025")]
    assert acted.exposed.all()


# --- aa_test (27, 28, 31): nothing was changed


@pytest.fixture(scope="session")
def aa_p_values(tables) -> pd.Series:
    rows = tables["experiment_assignments"]
    variant = rows[rows.experiment == "aa_test"].set_index("user_id").variant
    metrics = tables["aa_metrics"].set_index("user_id")
    treated = variant.loc[metrics.index] == "treatment"
    test = stats.ttest_ind(metrics[treated], metrics[~treated], equal_var=False)
    return pd.Series(test.pvalue, index=metrics.columns)


def test_one_of_the_twenty_metrics_is_significant_by_chance(aa_p_values):
    assert len(aa_p_values) == 20
    assert aa_p_values[aa_p_values < 0.05].index.tolist() == ["coupons_tried"]
    assert aa_p_values.nsmallest(2).iloc[1] > 0.06  # no method of testing makes it two


def test_no_correction_keeps_the_false_win(aa_p_values):
    assert stats.false_discovery_control(aa_p_values).min() > 0.1


@pytest.mark.parametrize(
    "metric",
    ["clicks", "orders", "items", "revenue_cents", "pre_revenue_cents", "latency_ms", "buyer"],
)
def test_the_usual_metrics_of_the_a_a_test_show_nothing(arms, metric):
    control, treatment = arms("aa_test")
    assert abs(z(treatment[metric], control[metric])) < 1.5


def test_the_twenty_metrics_go_together(tables):
    correlations = tables["aa_metrics"].drop(columns="user_id").corr().to_numpy()
    assert correlations[np.triu_indices(20, 1)].mean() == pytest.approx(0.18, abs=0.03)


# --- checkout_copy (30): a broken split


@pytest.fixture(scope="session")
def broken(tables) -> pd.DataFrame:
    rows = tables["experiment_assignments"]
    return rows[rows.experiment == "checkout_copy"]


def test_the_broken_split_is_52_to_48(broken):
    counts = broken.variant.value_counts()
    assert counts["control"] / len(broken) == pytest.approx(0.52, abs=0.0005)
    chi2, p_value = stats.chisquare(counts)
    assert p_value < 0.001
    assert chi2**0.5 == pytest.approx(3.6, abs=0.05)


def test_one_and_a_half_percent_of_its_users_have_both_variants(broken):
    assert broken.user_id.duplicated().sum() == 0.015 * 8_000
    assert (
        broken[broken.user_id.duplicated(keep=False)]
        .groupby("user_id")
        .variant.nunique()
        .eq(2)
        .all()
    )


def test_all_of_the_fault_lies_with_one_browser(broken):
    twice = broken.user_id.duplicated(keep=False)
    assert set(broken.browser[twice]) == {"safari"}
    others = broken[broken.browser != "safari"].variant.value_counts()
    assert stats.chisquare(others).pvalue > 0.1


def test_the_second_assignment_comes_days_after_the_first(broken):
    times = broken[broken.user_id.duplicated(keep=False)].groupby("user_id").assigned_ts
    assert (times.max() - times.min()).min() > pd.Timedelta(days=1)


def test_the_broken_experiment_shows_a_lift_that_is_not_there(joined):
    rows = joined[joined.experiment == "checkout_copy"]
    buyers = rows.groupby(["variant", rows.browser == "safari"]).buyer.mean().unstack()
    everybody = rows.groupby("variant").buyer.mean()
    assert everybody["treatment"] - everybody["control"] == pytest.approx(0.0195, abs=0.0005)
    lift = buyers.loc["treatment"] - buyers.loc["control"]
    assert lift[True] == pytest.approx(0.073, abs=0.001)
    assert lift[False] == pytest.approx(0.0, abs=0.005)


# --- free_shipping (30, 33): a small true effect in a small test


def test_free_shipping_brings_more_buyers_than_the_test_can_show(arms):
    control, treatment = arms("free_shipping")
    assert control.buyer.mean() == pytest.approx(0.080, abs=0.002)
    assert treatment.buyer.mean() - control.buyer.mean() == pytest.approx(0.006, abs=0.002)
    assert abs(z(treatment.buyer, control.buyer)) < 1.96


def test_free_shipping_would_need_five_times_its_users():
    p0, p1 = 0.080, 0.086
    pooled = (p0 + p1) / 2
    z_alpha, z_power = stats.norm.ppf([0.975, 0.8])
    spread = z_alpha * (2 * pooled * (1 - pooled)) ** 0.5
    spread += z_power * (p0 * (1 - p0) + p1 * (1 - p1)) ** 0.5
    assert (spread / (p1 - p0)) ** 2 == pytest.approx(33_100, rel=0.005)


# --- holdout_2025 (58): what the launches of half a year add up to


def test_a_twentieth_of_the_users_are_held_out(arms):
    held, treated = arms("holdout_2025")
    assert len(held) + len(treated) == 10_000
    assert len(held) == pytest.approx(500, abs=10)


def test_the_launches_claim_more_than_the_holdout_finds(tables, arms):
    assert tables["launches"].claimed_lift.sum() == pytest.approx(0.095)
    assert change(arms("holdout_2025"), "buyer") == pytest.approx(0.05, abs=0.01)


def test_500_held_out_users_leave_a_wide_interval(arms):
    held, treated = (arm.buyer for arm in arms("holdout_2025"))
    error = ((1 - held.mean()) / held.sum() + (1 - treated.mean()) / treated.sum()) ** 0.5
    low, high = (np.exp(side * 1.96 * error) * treated.mean() / held.mean() - 1 for side in (-1, 1))
    assert (low, high) == (pytest.approx(-0.14, abs=0.01), pytest.approx(0.26, abs=0.01))


def test_who_met_a_feature_had_bought_more_all_along(joined):
    rows = joined[joined.experiment == "holdout_2025"]
    naive = rows.buyer[rows.exposed].mean() - rows.buyer[~rows.exposed].mean()
    control, treatment = (rows[rows.variant == name] for name in ("control", "treatment"))
    intended = treatment.buyer.mean() - control.buyer.mean()
    complied = treatment.exposed.mean() - control.exposed.mean()
    assert complied == pytest.approx(0.72, abs=0.01)
    assert naive > 10 * intended / complied


@pytest.fixture(scope="session")
def exposures(tables) -> pd.DataFrame:
    """Exposures with the user's variant; `counts` when it came after the assignment."""
    rows = tables["experiment_assignments"]
    rows = rows[rows.experiment == "holdout_2025"]
    met = tables["holdout_exposures"].merge(rows, on="user_id").merge(tables["launches"])
    assert len(met) == len(tables["holdout_exposures"])
    return met.assign(counts=met.exposed_ts >= met.assigned_ts)


def test_nobody_meets_a_feature_before_its_launch_or_twice(exposures):
    assert (exposures.exposed_ts >= exposures.launch_date).all()
    assert (exposures.exposed_ts < AFTER).all()
    assert not exposures.duplicated(["user_id", "feature"]).any()


def test_exposed_says_that_a_feature_was_met_after_the_assignment(tables, exposures):
    rows = tables["experiment_metrics"]
    exposed = rows.user_id[(rows.experiment == "holdout_2025") & rows.exposed]
    assert set(exposed) == set(exposures.user_id[exposures.counts])


def test_the_holdout_leaks_through_the_e_mail_only(exposures):
    held = exposures[exposures.variant == "control"]
    assert set(held.feature) == {"picks_email"}
    assert held.counts.sum() == pytest.approx(32, abs=2)
    assert (~held.counts).sum() == pytest.approx(13, abs=2)  # before the assignment: no leak


# --- homepage_bayes (32)


def test_the_homepage_converts_58_of_480_against_74_of_495(arms):
    counts = [(int(arm.buyer.sum()), len(arm)) for arm in arms("homepage_bayes")]
    assert counts == [(58, 480), (74, 495)]


# --- ranking_v2 (53)


@pytest.fixture(scope="session")
def searches(tables) -> pd.DataFrame:
    """search_days with the variant and `age`, the days since the assignment."""
    rows = tables["experiment_assignments"]
    rows = tables["search_days"].merge(rows[rows.experiment == "ranking_v2"], on="user_id")
    return rows.assign(age=(rows.day - rows.assigned_ts.dt.normalize()).dt.days)


def click_lift(searches: pd.DataFrame) -> float:
    total = searches.groupby("variant")[["clicks", "searches"]].sum()
    rate = total.clicks / total.searches
    return rate["treatment"] / rate["control"] - 1


def test_the_new_ranking_brings_3_percent_more_clicks_per_search(searches):
    assert click_lift(searches) == pytest.approx(0.03, abs=0.005)


def test_the_gain_in_clicks_is_gone_after_ten_days(searches):
    lift = [
        click_lift(searches[searches.age.between(first, last)])
        for first, last in ((0, 0), (1, 4), (5, 9), (10, 27))
    ]
    assert lift == sorted(lift, reverse=True)
    assert lift[0] > 0.04
    assert abs(lift[-1]) < 0.012


def test_the_new_ranking_is_1_percent_more_relevant(searches):
    relevance = searches.groupby(["variant", "user_id"]).relevance.mean()
    means = relevance.groupby("variant").mean()
    assert means["treatment"] / means["control"] - 1 == pytest.approx(0.01, abs=0.002)
    assert z(relevance["treatment"], relevance["control"]) > 3


def test_the_new_ranking_leaves_revenue_flat_and_is_35_ms_slower(arms):
    control, treatment = arms("ranking_v2")
    assert abs(change((control, treatment), "revenue_cents")) < 0.01
    slower = treatment.latency_ms.mean() - control.latency_ms.mean()
    assert slower == pytest.approx(35, abs=2)


def test_searches_of_one_user_are_not_independent(searches):
    """The error by user is half as large again as the one that counts searches."""
    users = searches.groupby(["variant", "user_id"])[["clicks", "searches"]].sum()
    by_user = by_search = 0.0
    for _, arm in users.groupby("variant"):
        rate, n = arm.clicks.sum() / arm.searches.sum(), len(arm)
        rest = ((arm.clicks - rate * arm.searches) ** 2).sum()
        by_user += rest / ((n - 1) * n * arm.searches.mean() ** 2)
        by_search += rate * (1 - rate) / arm.searches.sum()
    assert (by_user / by_search) ** 0.5 == pytest.approx(1.46, abs=0.05)


def test_the_days_of_a_user_add_up_to_the_clicks_of_the_metrics(tables, searches):
    rows = tables["experiment_metrics"]
    told = rows[rows.experiment == "ranking_v2"].set_index("user_id").clicks
    pd.testing.assert_series_equal(
        searches.groupby("user_id").clicks.sum(), told.sort_index(), check_names=False
    )
    assert (searches.clicks <= searches.searches).all()
    assert (searches.age >= 0).all()
    assert not searches.duplicated(["user_id", "day"]).any()


@pytest.fixture(scope="session")
def sessions(tables) -> pd.DataFrame:
    """Per interleaved session the clicked results of team A and of team B."""
    rows = tables["interleaved_results"]
    hits = rows.assign(hit=rows.clicks > 0).groupby(["session_id", "team"]).hit.sum()
    return hits.unstack(fill_value=0)


def test_interleaved_pages_prefer_the_new_ranking(sessions):
    a, b = (sessions.A > sessions.B).sum(), (sessions.B > sessions.A).sum()
    assert (a, b) == (pytest.approx(343, abs=10), pytest.approx(429, abs=10))
    assert stats.binomtest(int(b), int(a + b)).pvalue < 0.01


def test_a_third_of_the_interleaved_sessions_have_no_click(sessions):
    assert (sessions.sum(axis=1) == 0).mean() == pytest.approx(0.35, abs=0.03)


def test_an_interleaved_page_is_a_team_draft_of_eight_different_products(tables):
    pages = tables["interleaved_results"].sort_values(["session_id", "position"])
    assert pages.groupby("session_id").position.agg(list).map(tuple).nunique() == 1
    assert not pages.duplicated(["session_id", "product_id"]).any()
    assert pages.product_id.isin(tables["products"].product_id).all()
    teams = pages.groupby("session_id").team.agg(list)
    assert teams.map(lambda team: all({*team[i : i + 2]} == {"A", "B"} for i in (0, 2, 4, 6))).all()


# --- buy_now_color (61): clicks up, money down


@pytest.fixture(scope="session")
def bought(tables, joined) -> pd.DataFrame:
    """The orders of buy_now_color with the user's variant."""
    users = joined[joined.experiment == "buy_now_color"]
    return tables["buy_now_orders"].merge(users[["user_id", "variant", "clicks"]], on="user_id")


def test_more_users_press_the_bright_button(arms):
    control, treatment = arms("buy_now_color")
    assert control.clicker.mean() == pytest.approx(0.10, abs=0.003)
    assert treatment.clicker.mean() == pytest.approx(0.12, abs=0.003)
    assert 3 < z(treatment.clicker, control.clicker) < 6


def test_the_bright_button_leaves_the_number_of_orders_alone(arms):
    control, treatment = arms("buy_now_color")
    assert control.buyer.mean() == pytest.approx(0.35, abs=0.005)
    assert abs(change((control, treatment), "orders")) < 0.01


def test_orders_shrink_from_1_9_items_to_1_7(arms):
    items = [arm["items"].sum() / arm.orders.sum() for arm in arms("buy_now_color")]
    assert items == [pytest.approx(1.90, abs=0.02), pytest.approx(1.70, abs=0.02)]


def test_the_bright_button_costs_a_tenth_of_the_revenue(arms):
    control, treatment = arms("buy_now_color")
    assert -0.14 < change((control, treatment), "revenue_cents") < -0.10
    assert -5 < z(treatment.revenue_cents, control.revenue_cents) < -3.5


def test_all_of_the_loss_is_among_returning_customers_on_phones(arms):
    def split(rows):
        prone = (rows.device == "mobile") & (rows.pre_revenue_cents > 0)
        return rows[prone], rows[~prone]

    (prone, rest), (prone_treated, rest_treated) = map(split, arms("buy_now_color"))
    assert change((prone, prone_treated), "revenue_cents") < -0.2
    assert abs(change((rest, rest_treated), "revenue_cents")) < 0.02
    assert prone.buyer.sum() / (prone.buyer.sum() + rest.buyer.sum()) > 0.4


def test_single_items_by_the_button_replace_carts_of_several(bought):
    kept = bought[bought.status == "delivered"]
    by_channel = kept.groupby(["variant", "channel"])["items"].agg(["size", "mean"])
    assert (
        by_channel.loc[("treatment", "buy_now"), "size"]
        > 3.5 * (by_channel.loc[("control", "buy_now"), "size"])
    )
    assert (
        by_channel.loc[("treatment", "cart"), "size"]
        < 0.9 * (by_channel.loc[("control", "cart"), "size"])
    )
    assert (kept["items"][kept.channel == "buy_now"] == 1).all()


def test_more_orders_are_cancelled_after_accidental_clicks(bought):
    cancelled = (bought.status == "cancelled").groupby(bought.variant).mean()
    assert cancelled["control"] == pytest.approx(0.029, abs=0.003)
    assert cancelled["treatment"] == pytest.approx(0.045, abs=0.003)


def test_who_ordered_by_the_button_had_clicked_it(bought):
    assert (bought.clicks[bought.channel == "buy_now"] > 0).all()


def test_orders_that_stay_add_up_to_the_metrics(joined, bought):
    kept = bought[bought.status == "delivered"].groupby("user_id")
    mine = kept.agg(orders=("items", "size"), items=("items", "sum"), cents=("amount_cents", "sum"))
    told = joined[(joined.experiment == "buy_now_color") & joined.buyer].set_index("user_id")
    told = told[["orders", "items", "revenue_cents"]].sort_index()
    assert np.array_equal(mine.to_numpy(), told.to_numpy())
    assert mine.index.equals(told.index)
