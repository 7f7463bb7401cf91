# a dict of lists, back as an Arrow table with large_string
import re

import pyarrow as pa


def latest_per_normalized_email(customer_records):
    rows = pa.Table.from_pandas(customer_records, preserve_index=False).to_pylist()
    groups = {}
    for r in rows:
        k = (
            None
            if r["email"] is None
            else re.sub(r"\+[^@]*(?=@)", "", r["email"].strip().lower(), count=1) or None
        )
        groups.setdefault((k, r["record_id"] if k is None else 0), []).append(r)
    out = []
    for (k, _), rs in groups.items():
        dated = [r for r in rs if r["updated_at"] is not None]
        best = (
            max(dated, key=lambda r: (r["updated_at"], r["record_id"]))
            if dated
            else max(rs, key=lambda r: r["record_id"])
        )
        out.append(
            {
                "email_key": k,
                "record_id": best["record_id"],
                "email": best["email"],
                "copies": float(len(rs)),
            }
        )
    out.sort(key=lambda r: r["record_id"])
    schema = pa.schema(
        [
            ("email_key", pa.large_string()),
            ("record_id", pa.int64()),
            ("email", pa.string()),
            ("copies", pa.float32()),
        ]
    )
    return pa.Table.from_pylist(out, schema=schema)
