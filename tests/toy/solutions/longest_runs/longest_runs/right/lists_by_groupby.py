import itertools


def longest_runs(text, k):
    if k < 0:
        raise ValueError(k)
    runs = [[letter, len(list(run))] for letter, run in itertools.groupby(text)]
    return sorted(sorted(runs), key=lambda run: run[1], reverse=True)[:k]
