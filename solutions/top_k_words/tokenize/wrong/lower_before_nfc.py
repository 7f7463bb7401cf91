# The text is composed (NFC) after lower(). A few capitals have a composed form in lower case only
# (J with caron), so the order matters: NFC first, then ’ to ', then lower(), and no NFC after it.
# rule: normalise
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review.lower()).replace("\u2019", "'")
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
