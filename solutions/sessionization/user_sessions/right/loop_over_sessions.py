# Style: plain Python over the rows of the session table; fractions.Fraction for the shares.
from collections import defaultdict
from fractions import Fraction

import pandas as pd


def user_sessions(clickstream):
    by_user = defaultdict(list)
    for row in session_table(clickstream=clickstream).to_dict("records"):
        by_user[row["user_id"]].append((row["events"], row["minutes"]))
    rows = []
    for user, sessions in by_user.items():
        minutes = sum(m for _, m in sessions)
        bounces = sum(e == 1 for e, _ in sessions)
        share = float(Fraction(bounces, len(sessions)))
        events = sum(e for e, _ in sessions)
        rows.append((user, len(sessions), events, minutes, minutes / len(sessions), share))
    rows.sort(key=lambda row: (-row[1], row[0]))
    columns = ["user_id", "sessions", "events", "total_minutes", "avg_session_minutes", "bounce_rate"]
    return pd.DataFrame(rows, columns=columns)
