"""Words that marketing does not want to see in a word cloud, exactly as they were typed."""

from __future__ import annotations

import pandas as pd

COLUMNS = {"word": "VARCHAR unique not null"}
GROWS = "fixed"

# Typed by people: capitals, spaces, a curly apostrophe, and two entries that are not one word.
WORDS = (
    "The;AND ;it;is;I; a;for;my;in;this;of;on;to;was;so;one;came;looks;says;feels;think;me;that;"
    "from;now;with;has;are;too;every;far;we;you;as;at;more;IT’S;doesn’t;free shipping;wi-fi"
)


def block(universe, number: int) -> pd.DataFrame:
    """The whole list."""
    words = pd.Series(WORDS.split(";"), dtype="str")
    order = universe.rng("banned_words").permutation(len(words))
    return pd.DataFrame({"word": words[order].reset_index(drop=True)})
