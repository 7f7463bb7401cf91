# Upper and lower case stay apart, so 'Great' and 'great' are counted as two words. Call lower()
# on the whole text before you look for words.
# rule: lower
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'")
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
