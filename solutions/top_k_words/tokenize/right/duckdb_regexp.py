# DuckDB's regular expressions: \p{L} is any letter.
import unicodedata

import duckdb


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("’", "'").lower()
    found = duckdb.execute(
        r"SELECT regexp_extract_all(?, '\p{L}+(?:''\p{L}+)*')", [text]
    ).fetchall()
    return list(found[0][0])
