import pandas as pd


def members_by_month(prime_memberships, params):
    dated = prime_memberships.dropna(subset=["customer_id", "start_date"])
    valid = dated[dated["end_date"].isna() | (dated["end_date"] > dated["start_date"])]

    # as_of + 1 lies in the first month that is not complete: the one before it is the last complete one
    last_complete = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).to_period("M") - 1
    start_month = valid["start_date"].dt.to_period("M")
    first_month = last_complete + 1 if valid.empty else start_month.min()
    calendar = pd.period_range(first_month, last_complete, freq="M")

    # the last covered day is the one before end_date; what still runs is counted to the end of the calendar
    end_month = (valid["end_date"] - pd.Timedelta(days=1)).dt.to_period("M")
    end_month = end_month.where(end_month <= last_complete, last_complete)

    # spell every membership out, one row per covered month, then keep each customer once per month
    spelled_out = valid[["customer_id"]].assign(
        month=[pd.period_range(a, b, freq="M") for a, b in zip(start_month, end_month)]
    )
    member_months = spelled_out.explode("month").dropna().drop_duplicates()

    members = member_months["month"].value_counts().reindex(calendar, fill_value=0)
    return pd.DataFrame({"month": calendar.to_timestamp(), "members": members.to_numpy()})
