# One pass over customers, counters per month, nullable dtypes (Int64, Float64 with pd.NA).
from collections import Counter

import pandas as pd


def membership_flows(prime_memberships, params):
    after_as_of = params.at[0, "as_of"] + pd.Timedelta("1D")
    stop = 12 * after_as_of.year + after_as_of.month
    covered = {}
    for _, row in prime_memberships.iterrows():
        if row.isna()[["customer_id", "start_date"]].any():
            continue
        start, end = row["start_date"], row["end_date"]
        if pd.notna(end) and end <= start:
            continue
        month, until = 12 * start.year + start.month, stop - 1
        if pd.notna(end):
            last_day = end - pd.Timedelta("1D")
            until = min(until, 12 * last_day.year + last_day.month)
        covered.setdefault(row["customer_id"], set()).update(range(month, until + 1))

    members, new, retained, resurrected, churned = (Counter() for _ in range(5))
    for months in covered.values():
        for month in months:
            members[month] += 1
            if month == min(months):
                new[month] += 1
            elif month - 1 in months:
                retained[month] += 1
            else:
                resurrected[month] += 1
            if month + 1 not in months:
                churned[month + 1] += 1

    calendar = range(min(members, default=stop), stop)
    rate = [churned[m] / members[m - 1] if members[m - 1] else pd.NA for m in calendar]
    result = {"month": [pd.Timestamp((m - 1) // 12, (m - 1) % 12 + 1, 1) for m in calendar]}
    for name, counter in zip(
        ["members", "new", "retained", "resurrected", "churned"],
        [members, new, retained, resurrected, churned],
    ):
        result[name] = pd.array([counter[m] for m in calendar], dtype="Int64")
    return pd.DataFrame(result | {"churn_rate": pd.array(rate, dtype="Float64")})
