# Built on the two earlier answers; the rest follows from the first member months and the identities.
import pandas as pd


def membership_flows(prime_memberships, params):
    flows = members_by_month(prime_memberships, params)
    flows["month"] = pd.to_datetime(flows["month"])
    kept = mom_retention(prime_memberships, params)
    kept["month"] = pd.to_datetime(kept["month"])
    flows = flows.merge(kept, on="month", how="left")
    flows[["members_prev", "retained"]] = flows[["members_prev", "retained"]].fillna(0).astype(int)

    valid = prime_memberships[
        prime_memberships["customer_id"].notna()
        & prime_memberships["start_date"].notna()
        & ~(prime_memberships["end_date"] <= prime_memberships["start_date"])
    ]
    # a customer's first member month is the month of the first valid start
    first_start = valid.groupby("customer_id")["start_date"].min()
    joined = first_start.dt.strftime("%Y-%m").value_counts()
    flows["new"] = [int(joined.get(month.strftime("%Y-%m"), 0)) for month in flows["month"]]
    flows["resurrected"] = flows["members"] - flows["new"] - flows["retained"]
    flows["churned"] = flows["members_prev"] - flows["retained"]
    flows["churn_rate"] = 1 - flows["retention"]
    return flows.drop(columns=["members_prev", "retention"])
