"""The core of the store: customers, products, orders, order_items, deliveries, visits, memberships.

The numbers are those of the data cards; "about" in a card is a tolerance here.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pandas as pd
import pytest

from grader import store

AS_OF = pd.Timestamp("2025-06-30")
AFTER = AS_OF + pd.Timedelta(days=1)
DAY = pd.Timedelta(days=1)

ROWS = {
    "customers": 4_900,
    "products": 300,
    "orders": 12_000,
    "order_items": 21_000,
    "deliveries": 13_500,
    "visits": 76_000,
    "prime_memberships": 2_600,
    "params": 1,
}
KEYS = [
    ("customers", "customer_id"),
    ("products", "product_id"),
    ("orders", "order_id"),
    ("deliveries", "delivery_id"),
    ("prime_memberships", "membership_id"),
]


def about(share: float) -> object:
    """A share of rows, as the contract understands it: +/- 30 %."""
    return pytest.approx(share, rel=0.30)


# --- size, keys, blocks


@pytest.mark.parametrize("name", ROWS)
def test_row_counts_are_within_5_percent(tables, name):
    assert len(tables[name]) == pytest.approx(ROWS[name], rel=0.05)


def test_the_catalogue_grows_with_the_square_root(small, large):
    assert len(large["products"]) == 600
    assert len(small["products"]) == pytest.approx(300 * 0.1**0.5, rel=0.05)


@pytest.mark.parametrize("scale", ["tables", "small", "large"])
@pytest.mark.parametrize(("name", "key"), KEYS)
def test_keys_are_1_to_n_without_a_gap(request, name, key, scale):
    ids = request.getfixturevalue(scale)[name][key]
    assert sorted(ids) == list(range(1, len(ids) + 1))


@pytest.mark.parametrize("name", ["deliveries", "prime_memberships"])
@pytest.mark.parametrize("seed", [1, 10])
def test_the_rows_of_a_block_are_known_beforehand_also_in_a_tiny_one(name, seed):
    per_unit = len(store.Universe().block(name))
    universe = store.Universe(seed, scale=1.01)
    assert len(universe.block(name, 1)) == universe.count(per_unit, 1)


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_rows_are_in_no_useful_order(tables, name, key):
    ids = tables[name][key].to_numpy()
    assert abs(np.corrcoef(ids, np.arange(len(ids)))[0, 1]) < 0.15


def test_params_holds_the_last_complete_day(tables):
    assert tables["params"].as_of.tolist() == [AS_OF] == [pd.Timestamp(store.AS_OF)]


# --- customers


def test_legacy_accounts_have_no_signup(tables):
    assert tables["customers"].signup_ts.isna().sum() == 900


def test_signups_grow_over_the_year(tables):
    months = tables["customers"].signup_ts.dt.to_period("M").value_counts().sort_index()
    assert len(months) == 12
    assert months.iloc[-3:].sum() / months.iloc[:3].sum() == pytest.approx(1.5, abs=0.15)


def test_some_people_sign_up_in_the_hour_before_midnight(tables):
    hours = tables["customers"].signup_ts.dt.hour
    assert (hours == 23).sum() / hours.notna().sum() == pytest.approx(0.04, abs=0.01)


@pytest.mark.parametrize(
    ("column", "shares"),
    [
        ("country", {"US": 0.55, "GB": 0.15, "DE": 0.12, "IN": 0.12, "BR": 0.06}),
        ("channel", {"search": 0.40, "ads": 0.25, "email": 0.15, "referral": 0.12, "social": 0.08}),
        ("home_device", {"mobile": 0.55, "desktop": 0.30, "app": 0.15}),
    ],
)
def test_customers_come_in_the_shares_of_the_card(tables, column, shares):
    found = tables["customers"][column].value_counts(normalize=True).to_dict()
    assert found == pytest.approx(shares, abs=0.02)


def test_legacy_accounts_have_visits_orders_and_memberships(tables):
    customers = tables["customers"]
    legacy = set(customers.customer_id[customers.signup_ts.isna()])
    for name in ("visits", "orders", "prime_memberships"):
        assert legacy & set(tables[name].customer_id.dropna())


# --- products


def test_categories_have_14_to_60_products(tables):
    sizes = tables["products"].category.value_counts()
    assert (len(sizes), sizes.min(), sizes.max()) == (8, 14, 60)
    assert sizes["Garden"] == 14


def test_prices_end_in_99(tables):
    assert (tables["products"].list_price_cents % 100 == 99).all()


def test_six_pairs_of_products_share_a_name_within_their_category(tables):
    products = tables["products"]
    assert products.groupby(["category", "product_name"]).size().value_counts().to_dict() == {
        1: 288,
        2: 6,
    }
    assert products.groupby("product_name").category.nunique().max() == 1


def test_names_stay_distinct_where_the_words_run_out():
    products = store.Universe(scale=1000).block("products")
    assert len(products) - products.product_name.nunique() == 6


def test_every_product_was_launched_before_the_history_starts(tables):
    assert tables["products"].launch_date.max() < pd.Timestamp("2024-07-01")


# --- orders


def test_orders_have_the_dirt_of_the_card(tables):
    orders, customers = tables["orders"], tables["customers"]
    assert orders.order_ts.isna().mean() == about(0.003)
    assert (orders.customer_id > customers.customer_id.max()).mean() == about(0.005)


def test_60_orders_are_dated_after_as_of(tables):
    late = tables["orders"].order_ts.loc[lambda ts: ts >= AFTER]
    assert len(late) == pytest.approx(60, abs=2)  # one may have lost its date
    assert late.max() < pd.Timestamp("2025-07-03")


def test_nobody_orders_before_signing_up(tables):
    joined = tables["orders"].merge(tables["customers"], on="customer_id")
    assert not (joined.order_ts < joined.signup_ts).any()


def test_a_few_customers_buy_much_of_it(tables):
    per_customer = tables["orders"].customer_id.value_counts()
    assert per_customer.head(490).sum() / per_customer.sum() > 0.40


def test_holidays_and_prime_day_stand_out(tables):
    daily = tables["orders"].order_ts.dropna().dt.normalize().value_counts().sort_index()
    usual = daily["2024-08-01":"2024-10-31"].mean()
    assert daily["2024-11-25":"2024-12-20"].mean() / usual > 1.7
    july = daily["2024-07-01":"2024-07-14"].mean()
    assert daily["2024-07-16":"2024-07-17"].mean() / july > 3


# --- order_items


def test_order_items_have_the_dirt_of_the_card(tables):
    items = tables["order_items"]
    assert (~items.product_id.isin(tables["products"].product_id)).mean() == about(0.004)
    assert (~items.order_id.isin(tables["orders"].order_id)).mean() == about(0.002)
    assert (items.unit_price_cents == 0).mean() == about(0.002)


def test_two_percent_of_orders_hold_a_product_at_two_prices(tables):
    items = tables["order_items"]
    lines = items.groupby(["order_id", "product_id"]).unit_price_cents.agg(["size", "nunique"])
    repeated = lines[lines["size"] > 1]
    assert (repeated["size"] == 2).all() and (repeated["nunique"] == 2).all()
    assert len(repeated) / len(tables["orders"]) == about(0.02)


def test_lines_hold_at_least_one_unit(tables):
    quantity = tables["order_items"].quantity
    assert quantity.min() == 1
    assert quantity.mean() == pytest.approx(1.4, abs=0.05)


def test_prices_are_reduced_on_prime_day(tables):
    items = tables["order_items"].merge(tables["orders"]).merge(tables["products"])
    paid = items[items.unit_price_cents > 0]
    reduced = paid.unit_price_cents < 0.85 * paid.list_price_cents
    prime = paid.order_ts.dt.date.astype(str).isin(["2024-07-16", "2024-07-17"])
    assert reduced[prime].all()
    assert 0.05 < reduced[~prime].mean() < 0.15


# --- deliveries


@pytest.fixture(scope="session")
def reports(tables) -> pd.DataFrame:
    """deliveries with the dates of their orders, without the rows that name none."""
    reports = tables["deliveries"].dropna(subset="order_id")
    return reports.merge(tables["orders"], on="order_id", validate="m:1")


def test_deliveries_have_the_dirt_of_the_card(tables, reports):
    deliveries = tables["deliveries"]
    assert deliveries.order_id.isna().mean() == about(0.003)
    assert deliveries.status_ts.isna().mean() == about(0.005)
    dated = reports[~(reports.order_ts >= AFTER)]
    assert (dated.status_ts < dated.order_ts).sum() / len(deliveries) == about(0.002)


def test_statuses_are_the_four_of_the_card_and_a_capital(tables):
    counts = tables["deliveries"].status.value_counts()
    assert set(counts.index) == {"failed", "delivered", "returned", "lost", "Delivered"}
    assert counts["Delivered"] == 4


def test_every_delivery_that_names_an_order_names_one_there_is(tables):
    ids = tables["deliveries"].order_id.dropna()
    assert ids.isin(tables["orders"].order_id).all()


def test_5_percent_of_orders_have_no_delivery_and_60_percent_of_the_last_three_days(tables):
    orders = tables["orders"]
    none = ~orders.order_id.isin(tables["deliveries"].order_id)
    last = (orders.order_ts >= AFTER - 3 * DAY) & (orders.order_ts < AFTER)
    assert none[~last].mean() == pytest.approx(0.05, abs=0.01)
    assert none[last].mean() == pytest.approx(0.60, abs=0.10)


def test_one_order_in_ten_fails_at_first_and_some_of_these_are_lost(tables):
    by_order = tables["deliveries"].groupby("order_id").status.agg(set)
    failed = by_order.map(lambda statuses: "failed" in statuses)
    lost = by_order.map(lambda statuses: "lost" in statuses)
    assert failed.mean() == pytest.approx(0.10, abs=0.02)
    assert not (lost & ~failed).any()
    assert lost.sum() / failed.sum() == pytest.approx(0.15, abs=0.04)


def test_a_return_has_an_earlier_or_equal_delivery(sql):
    unmatched = sql(
        """
        FROM deliveries r WHERE status = 'returned' AND NOT EXISTS (
            FROM deliveries d WHERE d.order_id = r.order_id
            AND d.status = 'delivered' AND d.status_ts <= r.status_ts)
        """,
        "deliveries",
    )
    assert len(unmatched) == 0


def test_nothing_is_delivered_after_it_was_lost(sql):
    assert sql(
        """
        SELECT count(*) AS n FROM deliveries d JOIN deliveries l USING (order_id)
        WHERE d.status ILIKE 'delivered' AND l.status = 'lost'
        """,
        "deliveries",
    ).n.tolist() == [0]


def test_about_7_percent_of_delivered_orders_come_back_and_more_of_electronics(tables):
    deliveries = tables["deliveries"].dropna(subset="order_id")
    with_status = {
        status: set(deliveries.order_id[deliveries.status == status])
        for status in ("delivered", "returned")
    }
    assert len(with_status["returned"]) / len(with_status["delivered"]) == pytest.approx(
        0.08, abs=0.01
    )
    items = tables["order_items"].merge(tables["products"], on="product_id")
    electronics = set(items.order_id[items.category == "Electronics"]) & with_status["delivered"]
    assert len(electronics & with_status["returned"]) / len(electronics) == pytest.approx(
        0.11, abs=0.02
    )


def test_delivery_takes_2_6_days_in_the_middle_and_longer_in_december(reports):
    first = reports.sort_values("status_ts").drop_duplicates("order_id")
    days = (first.status_ts - first.order_ts) / DAY
    ordinary = days[(days > 0) & (first.order_ts.dt.to_period("M") != "2024-12")]
    december = days[(days > 0) & (first.order_ts.dt.to_period("M") == "2024-12")]
    assert ordinary.median() == pytest.approx(2.6, abs=0.15)
    assert (ordinary > 6).mean() == pytest.approx(0.09, abs=0.02)
    assert december.median() / ordinary.median() == pytest.approx(1.4, abs=0.15)


def test_nothing_is_reported_after_as_of(tables):
    assert tables["deliveries"].status_ts.max() < AFTER


# --- top sellers (question 16)

QUALIFYING = """
    SELECT order_id, order_ts FROM orders, params
    WHERE CAST(order_ts AS DATE) BETWEEN as_of - 29 AND as_of
    AND EXISTS (FROM deliveries d WHERE d.order_id = orders.order_id AND status = 'delivered')
