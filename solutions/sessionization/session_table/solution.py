def session_table(clickstream):
    # sorted by user_id, ts, page_url; a duplicate has a gap of 0, so removing it moves no boundary
    events = sessionize(clickstream).drop_duplicates()

    sessions = events.groupby(["user_id", "session_number"], as_index=False).agg(
        session_start=("ts", "first"),
        session_end=("ts", "last"),
        events=("ts", "size"),
        pages=("page_url", "nunique"),
        entry_page=("page_url", "first"),  # first ts, smallest page: the first row of the session
        exit_page=("page_url", "last"),  # last ts, largest page: the last one
    )
    return sessions.assign(
        minutes=(sessions["session_end"] - sessions["session_start"]).dt.total_seconds() / 60
    )
