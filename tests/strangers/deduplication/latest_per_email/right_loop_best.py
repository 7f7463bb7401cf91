# a dict of the best so far; categorical text, dates as object
import pandas as pd


def latest_per_email(customer_records):
    best, rest = {}, []
    for row in customer_records.to_dict("records"):
        if pd.isna(row["email"]):
            rest.append(row)
            continue
        rank = (
            not pd.isna(row["updated_at"]),
            row["updated_at"] if not pd.isna(row["updated_at"]) else pd.Timestamp(0),
            row["record_id"],
        )
        if row["email"] not in best or rank > best[row["email"]][0]:
            best[row["email"]] = (rank, row)
    rows = sorted([r for _, r in best.values()] + rest, key=lambda r: r["record_id"])
    out = pd.DataFrame(rows, columns=list(customer_records.columns), dtype=object)
    for name in ("city", "phone"):
        out[name] = out[name].astype("category")
    return out
