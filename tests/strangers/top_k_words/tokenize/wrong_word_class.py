# `[^\W\d_]` (t): "² is not \d, yet not a letter."
import re
import unicodedata


def tokenize(review):
    s = unicodedata.normalize("NFC", review or "").replace("’", "'").lower()
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", s)
