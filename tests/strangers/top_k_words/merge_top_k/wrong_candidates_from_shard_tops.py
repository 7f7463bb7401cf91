# not listed: only words that are in some shard's top k are candidates, their totals are then exact
from collections import Counter
import heapq
def merge_top_k(shards, k):
    if k < 0: raise ValueError("k")
    c={w for s in shards for w in sorted(s,key=lambda w:(-s[w],w))[:k]}
    t=Counter({w:sum(s.get(w,0) for s in shards) for w in c})
    return [(w,t[w]) for w in sorted(t,key=lambda w:(-t[w],w)) if t[w]>0][:k]
