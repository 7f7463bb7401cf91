# not listed: a generator, where a list is asked
import unicodedata


def tokenize(review):
    s = unicodedata.normalize("NFC", review or "").replace("’", "'").lower()
    yield from "".join(
        c
        if c.isalpha()
        or c == "'"
        and 0 < i < len(s) - 1
        and s[i - 1].isalpha()
        and s[i + 1].isalpha()
        else " "
        for i, c in enumerate(s)
    ).split()
