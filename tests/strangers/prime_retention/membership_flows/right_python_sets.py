import pandas as pd


def membership_flows(prime_memberships, params):
    cols = ["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"]
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p["end_date"].isna() | (p["end_date"] > p["start_date"])]
    if p.empty:
        return pd.DataFrame(columns=cols)
    last = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).to_period("M") - 1

    seen, before, rows = set(), set(), []
    for m in pd.period_range(p["start_date"].min().to_period("M"), last, freq="M"):
        first, after = m.start_time, (m + 1).start_time
        active = (p["start_date"] < after) & (p["end_date"].isna() | (p["end_date"] > first))
        now = set(p.loc[active, "customer_id"].astype("int64"))
        gone = before - now
        rows.append(
            (
                first,
                len(now),
                len(now - seen),
                len(now & before),
                len((now & seen) - before),
                len(gone),
                len(gone) / len(before) if before else None,
            )
        )
        seen |= now
        before = now
    return pd.DataFrame(rows, columns=cols)
