import re


def longest_runs(text, k):
    if k < 0:
        raise ValueError("k must not be negative")
    runs = [(match[1], len(match[0])) for match in re.finditer(r"(.)\1*", text)]
    return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]
