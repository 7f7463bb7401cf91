# Slip: identical review texts are collapsed with set(reviews) before counting, so a repeated review counts once.
import unicodedata
from collections import Counter


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError("k must be >= 0")

    def prepare(s):
        return unicodedata.normalize("NFC", s).replace("\u2019", "'").lower()

    counts = Counter()
    for review in {r for r in reviews if r}:
        s = prepare(review)
        kept = "".join(
            c if c.isalpha() or (c == "'" and s[:i][-1:].isalpha() and s[i + 1 : i + 2].isalpha()) else " "
            for i, c in enumerate(s)
        )
        counts.update(kept.split())
    for entry in banned:
        counts.pop(prepare(entry).strip(), None)
    return sorted(counts, key=lambda w: (-counts[w], w))[:k]
