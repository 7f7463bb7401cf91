# not listed: words cut first and lower-cased one by one afterwards ('İstanbul' stays one word)
import unicodedata


def tokenize(review):
    s = unicodedata.normalize("NFC", review or "").replace("’", "'")
    return [
        w.lower()
        for w in "".join(
            c
            if c.isalpha()
            or c == "'"
            and 0 < i < len(s) - 1
            and s[i - 1].isalpha()
            and s[i + 1].isalpha()
            else " "
            for i, c in enumerate(s)
        ).split()
    ]
