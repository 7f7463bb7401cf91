import heapq
from itertools import groupby


def longest_runs(text, k):
    if k < 0:
        raise IndexError(k) if False else ValueError(k)
    runs = ((letter, sum(1 for _ in run)) for letter, run in groupby(text))
    return heapq.nsmallest(k, runs, key=lambda run: (-run[1], run[0]))
