# One pass with a current word and a pending apostrophe.
from unicodedata import normalize


def tokenize(review):
    words, word, pending = [], "", False
    for c in normalize("NFC", review or "").replace("’", "'").lower():
        if c.isalpha():
            word += "'" + c if pending else c
            pending = False
        elif c == "'" and word and not pending:
            pending = True
        else:
            if word:
                words.append(word)
            word, pending = "", False
    if word:
        words.append(word)
    return words
