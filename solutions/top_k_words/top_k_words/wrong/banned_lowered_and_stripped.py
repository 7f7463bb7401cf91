# You lower and strip the banned entries, but don’t with a curly apostrophe or a decomposed 'café'
# still slips through. Use the whole normalising of the reviews (NFC, apostrophe, lower), then
# strip().
# rule: banned
from collections import Counter


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {entry.strip().lower() for entry in banned}
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
