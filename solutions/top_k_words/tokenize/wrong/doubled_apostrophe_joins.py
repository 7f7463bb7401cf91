# You let two apostrophes in a row join a word, so o''neil stays in one piece. Only a single
# apostrophe with a letter directly on both sides is part of a word.
# rule: apostrophe
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'+[^ ']+)*", text)
