# [a-z] knows the 26 English letters only: 'café' becomes 'caf', and Cyrillic or Chinese words
# vanish. Ask c.isalpha(), which is true for the letters of every script.
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return re.findall(r"[a-z]+(?:'[a-z]+)*", text)
