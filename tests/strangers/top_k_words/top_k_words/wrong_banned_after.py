# top k first, banned removed after
import unicodedata
from collections import Counter


def norm(s):
    return unicodedata.normalize("NFC", s).replace("’", "'").lower()


def words(s):
    s = f" {norm(s)} "
    return "".join(
        c if c.isalpha() or (c == "'" and a.isalpha() and b.isalpha()) else " "
        for a, c, b in zip(s, s[1:], s[2:])
    ).split()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    ban = {norm(b).strip() for b in banned}
    n = Counter(w for r in reviews for w in words(r or ""))
    return [w for w in sorted(n, key=lambda w: (-n[w], w))[:k] if w not in ban]
