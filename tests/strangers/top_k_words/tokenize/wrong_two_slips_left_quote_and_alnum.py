# Two slips: the left quotation mark U+2018 is turned into an apostrophe as well, and digits count as word characters (isalnum).
import unicodedata


def tokenize(review: str | None) -> list[str]:
    if review is None:
        return []
    s = unicodedata.normalize("NFC", review)
    for quote in ("\u2018", "\u2019"):
        s = s.replace(quote, "'")
    s = s.lower()
    words, start = [], None
    for i, c in enumerate(s + " "):
        ok = c.isalnum() or (
            c == "'" and 0 < i < len(s) - 1 and s[i - 1].isalnum() and s[i + 1].isalnum()
        )
        if ok and start is None:
            start = i
        elif not ok and start is not None:
            words.append(s[start:i])
            start = None
    return words
