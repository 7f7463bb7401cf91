# You erase the banned text from the reviews before you look for words, so banning 'great' leaves
# 'er' of 'greater', and 'free shipping' takes two words away. Tokenise first, then drop the words
# that equal an entry.
# rule: banned
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    counts = Counter()
    for review in reviews:
        text = normalise(review or "")
        for entry in banned:
            if entry.strip():
                text = text.replace(normalise(entry).strip(), "")
        counts.update(tokenize(text))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
