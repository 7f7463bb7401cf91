import heapq


class Candidate:
    """A word with its total. The smaller of two candidates is the worse one."""

    def __init__(self, total, word):
        self.total, self.word = total, word

    def __lt__(self, other):
        # A lower total is worse; among equal totals the later word is, so the words swap sides.
        return (self.total, other.word) < (other.total, self.word)


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")

    # Any word of any shard may win in the sum, so all counts are added before anything is dropped.
    totals = {}
    for shard in shards:
        for word, count in shard.items():
            totals[word] = totals.get(word, 0) + count

    # The heap never holds more than k candidates, the worst of them at its root: O(n log k).
    best = []
    for word, total in totals.items():
        if total <= 0:
            continue
        if len(best) < k:
            heapq.heappush(best, Candidate(total, word))
        elif best and best[0] < (candidate := Candidate(total, word)):
            heapq.heapreplace(best, candidate)

    return [(candidate.word, candidate.total) for candidate in sorted(best, reverse=True)]
