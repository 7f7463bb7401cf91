# The .str.lower() of a pandas text column lowers letter by letter and by other tables than Python
# does: İ becomes a plain i, and a capital sigma at the end of a word becomes σ instead of ς. Call
# Python's own lower() on each review.
# rule: lower
import unicodedata
from collections import Counter

import pandas as pd


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    texts = pd.Series(reviews, dtype="str").dropna().str.normalize("NFC").str.lower()
    counts = Counter(word for text in texts for word in tokenize(text) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
