# You keep the hyphen inside a word, so 'wi-fi' stays in one piece. Here a hyphen separates like
# any other sign: wi, fi.
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    text = "".join(c if c.isalpha() or c in "'-" else " " for c in text)
    return re.findall(r"[^ '-]+(?:['-][^ '-]+)*", text)
