import pandas as pd


def membership_flows(prime_memberships, params):
    dated = prime_memberships.dropna(subset=["customer_id", "start_date"])
    valid = dated[dated["end_date"].isna() | (dated["end_date"] > dated["start_date"])]

    # as_of + 1 lies in the first month that is not complete
    last_complete = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).to_period("M") - 1
    start_month = valid["start_date"].dt.to_period("M")
    first_month = last_complete + 1 if valid.empty else start_month.min()
    calendar = pd.period_range(first_month, last_complete, freq="M")

    # one row per covered month; the last covered day is the one before end_date
    end_month = (valid["end_date"] - pd.Timedelta(days=1)).dt.to_period("M")
    end_month = end_month.where(end_month <= last_complete, last_complete)
    spelled_out = valid[["customer_id"]].assign(
        month=[pd.period_range(a, b, freq="M") for a, b in zip(start_month, end_month)]
    )
    member_months = spelled_out.explode("month").dropna()

    # the whole story as one grid of True and False: a row per calendar month, a column per customer
    now = pd.crosstab(member_months["month"], member_months["customer_id"])
    now = now.reindex(calendar, fill_value=0) > 0
    before = now.shift(fill_value=False)
    ever_before = before.cummax()

    members_before = before.sum(axis=1)
    churned = (before & ~now).sum(axis=1)
    return pd.DataFrame(
        {
            "month": calendar.to_timestamp(),
            "members": now.sum(axis=1),
            "new": (now & ~ever_before).sum(axis=1),
            "retained": (now & before).sum(axis=1),
            "resurrected": (now & ever_before & ~before).sum(axis=1),
            "churned": churned,
            # where() turns a 0 into a missing value, so that nothing is divided by it
            "churn_rate": churned / members_before.where(members_before > 0),
        }
    ).reset_index(drop=True)
