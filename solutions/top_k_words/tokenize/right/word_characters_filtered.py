# Python's own re: \w without digits and underscore; numbers such as ² are blanked first.
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def tokenize(review: str | None) -> list[str]:
    if not review:
        return []
    text = unicodedata.normalize("NFC", review)
    text = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower()
    # [^\W\d_] still matches number signs such as ² and ½: they are alphanumeric, but no letters.
    text = "".join(" " if c.isalnum() and not c.isalpha() else c for c in text)
    return WORD.findall(text)
