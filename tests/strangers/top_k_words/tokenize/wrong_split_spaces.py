# split on spaces
import unicodedata


def tokenize(review):
    return unicodedata.normalize("NFC", review or "").replace("’", "'").lower().split()
