# loop, floats for counts, Fraction arithmetic made float at the end, object dtype
from fractions import Fraction

import pandas as pd


def user_sessions(clickstream):
    users = {}
    for u, t, p in clickstream[["user_id", "ts", "page_url"]].itertuples(index=False, name=None):
        if pd.notna(u) and pd.notna(t):
            users.setdefault(int(u), set()).add(
                (t.value if t.unit == "ns" else int(t.as_unit("us").value // 1000), p)
            )
    out = []
    for u, clicks in users.items():
        sessions = []
        for t, _ in sorted(clicks):
            if sessions and t - sessions[-1][-1] <= 1_800_000_000:
                sessions[-1].append(t)
            else:
                sessions.append([t])
        lengths = [Fraction(s[-1] - s[0], 60_000_000) for s in sessions]
        out.append(
            (
                u,
                float(len(sessions)),
                float(len(clicks)),
                float(sum(lengths)),
                float(sum(lengths) / len(sessions)),
                float(Fraction(sum(len(s) == 1 for s in sessions), len(sessions))),
            )
        )
    out.sort(key=lambda r: (-r[1], r[0]))
    return pd.DataFrame(
        out,
        columns=[
            "user_id",
            "sessions",
            "events",
            "total_minutes",
            "avg_session_minutes",
            "bounce_rate",
        ],
    )
