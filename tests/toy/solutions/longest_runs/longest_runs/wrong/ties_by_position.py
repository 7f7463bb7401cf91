# Among equal lengths the run that comes first in the text wins here. The letter decides.
# rule: ties
from itertools import groupby


def longest_runs(text, k):
    if k < 0:
        raise ValueError
    runs = [(letter, len(list(run))) for letter, run in groupby(text)]
    return sorted(runs, key=lambda run: -run[1])[:k]
