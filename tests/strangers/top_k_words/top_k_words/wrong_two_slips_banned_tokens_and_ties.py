# Two slips: banned entries are tokenised, so every part of 'free shipping' is banned, and ties are ordered reverse-alphabetically (one reverse=True for both keys).
import unicodedata
from collections import Counter


def _tokens(text):
    s = unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()
    out = [""]
    for i, c in enumerate(s):
        if c.isalpha() or (c == "'" and out[-1] and s[i + 1 : i + 2].isalpha()):
            out[-1] += c
        elif out[-1]:
            out.append("")
    return [w for w in out if w]


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError("k must be >= 0")
    stop = {w for b in banned for w in _tokens(b)}
    counts = Counter(w for r in reviews if r is not None for w in _tokens(r) if w not in stop)
    ranked = sorted(counts.items(), key=lambda p: (p[1], p[0]), reverse=True)
    return [w for w, _ in ranked[:k]]
