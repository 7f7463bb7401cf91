# edge apostrophes kept
import unicodedata


def tokenize(review):
    s = unicodedata.normalize("NFC", review or "").replace("’", "'").lower()
    return [
        w for w in "".join(c if c.isalpha() or c == "'" else " " for c in s).split() if w.strip("'")
    ]
