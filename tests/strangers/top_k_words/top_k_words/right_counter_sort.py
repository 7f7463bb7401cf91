# Counter and a sort
import unicodedata
from collections import Counter


def norm(s):
    return unicodedata.normalize("NFC", s).replace("’", "'").lower()


def words(s):
    s = f" {norm(s)} "
    return "".join(
        c if c.isalpha() or (c == "'" and a.isalpha() and b.isalpha()) else " "
        for a, c, b in zip(s, s[1:], s[2:])
    ).split(" ")


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    out = {norm(b).strip() for b in banned} | {""}
    counts = Counter(w for r in reviews if r for w in words(r) if w not in out)
    return sorted(counts, key=lambda w: (-counts[w], w))[:k]
