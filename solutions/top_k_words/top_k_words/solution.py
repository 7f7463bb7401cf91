import unicodedata
from collections import Counter


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")

    # A set, so that looking a word up does not depend on how many are banned.
    # An entry such as 'free shipping' needs no special care: no single word ever equals it.
    banned_words = {
        unicodedata.normalize("NFC", entry).replace("\u2019", "'").lower().strip()
        for entry in banned
    }
    counts = Counter(
        word for review in reviews for word in tokenize(review) if word not in banned_words
    )

    # Highest count first; among equal counts the alphabetically first word.
    return sorted(counts, key=lambda word: (-counts[word], word))[:k]
