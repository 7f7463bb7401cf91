# You split reviews at white space instead of calling tokenize, so 'great,' and 'great' are
# counted apart. Use the words that tokenize finds.
# rule: letters
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(
        word for review in reviews for word in normalise(review or "").split() if word not in banned
    )
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
