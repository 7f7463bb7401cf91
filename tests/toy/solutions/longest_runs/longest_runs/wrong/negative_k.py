# A negative k is not refused: [:k] cuts from the end. Raise ValueError first.
# rule: k
from itertools import groupby


def longest_runs(text, k):
    runs = [(letter, len(list(run))) for letter, run in groupby(text)]
    return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]
