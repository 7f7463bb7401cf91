# You lower each character by itself, and then the Greek capital sigma at the end of a word
# becomes σ instead of ς: lower() must see the whole text.
# rule: lower
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'")
    text = "".join(c.lower() for c in text)
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
