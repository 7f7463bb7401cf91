# You keep every apostrophe, also at the edge of a word or doubled: 'tis and tis, dogs' and dogs
# become different words. An apostrophe belongs to a word only when a letter stands directly
# before and directly after it.
# rule: apostrophe
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return "".join(c if c.isalpha() or c == "'" else " " for c in text).split()
