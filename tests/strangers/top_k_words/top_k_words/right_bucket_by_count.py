import unicodedata
from collections import defaultdict
from itertools import groupby


def top_k_words(reviews: list[str | None], banned: list[str], k: int) -> list[str]:
    if k < 0:
        raise ValueError("negative k")

    def clean(text):
        return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()

    def split(text):
        s = clean(text)

        def part(i):
            if s[i].isalpha():
                return True
            return s[i] == "'" and s[i - 1 : i].isalpha() and s[i + 1 : i + 2].isalpha()

        for inside, idx in groupby(range(len(s)), key=part):
            if inside:
                yield "".join(s[i] for i in idx)

    banned_words = frozenset(clean(b).strip() for b in banned)
    count = defaultdict(int)
    for review in reviews:
        if review is None:
            continue
        for w in split(review):
            count[w] += 1

    buckets = defaultdict(list)
    for w, n in count.items():
        if w not in banned_words:
            buckets[n].append(w)
    out = []
    for n in sorted(buckets, reverse=True):
        if len(out) >= k:
            break
        out.extend(sorted(buckets[n]))
    return out[:k]
