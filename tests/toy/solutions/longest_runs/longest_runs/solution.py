def longest_runs(text, k):
    if k < 0:
        raise ValueError("k must not be negative")
    runs = []
    for letter in text:
        if runs and runs[-1][0] == letter:
            runs[-1] = (letter, runs[-1][1] + 1)
        else:
            runs.append((letter, 1))
    return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]
