# Letters are counted over the whole text. A run ends where another letter begins.
# rule: run
from collections import Counter


def longest_runs(text, k):
    if k < 0:
        raise ValueError
    return sorted(Counter(text).items(), key=lambda run: (-run[1], run[0]))[:k]
