def user_sessions(clickstream):
    sessions = session_table(clickstream)

    users = (
        sessions.assign(bounced=sessions["events"] == 1)
        .groupby("user_id", as_index=False)
        .agg(
            sessions=("session_number", "size"),
            events=("events", "sum"),
            total_minutes=("minutes", "sum"),
            avg_session_minutes=("minutes", "mean"),
            bounce_rate=("bounced", "mean"),  # the mean of yes and no is a share
        )
    )
    return users.sort_values(["sessions", "user_id"], ascending=[False, True])
