# one pass over the characters
import unicodedata


def tokenize(review):
    if review is None:
        return []
    s = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    words, word = [], ""
    for i, c in enumerate(s):
        inner = c == "'" and word and i + 1 < len(s) and s[i + 1].isalpha() and s[i - 1].isalpha()
        if c.isalpha() or inner:
            word += c
        elif word:
            words.append(word)
            word = ""
    return words + [word] if word else words
