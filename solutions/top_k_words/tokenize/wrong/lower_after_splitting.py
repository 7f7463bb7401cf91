# You look for words first and lower them afterwards. lower() can leave a combining mark behind (İ
# becomes i and a dot), and that mark separates: lower the whole text before you look for words.
# rule: lower
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'")
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    words = re.findall(r"[^ ']+(?:'[^ ']+)*", text)
    return [word.lower() for word in words]
