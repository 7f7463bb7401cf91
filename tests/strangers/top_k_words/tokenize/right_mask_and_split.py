import unicodedata


def tokenize(review: str | None) -> list[str]:
    if review is None:
        return []
    s = unicodedata.normalize("NFC", review)
    s = s.replace("’", "'")
    s = s.lower()
    letter = [c.isalpha() for c in s]
    padded = [False, *letter, False]
    kept = [
        c if letter[i] or (c == "'" and padded[i] and padded[i + 2]) else " "
        for i, c in enumerate(s)
    ]
    return "".join(kept).split()
