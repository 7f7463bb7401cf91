# whole minutes, `date_diff('minute')` or `.dt.seconds // 60`
def sessionize(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    gap = c.groupby("user_id")["ts"].diff()
    new = gap.isna() | (gap.dt.seconds > 30 * 60)
    c["session_number"] = new.astype(int).groupby(c["user_id"]).cumsum()
    return c[["user_id", "session_number", "ts", "page_url"]]
