# You skip a whole review as soon as it holds a banned word, and lose its other words. Only the
# banned word itself is left out.
# rule: banned
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
        words = tokenize(review)
        if banned.isdisjoint(words):
            counts.update(words)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
