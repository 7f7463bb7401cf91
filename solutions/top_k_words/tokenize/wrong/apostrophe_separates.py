# You separate at every apostrophe, so don't becomes don and t. Keep an apostrophe that has a
# letter directly before and directly after it.
# rule: apostrophe
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return "".join(c if c.isalpha() else " " for c in text).split()
