# a mask of letters, then a regular expression over the mask
import re
import unicodedata


def tokenize(review):
    s = unicodedata.normalize("NFC", review or "").replace("’", "'").lower()
    mask = "".join("a" if c.isalpha() else c if c == "'" else " " for c in s)
    return [s[m.start() : m.end()] for m in re.finditer(r"a+(?:'a+)*", mask)]
