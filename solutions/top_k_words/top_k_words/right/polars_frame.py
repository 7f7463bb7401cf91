# polars: a list column exploded, anti join with the banned words, top rows of a sort.
import unicodedata

import polars as pl


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k")
    words = pl.DataFrame(
        {"word": [word for review in reviews for word in tokenize(review)]},
        schema={"word": pl.String},
    )
    stop = pl.DataFrame(
        {
            "word": [
                unicodedata.normalize("NFC", b).replace("\u2019", "'").lower().strip()
                for b in banned
            ]
        },
        schema={"word": pl.String},
    )
    return (
        words.join(stop, on="word", how="anti")
        .group_by("word")
        .len()
        .sort(["len", "word"], descending=[True, False])
        .head(k)["word"]
        .to_list()
    )
