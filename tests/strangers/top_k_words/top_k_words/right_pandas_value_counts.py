# pandas value_counts, sorted by two keys
import unicodedata

import pandas as pd


def clean(text):
    return unicodedata.normalize("NFC", text).replace("’", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k < 0")
    tokens = []
    for r in reviews:
        t = clean(r or "")
        parts = [
            i
            for i, c in enumerate(t)
            if not (
                c.isalpha() or (c == "'" and t[i - 1 : i].isalpha() and t[i + 1 : i + 2].isalpha())
            )
        ]
        edges = [-1, *parts, len(t)]
        tokens += [t[a + 1 : b] for a, b in zip(edges, edges[1:]) if b - a > 1]
    s = pd.Series(tokens, dtype=object)
    s = s[~s.isin([clean(b).strip() for b in banned])]
    table = s.value_counts().rename_axis("word").reset_index(name="n")
    table["word"] = table["word"].astype(object)
    return table.sort_values(["n", "word"], ascending=[False, True])["word"].head(k).tolist()
