# Slip: banned entries are normalised but not stripped, so ' Great ' bans nothing.
import unicodedata
from collections import Counter


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError("k must be >= 0")

    def norm(s):
        return unicodedata.normalize("NFC", s).replace("\u2019", "'").lower()

    def words(s):
        s = norm(s)
        flags = [c.isalpha() for c in s]
        for i in range(1, len(s) - 1):
            if s[i] == "'" and s[i - 1].isalpha() and s[i + 1].isalpha():
                flags[i] = True
        return "".join(c if f else " " for c, f in zip(s, flags)).split()

    stop = {norm(b) for b in banned}
    c = Counter(w for r in reviews if r for w in words(r) if w not in stop)
    return sorted(c, key=lambda w: (-c[w], w))[:k]
