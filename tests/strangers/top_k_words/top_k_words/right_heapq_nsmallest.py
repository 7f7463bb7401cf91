import heapq
import re
import unicodedata


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError(k)

    def norm(text):
        return unicodedata.normalize("NFC", text).replace("’", "'").lower()

    stop = {norm(b).strip() for b in banned}
    freq = {}
    for r in reviews:
        if not r:
            continue
        s = norm(r)
        shape = "".join("x" if c.isalpha() else "'" if c == "'" else "-" for c in s)
        for m in re.finditer("x+('x+)*", shape):
            w = s[m.start() : m.end()]
            if w not in stop:
                freq[w] = freq.get(w, 0) + 1
    best = heapq.nsmallest(k, ((-n, w) for w, n in freq.items()))
    return [w for _, w in best]
