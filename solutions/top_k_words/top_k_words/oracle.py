import heapq
import re
import unicodedata


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def words_of(review):
    text = normalise(review or "")
    mask = "".join("L" if c.isalpha() else "'" if c == "'" else "-" for c in text)
    return [text[slice(*word.span())] for word in re.finditer("L+(?:'L+)*", mask)]


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")

    counts = {}
    for review in reviews:
        for word in words_of(review):
            counts[word] = counts.get(word, 0) + 1

    # Count first, ban afterwards: each banned entry takes away at most one word.
    for entry in banned:
        counts.pop(normalise(entry).strip(), None)

    # "Smallest" means the best here: the count is negated, the word is not.
    best = heapq.nsmallest(k, ((-count, word) for word, count in counts.items()))
    return [word for _, word in best]
