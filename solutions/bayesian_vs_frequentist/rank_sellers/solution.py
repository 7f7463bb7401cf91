def rank_sellers(sellers):
    positive, orders = sellers["positive"], sellers["orders"]
    total = orders.sum()
    mu = positive.sum() / total if total else 0.5

    # 0 / 0 is NaN, as it should be: a new seller has no rate of its own.
    table = sellers[["seller_id", "orders"]].assign(
        raw_rate=positive / orders, shrunk_rate=(positive + 50 * mu) / (orders + 50)
    )

    # Equal rates may differ in the last digit, so the order looks at nine decimals.
    table["rounded"] = table["shrunk_rate"].round(9)
    table = table.sort_values(["rounded", "orders", "seller_id"], ascending=[False, False, True])
    table["rank"] = range(1, len(table) + 1)
    return table.drop(columns="rounded")
