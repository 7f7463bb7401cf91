# a loop; None, NaT, object columns and upper-case names
import pandas as pd


def golden_records(customer_records):
    people = {}
    c = customer_records.astype({"updated_at": object})
    order = sorted(
        c.to_dict("records"),
        key=lambda r: (
            r["updated_at"] is not pd.NaT
            and r["updated_at"] is not None
            and not pd.isna(r["updated_at"]),
            pd.Timestamp.min if pd.isna(r["updated_at"]) else r["updated_at"],
            r["record_id"],
        ),
        reverse=True,
    )
    for r in order:
        if pd.isna(r["email"]):
            continue
        e = r["email"].strip(" ").lower()
        if "@" in e and "+" in e[: e.index("@")]:
            e = e[: e.index("+")] + e[e.index("@") :]
        if not e:
            continue
        p = people.setdefault(
            e,
            {
                "EMAIL_KEY": e,
                "FULL_NAME": None,
                "PHONE": None,
                "CITY": None,
                "LAST_UPDATED": None,
                "COPIES": 0,
            },
        )
        p["COPIES"] += 1
        for f in ("full_name", "phone", "city"):
            if p[f.upper()] is None and not pd.isna(r[f]):
                p[f.upper()] = r[f]
        if p["LAST_UPDATED"] is None and not pd.isna(r["updated_at"]):
            p["LAST_UPDATED"] = r["updated_at"].to_pydatetime()
    return pd.DataFrame(
        [people[k] for k in sorted(people)],
        columns=["EMAIL_KEY", "FULL_NAME", "PHONE", "CITY", "LAST_UPDATED", "COPIES"],
        dtype=object,
    )
