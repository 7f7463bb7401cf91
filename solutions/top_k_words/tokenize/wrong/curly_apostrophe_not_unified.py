# Phones type the curly ’ (U+2019). You treat it as a separator, so don’t is cut in two while
# don't stays whole: replace ’ by ' before you look for words.
# rule: normalise
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).lower()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
