# Style: pandas groupby + cumcount (missing keys in one group), categories and nullable integers in the result.
def latest_per_email(customer_records):
    ordered = customer_records.sort_values(
        by=["updated_at", "record_id"], ascending=[False, False], na_position="last"
    )
    place = ordered.groupby("email", dropna=False).cumcount()
    winners = ordered.loc[(place == 0) | ordered["email"].isnull()]
    winners = winners.sort_values("record_id").reset_index(drop=True)
    return winners.astype({"record_id": "Int64", "city": "category", "full_name": object})
