# a DuckDB relation; throws its helper column into the caller's frame (right, with a warning)
import duckdb


def members_by_month(prime_memberships, params):
    end = prime_memberships["end_date"]
    prime_memberships["ok"] = (
        prime_memberships["customer_id"].notna()
        & prime_memberships["start_date"].notna()
        & (end.isna() | (end > prime_memberships["start_date"]))
    )
    m = duckdb.from_df(prime_memberships).filter("ok")
    p = duckdb.from_df(params)
    return duckdb.sql(
        """
        with c as (
          select month from
            (select unnest(generate_series(timestamp '2000-01-01', timestamp '2100-01-01', interval 1 month)) as month),
            p, (select min(start_date) as s from m)
          where month >= date_trunc('month', s) and last_day(month) <= as_of
        )
        select c.month::date as month, (select count(distinct customer_id)::decimal(12,0) from m
           where start_date <= last_day(c.month) and (end_date is null or end_date > c.month)) as members
        from c order by 1
        """
    )
