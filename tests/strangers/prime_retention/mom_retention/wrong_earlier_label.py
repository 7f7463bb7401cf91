# labelled with the earlier month
import polars as pl


def mom_retention(prime_memberships, params):
    rows = [r for r in pl.from_pandas(prime_memberships).iter_rows(named=True)]
    good = [
        r
        for r in rows
        if r["customer_id"] is not None
        and r["start_date"]
        and (r["end_date"] is None or r["end_date"] > r["start_date"])
    ]
    out = {"month": [], "members_prev": [], "retained": [], "retention": []}
    if good:
        cal = pl.datetime_range(
            min(r["start_date"] for r in good).replace(day=1),
            params.as_of[0].to_pydatetime(),
            "1mo",
            eager=True,
        )
        cal = [
            m
            for m in cal
            if (m.replace(day=28) + __import__("datetime").timedelta(days=4)).replace(day=1)
            - __import__("datetime").timedelta(days=1)
            <= params.as_of[0].to_pydatetime()
        ]
        nxt = cal[1:]
        sets = [
            {
                r["customer_id"]
                for r in good
                if (r["start_date"].year, r["start_date"].month) <= (m.year, m.month)
                and (r["end_date"] is None or r["end_date"] > m)
            }
            for m in cal
        ]
        for i in range(len(nxt)):
            a, b = sets[i], sets[i + 1]
            out["month"].append(cal[i])
            out["members_prev"].append(len(a))
            out["retained"].append(len(a & b))
            out["retention"].append(len(a & b) / len(a) if a else None)
    return pl.DataFrame(out)
