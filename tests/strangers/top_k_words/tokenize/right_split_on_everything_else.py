# blank out what is not part of a word, then split
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = (
        " "
        + unicodedata.normalize("NFC", review)
        .replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        .lower()
        + " "
    )
    keep = [
        c if c.isalpha() or (c == "'" and b.isalpha() and d.isalpha()) else "\n"
        for b, c, d in zip(text, text[1:], text[2:])
    ]
    return [w for w in "".join(keep).split("\n") if w]
