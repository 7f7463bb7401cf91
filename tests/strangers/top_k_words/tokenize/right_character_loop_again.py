import unicodedata


def tokenize(review: str | None) -> list[str]:
    if not review:
        return []
    s = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    words, cur = [], ""
    for i, ch in enumerate(s):
        inner = (
            ch == "'" and cur and s[i - 1].isalpha() and i + 1 < len(s) and s[i + 1].isalpha()
        )
        if ch.isalpha() or inner:
            cur += ch
        elif cur:
            words.append(cur)
            cur = ""
    if cur:
        words.append(cur)
    return words
