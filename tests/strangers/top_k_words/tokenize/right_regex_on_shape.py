import re
import unicodedata


def tokenize(review: str | None) -> list[str]:
    text = unicodedata.normalize("NFC", review or "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower()
    # describe every character by a class letter, then find words in that description
    shape = "".join("a" if c.isalpha() else ("'" if c == "'" else ".") for c in text)
    return [text[m.start() : m.end()] for m in re.finditer(r"a+(?:'a+)*", shape)]
