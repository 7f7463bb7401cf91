# loop building dicts; Decimal minutes, categorical pages, uppercase names
from decimal import Decimal

import pandas as pd

NAMES = [
    "USER_ID",
    "SESSION_NUMBER",
    "SESSION_START",
    "SESSION_END",
    "MINUTES",
    "EVENTS",
    "PAGES",
    "ENTRY_PAGE",
    "EXIT_PAGE",
]


def session_table(clickstream):
    clicks = sorted(
        {
            (int(r["user_id"]), r["ts"], r["page_url"])
            for r in clickstream.to_dict("records")
            if r["ts"] is not pd.NaT and not pd.isna(r["user_id"])
        }
    )
    groups = []
    for u, t, p in clicks:
        if not groups or groups[-1][0] != u:
            groups.append((u, 1, [(t, p)]))
        elif t - groups[-1][2][-1][0] > pd.Timedelta(minutes=30):
            groups.append((u, groups[-1][1] + 1, [(t, p)]))
        else:
            groups[-1][2].append((t, p))
    rows = [
        (
            u,
            n,
            g[0][0],
            g[-1][0],
            Decimal((g[-1][0] - g[0][0]) // pd.Timedelta(microseconds=1)) / Decimal(60_000_000),
            len(g),
            len({p for _, p in g}),
            g[0][1],
            g[-1][1],
        )
        for u, n, g in groups
    ]
    out = pd.DataFrame(rows, columns=NAMES)
    return out.astype({"ENTRY_PAGE": "category", "EXIT_PAGE": "category"})
