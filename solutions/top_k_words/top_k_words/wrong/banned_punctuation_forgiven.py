# You clean the banned entries with the tokenizer, so 'great!' bans 'great'. Entries are only
# normalised and stripped of white space: one that is not exactly a word bans nothing.
# rule: banned
from collections import Counter


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    words = [tokenize(entry) for entry in banned]
    banned = {entry[0] for entry in words if len(entry) == 1}
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
