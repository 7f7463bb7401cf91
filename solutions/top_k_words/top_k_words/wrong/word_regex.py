# You look for \w+ instead of calling tokenize, so digits and underscores stay and don't is
# counted as don and t. Use the words that tokenize finds.
# rule: letters
import re
import unicodedata
from collections import Counter


def normalise(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()


def top_k_words(reviews, banned, k):
    if k < 0:
        raise ValueError("k must not be negative")
    banned = {normalise(entry).strip() for entry in banned}
    counts = Counter(
        word
        for review in reviews
        for word in re.findall(r"\w+", normalise(review or ""))
        if word not in banned
    )
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return ranked[:k]