"""
NOT_RETURNED = (
    "AND NOT EXISTS (FROM deliveries d WHERE d.order_id = orders.order_id AND status = 'returned')"
)
TOP = """
    SELECT category, rank() OVER (PARTITION BY category ORDER BY sum(quantity) DESC) AS rank,
           product_id, CAST(sum(quantity) AS BIGINT) AS units
    FROM ({orders}) JOIN order_items USING (order_id) JOIN products USING (product_id)
    GROUP BY category, product_id QUALIFY rank <= 3 ORDER BY category, rank, product_id
"""
SOLD = ("products", "orders", "order_items", "deliveries", "params")


def top(sql, orders: str) -> pd.DataFrame:
    return sql(TOP.format(orders=orders), *SOLD)


def joined_to_deliveries() -> str:
    return f"""
        SELECT q.order_id FROM ({QUALIFYING} {NOT_RETURNED}) q
        JOIN deliveries d ON d.order_id = q.order_id AND d.status = 'delivered'
    """


@pytest.fixture(scope="session")
def top_sellers(sql) -> pd.DataFrame:
    return top(sql, f"{QUALIFYING} {NOT_RETURNED}")


def places(sellers: pd.DataFrame, category: str | None = None) -> set[tuple]:
    some = sellers if category is None else sellers[sellers.category == category]
    return set(zip(some.category, some["rank"], some.product_id, strict=True))


def test_joining_deliveries_inflates_units_by_6_to_12_percent(sql):
    def units(orders):
        return sql(
            f"SELECT sum(quantity) AS n FROM ({orders}) JOIN order_items USING (order_id)"
            " JOIN products USING (product_id)",
            *SOLD,
        ).n.item()

    right = units(f"{QUALIFYING} {NOT_RETURNED}")
    assert 0.06 <= units(joined_to_deliveries()) / right - 1 <= 0.12


def test_joining_deliveries_swaps_a_top_3_place_in_electronics(sql, top_sellers):
    fanned_out = top(sql, joined_to_deliveries())
    assert places(fanned_out, "Electronics") != places(top_sellers, "Electronics")


def test_counting_returned_orders_changes_a_top_3(sql, top_sellers):
    assert places(top(sql, QUALIFYING)) != places(top_sellers)


def test_four_books_tie_at_rank_3(top_sellers):
    assert top_sellers[top_sellers.category == "Books"]["rank"].tolist() == [1, 2, 3, 3, 3, 3]


def test_two_toys_tie_at_rank_1(top_sellers):
    assert top_sellers[top_sellers.category == "Toys"]["rank"].tolist()[:3] == [1, 1, 3]


@pytest.mark.parametrize("scale", [0.5, 2.2, 4.0])
def test_the_ties_hold_at_other_scales_too(scale):
    universe = store.Universe(scale=scale)
    con = duckdb.connect()
    for name in SOLD:
        frame = pd.concat([universe.block(name, n) for n in range(universe.blocks_of(name))])
        con.register(f"{name}_frame", frame)
        con.execute(f"CREATE TABLE {name} AS FROM {name}_frame")
    con.execute("ALTER TABLE params ALTER as_of TYPE DATE")
    sellers = con.execute(TOP.format(orders=f"{QUALIFYING} {NOT_RETURNED}")).df()
    ranks = sellers.groupby("category")["rank"].agg(list)
    assert (ranks["Books"], ranks["Toys"][:3]) == ([1, 2, 3, 3, 3, 3], [1, 1, 3])


def test_the_last_day_is_2_to_5_percent_of_the_orders(sql):
    lost = sql(
        """
        SELECT 1 - count(*) FILTER (order_ts BETWEEN as_of - 29 AND as_of) / count(*) AS share
        FROM orders, params WHERE CAST(order_ts AS DATE) BETWEEN as_of - 29 AND as_of
        """,
        "orders",
        "params",
    )
    assert 0.02 <= lost.share.item() <= 0.05


def test_two_garden_products_sell_in_the_window_and_twelve_do_not(tables):
    products = tables["products"]
    garden = products.product_id[products.category == "Garden"]
    orders = tables["orders"]
    recent = orders.order_id[orders.order_ts >= AFTER - 30 * DAY]
    items = tables["order_items"]
    sold = items.product_id[items.order_id.isin(recent) & items.product_id.isin(garden)]
    assert (len(garden), sold.nunique()) == (14, 2)


def test_ties_are_made_without_unlikely_quantities(tables):
    assert tables["order_items"].quantity.max() <= 12


# --- visits (question 13)


@pytest.fixture(scope="session")
def visits(tables) -> pd.DataFrame:
    """Visits of dated customers up to as_of, with `n`, the day since their signup."""
    visits = tables["visits"].dropna().merge(tables["customers"].dropna(), on="customer_id")
    visits["n"] = (visits.visit_ts.dt.normalize() - visits.signup_ts.dt.normalize()).dt.days
    return visits[visits.visit_ts < AFTER]


@pytest.fixture(scope="session")
def signups(tables, visits) -> pd.DataFrame:
    """Dated customers with their age at as_of and the three kinds of day-30 retention."""
    signups = tables["customers"].dropna(subset="signup_ts").set_index("customer_id")
    signups["age"] = (AS_OF - signups.signup_ts.dt.normalize()).dt.days
    for name, kept in (
        ("on", visits.n == 30),
        ("within", visits.n.between(1, 30)),
        ("later", visits.n >= 30),
    ):
        signups[name] = signups.index.isin(visits.customer_id[kept])
    return signups


def test_visits_have_the_dirt_of_the_card(tables):
    visits, customers = tables["visits"], tables["customers"]
    assert visits.customer_id.isna().mean() == about(0.003)
    assert visits.visit_ts.isna().mean() == about(0.002)
    assert (visits.customer_id > customers.customer_id.max()).mean() == about(0.005)
    assert visits.duplicated().mean() == about(0.02)
    joined = visits.merge(customers, on="customer_id")
    assert (joined.visit_ts < joined.signup_ts).sum() / len(visits) == about(0.004)


def test_150_visits_are_dated_in_the_five_days_after_as_of(tables):
    late = tables["visits"].visit_ts.loc[lambda ts: ts >= AFTER]
    assert len(late) == pytest.approx(150, abs=15)
    assert late.max() < AFTER + 5 * DAY


@pytest.mark.parametrize(
    ("definition", "share"), [("on", 0.098), ("within", 0.775), ("later", 0.507)]
)
def test_three_definitions_of_30_day_retention_differ_widely(signups, definition, share):
    assert signups[definition][signups.age >= 30].mean() == pytest.approx(share, abs=0.02)


def test_without_censoring_retention_reads_lower(signups):
    assert signups.on.mean() == pytest.approx(0.089, abs=0.02)
    assert signups.on.mean() < signups.on[signups.age >= 30].mean()


def test_the_youngest_cohort_reads_next_to_nothing_when_it_is_not_censored(tables):
    visits = tables["visits"].dropna().merge(tables["customers"].dropna(), on="customer_id")
    june = visits[visits.signup_ts >= "2025-06-01"]
    n = (june.visit_ts.dt.normalize() - june.signup_ts.dt.normalize()).dt.days
    size = (tables["customers"].signup_ts >= "2025-06-01").sum()
    assert 0 <= june.customer_id[n == 30].nunique() / size <= 0.03


@pytest.mark.parametrize(
    ("day", "share"), [(0, 0.73), (1, 0.31), (2, 0.30), (7, 0.125), (14, 0.11), (30, 0.10)]
)
def test_the_retention_curve_is_that_of_the_card(signups, visits, day, share):
    eligible = signups.index[signups.age >= day]
    came = visits.customer_id[visits.n == day].unique()
    assert eligible.isin(came).mean() == pytest.approx(share, abs=0.02)


def test_cohorts_after_the_redesign_come_back_more(signups):
    eligible = signups[signups.age >= 30]
    after = eligible.signup_ts >= "2025-03-01"
    gain = eligible.on[after].mean() - eligible.on[~after].mean()
    assert 0.01 <= gain <= 0.03


def test_some_customers_come_twice_a_day(visits):
    visits = visits.drop_duplicates()
    per_day = visits.groupby(["customer_id", visits.visit_ts.dt.date]).size()
    assert (per_day == 2).mean() == pytest.approx(0.25, abs=0.02)


# --- prime_memberships (question 18)

MEMBERS = """
    CREATE OR REPLACE TEMP TABLE {name} AS
    WITH months AS (
        SELECT CAST(unnest(generate_series(DATE '2024-07-01', DATE '2025-06-01', INTERVAL 1 MONTH))
               AS DATE) AS month)
    SELECT month, customer_id, max_by(plan, start_date) AS plan
    FROM months JOIN prime_memberships
    ON start_date < month + INTERVAL 1 MONTH AND (end_date IS NULL OR end_date {after} month)
    WHERE customer_id IS NOT NULL AND (end_date IS NULL OR end_date > start_date)
    GROUP BY month, customer_id
