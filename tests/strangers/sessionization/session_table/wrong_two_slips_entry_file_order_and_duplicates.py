# Two slips: duplicate rows are counted in events, and pages at the same first or last timestamp are taken in file order instead of alphabetically.
import pandas as pd


def session_table(clickstream):
    c = clickstream[clickstream["user_id"].notna() & clickstream["ts"].notna()]
    c = c.sort_values(["user_id", "ts"], kind="mergesort").copy()
    gap = c.groupby("user_id")["ts"].diff()
    c["new"] = ((gap > pd.Timedelta(minutes=30)) | gap.isna()).astype("int64")
    c["session_number"] = c.groupby("user_id")["new"].cumsum()
    g = c.groupby(["user_id", "session_number"])
    out = pd.DataFrame(
        {
            "session_start": g["ts"].min(),
            "session_end": g["ts"].max(),
            "events": g.size(),
            "pages": g["page_url"].nunique(),
            "entry_page": g["page_url"].first(),
            "exit_page": g["page_url"].last(),
        }
    ).reset_index()
    out["minutes"] = (out["session_end"] - out["session_start"]).dt.total_seconds() / 60
    return out.sort_values(["user_id", "session_number"])
