# Pandas for the intervals, DuckDB for the rest: a relation is returned.
import duckdb
import pandas as pd


def mom_retention(prime_memberships, params):
    good = prime_memberships.query("customer_id.notna() and start_date.notna()")
    good = good.assign(end_date=good["end_date"].fillna(pd.Timestamp("2100-01-01")))
    good = good.query("end_date > start_date")
    first_incomplete = (params["as_of"] + pd.Timedelta(days=1)).dt.to_period("M").dt.to_timestamp().iloc[0]
    start = good["start_date"].min() if len(good) else first_incomplete
    months = pd.date_range(start.replace(day=1), first_incomplete, freq="MS", inclusive="left")
    calendar = pd.DataFrame({"month": months.astype("datetime64[us]")})
    calendar["after"] = calendar["month"] + pd.DateOffset(months=1)

    pairs = calendar.merge(good, how="cross")
    pairs = pairs[(pairs["start_date"] < pairs["after"]) & (pairs["end_date"] > pairs["month"])]
    present = pairs[["customer_id", "month", "after"]].drop_duplicates()

    con = duckdb.connect()
    con.register("calendar", calendar)
    con.register("present", present)
    return con.sql("""
        SELECT
            c.month,
            count(DISTINCT p.customer_id) AS members_prev,
            count(DISTINCT n.customer_id) AS retained,
            CASE WHEN members_prev <> 0 THEN retained / members_prev END AS retention
        FROM calendar c
        LEFT JOIN present p ON p.after = c.month
        LEFT JOIN present n ON n.month = c.month AND n.customer_id = p.customer_id
        WHERE c.month <> (SELECT min(month) FROM calendar)
        GROUP BY c.month
        ORDER BY c.month
    """)
