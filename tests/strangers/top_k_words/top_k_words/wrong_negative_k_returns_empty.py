# Slip: a negative k returns an empty list instead of raising ValueError.
import unicodedata
from collections import Counter


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k <= 0:
        return []
    counts = Counter()
    for review in reviews:
        s = unicodedata.normalize("NFC", review or "").replace("\u2019", "'").lower()
        word = ""
        for i, ch in enumerate(s + " "):
            joins = ch == "'" and word and i + 1 < len(s) and s[i + 1].isalpha()
            if ch.isalpha() or joins:
                word += ch
            elif word:
                counts[word] += 1
                word = ""
    for b in banned:
        counts.pop(unicodedata.normalize("NFC", b).replace("\u2019", "'").lower().strip(), None)
    ranked = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    return [w for w, _ in ranked[:k]]
