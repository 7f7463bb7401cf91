# Slip: each character is lowered by itself, so a final capital sigma becomes the medial form instead of the final one.
import unicodedata


def tokenize(review: str | None) -> list[str]:
    if review is None:
        return []
    s = unicodedata.normalize("NFC", review).replace("\u2019", "'")
    s = "".join(ch.lower() for ch in s)
    n = len(s)
    marks = []
    for i, ch in enumerate(s):
        if ch.isalpha():
            marks.append(ch)
        elif ch == "'" and 0 < i < n - 1 and s[i - 1].isalpha() and s[i + 1].isalpha():
            marks.append(ch)
        else:
            marks.append("\n")
    return [w for w in "".join(marks).split("\n") if w]
