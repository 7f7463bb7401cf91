# You keep combining marks inside a word. After NFC a mark that is still on its own is no letter
# (isalpha() is false), so it separates like any other sign.
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    text = "".join(c if unicodedata.category(c)[0] in "LM" or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
