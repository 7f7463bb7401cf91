# The same é can be one character or an e followed by a combining accent. Without NFC the second
# kind falls apart ('cafe' and a lost accent): call unicodedata.normalize("NFC", text) first.
# rule: normalise
import re


def tokenize(review):
    if review is None:
        return []
    text = review.replace("\u2019", "'").lower()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