"""
FLOWS = """
    WITH first AS (SELECT customer_id, min(month) AS first FROM {name} GROUP BY customer_id)
    SELECT m.month, count(*) AS members, count(p.month) AS retained,
           count(*) FILTER (first = m.month) AS new,
           count(*) FILTER (first < m.month AND p.month IS NULL) AS resurrected
    FROM {name} m JOIN first USING (customer_id)
    LEFT JOIN {name} p ON p.customer_id = m.customer_id AND p.month = m.month - INTERVAL 1 MONTH
    GROUP BY m.month ORDER BY m.month
"""


def flows(sql, name: str, after: str) -> pd.DataFrame:
    sql(MEMBERS.format(name=name, after=after), "prime_memberships")
    found = sql(FLOWS.format(name=name)).set_index("month")
    found["before"] = found.members.shift()
    found["retention"] = found.retained / found.before
    return found


@pytest.fixture(scope="session")
def members(sql) -> pd.DataFrame:
    """Growth accounting by month, as question 18 defines it."""
    return flows(sql, "members", ">")


def test_memberships_have_the_dirt_of_the_card(tables):
    rows = tables["prime_memberships"]
    assert (rows.end_date == rows.start_date).mean() == about(0.010)
    assert (rows.end_date < rows.start_date).mean() == about(0.003)
    assert rows.customer_id.isna().mean() == about(0.003)
    assert rows.start_date.isna().mean() == about(0.003)


def test_one_percent_of_memberships_overlap_another_of_the_same_member(sql, tables):
    pairs = sql(
        """
        SELECT count(*) AS n FROM prime_memberships a JOIN prime_memberships b
        ON a.customer_id = b.customer_id AND a.membership_id < b.membership_id
        AND a.start_date < coalesce(b.end_date, DATE '2099-12-31')
        AND b.start_date < coalesce(a.end_date, DATE '2099-12-31')
        AND coalesce(a.end_date > a.start_date, true) AND coalesce(b.end_date > b.start_date, true)
        """,
        "prime_memberships",
    ).n.item()
    assert pairs / len(tables["prime_memberships"]) == about(0.010)


def test_memberships_start_after_the_signup(tables):
    joined = tables["prime_memberships"].merge(tables["customers"], on="customer_id")
    assert not (joined.start_date < joined.signup_ts.dt.normalize()).any()


def test_members_of_day_0_are_legacy_customers(tables):
    rows = tables["prime_memberships"].merge(tables["customers"], on="customer_id")
    assert rows[rows.start_date < "2024-07-01"].signup_ts.isna().all()


def test_cancellations_ahead_reach_into_the_next_year(tables):
    ends = tables["prime_memberships"].end_date
    assert pd.Timestamp("2026-04-01") <= ends.max() <= AS_OF + 366 * DAY
    assert tables["prime_memberships"].start_date.max() <= AS_OF


def test_members_grow_from_1010_to_about_1750(members):
    assert members.members.iloc[0] == pytest.approx(1_010, abs=10)
    assert members.members.iloc[-1] == pytest.approx(1_750, abs=40)


def test_retention_is_95_to_97_percent_but_for_april(members):
    usual = members.retention.dropna().drop(pd.Timestamp("2025-04-01"))
    assert usual.between(0.945, 0.975).all()


def test_the_price_rise_costs_members_in_april(members):
    churn = 1 - members.retention.dropna()
    assert 1 - churn["2025-04-01"] == pytest.approx(0.937, abs=0.01)
    assert churn.idxmax() == pd.Timestamp("2025-04-01")
    assert 1.3 < churn["2025-04-01"] / churn.median() < 1.8


def test_members_now_over_members_before_exceeds_one_in_every_month(members):
    assert (members.members / members.before).dropna().gt(1).all()


def test_some_members_come_back_every_month(members):
    assert members.resurrected.iloc[3:].between(6, 30).all()


def test_taking_the_end_date_as_covered_moves_single_months_in_both_directions(sql, members):
    moved = flows(sql, "too_long", ">=").retention - members.retention
    assert moved.max() > 0.001 and moved.min() < 0
    assert moved.abs().max() < 0.004


@pytest.mark.parametrize(("plan", "low", "high"), [("monthly", 0.91, 0.96), ("annual", 0.98, 1.0)])
def test_annual_members_cannot_leave_and_monthly_ones_do(sql, members, plan, low, high):
    kept = sql(
        f"""
        SELECT p.month, count(n.month) / count(*) AS kept FROM members p
        LEFT JOIN members n
        ON n.customer_id = p.customer_id AND n.month = p.month + INTERVAL 1 MONTH
        WHERE p.plan = '{plan}' AND p.month < DATE '2025-06-01' GROUP BY p.month
        """
    ).set_index("month")
    usual = kept.kept.drop(pd.Timestamp("2025-03-01"))
    assert usual.between(low, high).all()
