# pandas: explode, groupby, sort by two keys.
import unicodedata

import pandas as pd


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError(k)
    words = pd.Series([tokenize(review) for review in reviews], dtype=object).explode().dropna()
    clean = [unicodedata.normalize("NFC", b).replace("’", "'").lower().strip() for b in banned]
    words = words[~words.isin(clean)]
    table = words.groupby(words).size().rename_axis("word").reset_index(name="n")
    table = table.sort_values(["n", "word"], ascending=[False, True])
    return table["word"].head(k).tolist()
