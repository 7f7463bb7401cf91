# You begin a new count for every review, so only the last review is left at the end. Make the
# counter once, before the loop, and update it.
# rule: occurrences
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter()
    for review in reviews:
        counts = Counter(word for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
