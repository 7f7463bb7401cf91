# You count in how many reviews a word occurs (its document frequency). Asked is how often it
# occurs: 'good good good' in one review counts three times, so do not build a set per review.
# rule: occurrences
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(
        word for review in reviews for word in set(tokenize(review)) if word not in banned
    )
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
