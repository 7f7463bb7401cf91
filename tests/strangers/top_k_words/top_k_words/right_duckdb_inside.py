# Python tokenizes, DuckDB counts and ranks
import unicodedata

import duckdb
import pyarrow as pa


def _n(s):
    return unicodedata.normalize("NFC", s).replace("’", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("negative k")
    found = []
    for review in filter(None, reviews):
        s, cur = _n(review), ""
        for i, c in enumerate(s + " "):
            if c.isalpha():
                cur += c
            elif c == "'" and cur and s[i - 1].isalpha() and s[i + 1 : i + 2].isalpha():
                cur += c
            elif cur:
                found.append(cur)
                cur = ""
    w = pa.table({"w": pa.array(found, pa.string())})
    b = pa.table({"b": pa.array([_n(x).strip() for x in banned], pa.string())})
    con = duckdb.connect()
    con.register("w", w)
    con.register("b", b)
    return [
        r[0]
        for r in con.execute(
            "select w from w anti join b on w = b group by w order by count(*) desc, w limit ?", [k]
        ).fetchall()
    ]
