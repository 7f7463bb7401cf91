import duckdb


def per_day(log, since):
    return duckdb.sql(
        f"SELECT day, count(*) AS parcels, avg(hours) AS mean_hours FROM log "
        f"WHERE day >= '{since}' GROUP BY day"
    ).df()
