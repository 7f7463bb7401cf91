# Style: pandas bfill inside each group, then its first row; text returned as categories.
import pandas as pd


def golden_records(customer_records):
    df = customer_records.sort_values("record_id", ascending=False)
    df = df.sort_values("updated_at", ascending=False, kind="stable")
    df["email_key"] = (
        df["email"].fillna("").str.strip().str.lower().str.replace(r"\+.*@", "@", regex=True)
    )
    df = df[df["email_key"] != ""]
    fields = ["full_name", "phone", "city"]
    df[fields] = df.groupby("email_key")[fields].bfill()
    totals = df.groupby("email_key").agg(last_updated=("updated_at", "max"), copies=("email", "count"))
    people = df.drop_duplicates("email_key").set_index("email_key")[fields].join(totals)
    people = people.reset_index().sort_values("email_key")
    return people.astype({"city": "category", "email_key": "category", "copies": "float64"})
