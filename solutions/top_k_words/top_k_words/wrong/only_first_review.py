# You return inside the loop, after the first review. Count over all reviews: the ranking and the
# return belong after the loop.
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
        counts.update(word for word in tokenize(review) if word not in banned)
        return sorted(counts, key=lambda word: (-counts[word], word))[:k]
    return []
