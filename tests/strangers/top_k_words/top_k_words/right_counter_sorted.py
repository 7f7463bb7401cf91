import unicodedata
from collections import Counter


def _normalise(s):
    return unicodedata.normalize("NFC", s).replace("\u2019", "'").lower()


def _words(s):
    chars = []
    for i, c in enumerate(s):
        if c.isalpha():
            chars.append(c)
        elif c == "'" and 0 < i < len(s) - 1 and s[i - 1].isalpha() and s[i + 1].isalpha():
            chars.append(c)
        else:
            chars.append(" ")
    return "".join(chars).split(" ")


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter()
    for review in reviews:
        if review is not None:
            counts.update(w for w in _words(_normalise(review)) if w)
    for entry in banned:
        counts.pop(_normalise(entry).strip(), None)
    return sorted(counts, key=lambda w: (-counts[w], w))[:k]
