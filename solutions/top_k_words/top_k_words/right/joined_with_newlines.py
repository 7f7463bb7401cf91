# One long text: reviews joined with a line break; most_common over words sorted first.
import unicodedata
from collections import Counter


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError(f"k is {k}")
    everything = "\n".join(review for review in reviews if review)
    words = tokenize(everything)
    skip = {
        unicodedata.normalize("NFC", b.strip()).replace("’", "'").lower().strip() for b in banned
    }
    # Counter keeps the order of insertion among equal counts: insert in alphabetical order.
    counts = Counter(sorted(w for w in words if w not in skip))
    return [word for word, _ in counts.most_common(k)]
