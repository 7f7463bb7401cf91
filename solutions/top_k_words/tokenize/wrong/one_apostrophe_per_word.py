# Your pattern allows a single apostrophe per word, so a'b'c ends after a'b. A word may hold
# several of them, each between two letters: repeat that part of the pattern with * instead of ?.
# rule: apostrophe
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)?", text)
