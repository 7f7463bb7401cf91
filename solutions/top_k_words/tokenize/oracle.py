import re
import unicodedata


def tokenize(review):
    text = unicodedata.normalize("NFC", review or "").replace("\u2019", "'").lower()

    # A picture of the text, one sign per character: L for a letter, ' for an apostrophe, - else.
    # On it a plain regular expression says what a word is, without naming any alphabet.
    mask = "".join("L" if c.isalpha() else "'" if c == "'" else "-" for c in text)
    return [text[slice(*word.span())] for word in re.finditer("L+(?:'L+)*", mask)]
