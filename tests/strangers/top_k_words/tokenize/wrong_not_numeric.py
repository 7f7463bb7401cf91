# not listed: letters are isalnum() and not isnumeric(), which loses the Han numerals ('三'.isalpha() is true)
import re, unicodedata
from collections import Counter
def norm(s):
    return unicodedata.normalize("NFC", s or "").replace("’", "'").lower()
def toks(s, alpha=str.isalpha):
    return "".join(c if alpha(c) or c == "'" and 0 < i < len(s) - 1 and alpha(s[i - 1]) and alpha(s[i + 1]) else " " for i, c in enumerate(s)).split(" ")
def tokenize(review):
    return [x for x in toks(norm(review), lambda c: c.isalnum() and not c.isnumeric()) if x]
