import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()

    # Look at every character together with its two neighbours; a space stands outside both ends.
    padded = f" {text} "
    kept = []
    for before, character, after in zip(padded, padded[1:], padded[2:], strict=False):
        inside_a_word = character == "'" and before.isalpha() and after.isalpha()
        kept.append(character if character.isalpha() or inside_a_word else " ")

    # Everything that is no part of a word is a space by now.
    return "".join(kept).split()
