import pandas as pd


def members_by_month(prime_memberships, params):
    def number(d):
        return d.year * 12 + d.month - 1

    as_of = params["as_of"].iloc[0]
    last = number(as_of + pd.Timedelta(days=1)) - 1
    spans = []
    for cust, start, end in zip(
        prime_memberships["customer_id"], prime_memberships["start_date"], prime_memberships["end_date"]
    ):
        if pd.isna(cust) or pd.isna(start) or (not pd.isna(end) and end <= start):
            continue
        to = last if pd.isna(end) else min(last, number(end - pd.Timedelta(days=1)))
        spans.append((int(cust), number(start), to))

    rows = []
    if spans:
        members = {m: set() for m in range(min(s[1] for s in spans), last + 1)}
        for cust, a, b in spans:
            for m in range(a, b + 1):
                members[m].add(cust)
        rows = [(pd.Timestamp(m // 12, m % 12 + 1, 1), len(who)) for m, who in sorted(members.items())]
    return pd.DataFrame(rows, columns=["month", "members"])
