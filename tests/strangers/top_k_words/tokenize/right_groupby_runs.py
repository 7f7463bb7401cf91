# itertools.groupby on letters, joined again over a single apostrophe
import unicodedata
from itertools import groupby


def tokenize(review: str | None) -> list[str]:
    if not review:
        return list()
    s = unicodedata.normalize("NFC", str(review)).translate({0x2019: 0x27}).lower()
    runs = [("".join(g), letter) for letter, g in groupby(s, key=str.isalpha)]
    out, glue = [], False
    for text, letter in runs:
        if letter:
            if glue and out:
                out[-1] = out[-1] + "'" + text
            else:
                out.append(text)
            glue = False
        else:
            glue = text == "'"
    return out
