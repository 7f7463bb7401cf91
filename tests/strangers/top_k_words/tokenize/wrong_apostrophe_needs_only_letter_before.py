# Slip: an apostrophe joins when only the character before it is a letter, so a trailing apostrophe ("dogs'") stays on the word.
import unicodedata


def tokenize(review: str | None) -> list[str]:
    if review is None:
        return []
    s = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    out, word = [], []
    for c in s:
        if c.isalpha() or (c == "'" and word and word[-1] != "'"):
            word.append(c)
        elif word:
            out.append("".join(word))
            word = []
    if word:
        out.append("".join(word))
    return out
