# You split at white space only, so punctuation sticks to its word: 'great,' and 'great' become
# two different words. Keep letters and inner apostrophes, and let every other character separate.
# rule: letters
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return text.split()
