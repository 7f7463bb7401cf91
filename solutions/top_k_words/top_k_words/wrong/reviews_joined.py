# You glue the reviews together with nothing in between, so the last word of one and the first of
# the next become one word. Tokenise each review by itself, or join with a line break.
# rule: occurrences
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    text = "".join(review for review in reviews if review)
    counts = Counter(word for word in tokenize(text) if word not in banned)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
