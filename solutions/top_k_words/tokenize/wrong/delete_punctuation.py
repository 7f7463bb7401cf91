# You delete punctuation instead of separating at it, so neighbours grow together: 'don't' merges
# with 'dont', 'wi-fi' becomes 'wifi'. Put a space where an unwanted character stood, and keep an
# apostrophe between two letters.
# rule: letters
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return "".join(c for c in text if c.isalpha() or c.isspace()).split()
