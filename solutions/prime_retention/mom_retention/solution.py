import pandas as pd


def mom_retention(prime_memberships, params):
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
    member_months = spelled_out.explode("month").dropna().drop_duplicates()
    member_months = member_months.astype({"month": "period[M]"})

    # every member month, looked at from the month after it: is the same customer there again?
    looked_back = member_months.assign(month=member_months["month"] + 1)
    stayed = looked_back.merge(member_months, on=["customer_id", "month"])

    months = calendar[1:]
    counts = pd.DataFrame(
        {
            "members_prev": looked_back["month"].value_counts().reindex(months, fill_value=0),
            "retained": stayed["month"].value_counts().reindex(months, fill_value=0),
        }
    )
    # where() turns a 0 into a missing value, so that nothing is divided by it
    retention = counts["retained"] / counts["members_prev"].where(counts["members_prev"] > 0)
    return counts.assign(month=months.to_timestamp(), retention=retention).reset_index(drop=True)
