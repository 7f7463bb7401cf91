# heapq.nsmallest on (-count, word); eats up the caller's lists while it reads them (right, with a warning)
import heapq
import re
import unicodedata
from collections import defaultdict


def top_k_words(reviews, banned, k):
    if k <= -1:
        raise ValueError(k)
    n = defaultdict(int)
    while reviews:
        r = reviews.pop()
        if r is None:
            continue
        s = unicodedata.normalize("NFC", r).replace("\u2019", "\u0027").lower()
        shape = "".join("x" if ch.isalpha() else "'" if ch == "'" else "." for ch in s)
        for m in re.finditer("x+('x+)*", shape):
            n[s[slice(*m.span())]] += 1
    for b in banned:
        n.pop(unicodedata.normalize("NFC", b).replace("\u2019", "'").lower().strip(), None)
    return [w for _, w in heapq.nsmallest(k, ((-c, w) for w, c in n.items()))]
