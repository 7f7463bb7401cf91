# You drop every word that contains a banned text, so 'at' also bans 'great'. A word is banned
# only when it equals the entry as a whole: look it up in a set.
# rule: banned
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = [normalise(entry).strip() for entry in banned if entry.strip()]
    counts = Counter(
        word
        for review in reviews
        for word in tokenize(review)
        if not any(entry in word for entry in banned)
    )
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
