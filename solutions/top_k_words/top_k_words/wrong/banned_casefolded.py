# The banned entries go through casefold(), which does more than lower(): 'Straße' becomes 'strasse'
# and so bans another word than the one that was meant. Normalise them exactly like the reviews.
# rule: banned
import unicodedata
from collections import Counter


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {
        unicodedata.normalize("NFC", entry).replace("\u2019", "'").casefold().strip()
        for entry in banned
    }
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
