# Each word comes back once only. The list has a word as often as the text has it, otherwise
# nothing is left to count: leave repeats in.
# rule: all_words
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    words = re.findall(r"[^ ']+(?:'[^ ']+)*", text)
    return list(dict.fromkeys(words))
