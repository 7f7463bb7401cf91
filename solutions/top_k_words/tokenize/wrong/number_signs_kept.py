# [^\W\d_] lets ² and ½ through: they are not \d, yet they are not letters. Decide with
# c.isalpha() instead.
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text)
