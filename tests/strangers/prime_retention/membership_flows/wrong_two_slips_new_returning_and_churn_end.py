# Two slips: new counts every member who was not there the month before (returning ones too, and resurrected again), and churned is booked in the last member month instead of the month he is missing.
import pandas as pd


def membership_flows(prime_memberships, params):
    cols = ["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"]
    ok = prime_memberships["customer_id"].notna() & prime_memberships["start_date"].notna()
    ok &= prime_memberships["end_date"].isna() | (prime_memberships["end_date"] > prime_memberships["start_date"])
    p = prime_memberships[ok]
    if p.empty:
        return pd.DataFrame(columns=cols)
    last = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).to_period("M") - 1
    months = list(pd.period_range(p["start_date"].min(), last.start_time, freq="M"))
    who = []
    for m in months:
        on = (p["start_date"] <= m.end_time) & (p["end_date"].isna() | (p["end_date"] > m.start_time))
        who.append(frozenset(p.loc[on, "customer_id"].astype("int64")))
    rows, seen = [], set()
    for i, m in enumerate(months):
        now = who[i]
        before = who[i - 1] if i else frozenset()
        leaving = now - who[i + 1] if i + 1 < len(months) else frozenset()
        rows.append(
            {
                "month": m.start_time,
                "members": len(now),
                "new": len(now - before),
                "retained": len(now & before),
                "resurrected": len((now - before) & seen),
                "churned": len(leaving),
                "churn_rate": len(leaving) / len(before) if before else None,
            }
        )
        seen |= now
    return pd.DataFrame(rows, columns=cols)
