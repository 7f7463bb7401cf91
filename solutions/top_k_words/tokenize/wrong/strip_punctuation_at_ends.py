# You split at white space and strip punctuation from the ends of each piece, but inside a piece
# it stays: 'good/bad', 'wi-fi' and 'm2' are kept in one. Every character that is not part of a
# word separates, also in the middle.
# rule: letters
import string
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    pieces = (piece.strip(string.punctuation) for piece in text.split())
    return [piece for piece in pieces if piece]
