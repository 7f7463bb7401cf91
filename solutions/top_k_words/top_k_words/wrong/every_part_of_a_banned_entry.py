# You split a banned entry into words and ban each of them: 'free shipping' then bans 'free' and
# 'shipping'. An entry is compared as a whole; one that is not a single word bans nothing.
# rule: banned
from collections import Counter


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {word for entry in banned for word in tokenize(entry)}
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
