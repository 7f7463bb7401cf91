# The earlier answer per device, put together as a DuckDB relation.
import duckdb
import pandas as pd


def funnel_by_device(events):
    home = duckdb.from_df(events).query(
        "log",
        """
        SELECT user_id, arg_min(d, (event_ts, d)) AS home
        FROM (SELECT user_id, event_ts, ifnull(device, 'unknown') AS d FROM log
              WHERE event_name = 'view' AND user_id IS NOT NULL AND event_ts IS NOT NULL)
        GROUP BY user_id
        """,
    ).df()
    tagged = events.merge(home, on="user_id")
    parts = [
        windowed_funnel(tagged[tagged["home"] == device].drop(columns="home")).assign(device=device)
        for device in tagged["home"].unique()
    ]
    if not parts:
        return events.head(0).assign(step=0, users=0, from_start=0.0, from_previous=0.0, dropped=0)[
            ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]
        ]
    return duckdb.from_df(pd.concat(parts)).order("device, step")
