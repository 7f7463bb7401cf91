# Counter.most_common keeps the order of insertion among equal counts, so a tie is decided by
# which word came first in the reviews. Sort by (-count, word): equal counts go in alphabetical
# order.
# rule: ranking
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(word for review in reviews for word in tokenize(review) if word not in banned)
    return [word for word, count in counts.most_common(k)]
