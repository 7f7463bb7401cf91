# Style: pandas with nullable integers and string months, a function per group, a left merge with an indicator.
import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers[customers["signup_ts"].notna()].copy()
    signups["day"] = signups["signup_ts"].dt.floor("D") + pd.to_timedelta(30, unit="D")
    signups["customer_id"] = signups["customer_id"].astype("Int64")
    seen = visits.dropna().assign(day=lambda v: v["visit_ts"].dt.floor("D"))
    seen = seen[["customer_id", "day"]].astype({"customer_id": "Int64"}).drop_duplicates()
    people = signups.merge(seen, on=["customer_id", "day"], how="left", indicator=True)
    people["cohort_month"] = pd.to_datetime(people["signup_ts"].dt.strftime("%Y-%m") + "-01")

    def count(group):
        old_enough = group[group["day"] <= as_of]
        kept = (old_enough["_merge"] == "both").sum()
        share = kept / len(old_enough) if len(old_enough) else float("nan")
        return (len(group), len(old_enough), int(kept), share)

    names = ["signups", "eligible", "retained", "retention"]
    rows = [(month, *count(group)) for month, group in people.groupby("cohort_month")]
    return pd.DataFrame(rows, columns=["cohort_month", *names])
