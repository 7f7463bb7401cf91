# Unicode categories (a letter is L*) and itertools.groupby.
import unicodedata
from itertools import groupby


def tokenize(review):
    text = list(
        unicodedata.normalize("NFC", "" if review is None else review)
        .replace("\u2019", "'")
        .lower()
    )

    def letter(i):
        return 0 <= i < len(text) and unicodedata.category(text[i]).startswith("L")

    def in_word(i):
        return letter(i) or (text[i] == "'" and letter(i - 1) and letter(i + 1))

    runs = groupby(range(len(text)), key=in_word)
    return ["".join(text[i] for i in run) for is_word, run in runs if is_word]
