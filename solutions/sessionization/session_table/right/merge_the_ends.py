# Style: pandas by transform and merge: rows at both ends looked up, then min and max of their pages.
import pandas as pd


def session_table(clickstream):
    key = ["user_id", "session_number"]
    events = sessionize(clickstream).drop_duplicates()
    ends = events.groupby(key)["ts"].agg(session_start="min", session_end="max").reset_index()
    events = events.merge(ends, on=key)

    at_start = events[events["ts"] == events["session_start"]]
    at_end = events[events["ts"] == events["session_end"]]
    entry = at_start.groupby(key)["page_url"].min().rename("entry_page").reset_index()
    exit_ = at_end.groupby(key)["page_url"].max().rename("exit_page").reset_index()
    counts = events.groupby(key)["page_url"].agg(events="count", pages="nunique").reset_index()

    table = ends.merge(counts, on=key).merge(entry, on=key).merge(exit_, on=key)
    table["minutes"] = (table["session_end"] - table["session_start"]) / pd.Timedelta(minutes=1)
    return table.sort_values(key)
