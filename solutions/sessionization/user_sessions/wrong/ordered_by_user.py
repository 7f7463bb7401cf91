# The rows are right and in the order of user_id only. Users with more sessions come first: sort
# by sessions, descending, then by user_id.
# rule: ranking
def user_sessions(clickstream):
    sessions = session_table(clickstream)
    sessions["bounced"] = sessions["events"] == 1
    users = sessions.groupby("user_id", as_index=False).agg(
        sessions=("session_number", "count"),
        events=("events", "sum"),
        total_minutes=("minutes", "sum"),
        avg_session_minutes=("minutes", "mean"),
        bounce_rate=("bounced", "mean"),
    )
    return users.sort_values("user_id")
