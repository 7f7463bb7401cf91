# You compare the banned entries as they were typed, so ' Great ' or 'DON’T' bans nothing. Give
# each entry the same normalising as the reviews, then strip() it.
# rule: banned
from collections import Counter


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = set(banned)
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
