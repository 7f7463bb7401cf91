# Bounces are divided by events, which mixes two units. The bounce rate is a share of sessions:
# bounces divided by the number of sessions.
# rule: bounce
def user_sessions(clickstream):
    sessions = session_table(clickstream)
    sessions["bounced"] = sessions["events"] == 1
    users = sessions.groupby("user_id", as_index=False).agg(
        sessions=("session_number", "count"),
        events=("events", "sum"),
        total_minutes=("minutes", "sum"),
        avg_session_minutes=("minutes", "mean"),
        bounces=("bounced", "sum"),
    )
    users["bounce_rate"] = users["bounces"] / users["events"]
    users = users.drop(columns="bounces")
    return users.sort_values(["sessions", "user_id"], ascending=[False, True])
