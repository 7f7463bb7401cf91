# You take the first k words and remove the banned ones afterwards, so each banned word in the top
# costs a place and fewer than k come back. Drop banned words before you cut at k.
# rule: banned
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(word for review in reviews for word in tokenize(review))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return [word for word in ranked[:k] if word not in banned]
