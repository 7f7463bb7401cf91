# A negative k slips into the slice: [:-1] means all but the last. The contract asks for a
# ValueError: check k first.
# rule: k
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
