"""What customers wrote about products: stars and a text."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd

from . import draws, timeline
from . import review_words as words
from .people import PER_UNIT as PEOPLE_PER_UNIT
from .people import people, second_from_signup
from .products import catalogue
from .review_texts import texts

COLUMNS = {
    "review_id": "BIGINT unique not null",
    "product_id": "BIGINT not null",
    "customer_id": "BIGINT not null",
    "rating": "BIGINT not null",
    "review_text": "VARCHAR",
    "review_ts": "TIMESTAMP not null",
    "verified": "BOOLEAN not null",
}
GROWS = "people"

PER_UNIT = 3_000
RATINGS = np.array([0.14, 0.06, 0.08, 0.20, 0.52])  # 1 to 5 stars
UNVERIFIED = 0.10
WAIT_DAYS, WAIT_SIGMA = 6.0, 1.0  # from delivery to review: lognormal
LABEL_NOISE = 0.08  # of texts follow another rating than their own
SARCASM = 0.03  # of texts: the opinions say the opposite of what is meant

MIXED_CASE = 0.15  # all capitals, no capitals, or capitals everywhere
CURLY = 0.50  # of the texts with an apostrophe spell it ’
DECOMPOSED = 0.33  # of the texts with an accent: letter and accent are two characters
EMOJI = 0.05
DIGITS = 0.03  # a word with digits, like 5stars
ENTITIES = 0.01  # HTML left in the text
FOREIGN = 0.01  # German or Russian
FARM, FARM_TEXTS, FARM_PRODUCTS = 0.03, 6, 4  # paid praise: few texts, few products, five stars
NO_TEXT = 0.02  # half of them NULL, half blank
_ACCENTED_LETTER = "[À-ÿ]"


def block(universe, number: int) -> pd.DataFrame:
    """The reviews of the people of block `number`."""
    rng = universe.rng("reviews", number)
    rows = pd.concat(
        [_verified(universe, number, rng), _unverified(universe, number, rng)], ignore_index=True
    )
    n = len(rows)
    rows["rating"] = _ratings(rng, rows["farm"].to_numpy())
    other = 1 + draws.pick(rng.random(n), RATINGS)
    rows["meant"] = np.where(rng.random(n) < LABEL_NOISE, other, rows["rating"])
    rows["sarcastic"] = rng.random(n) < SARCASM
    rows["review_text"] = _farmed(rng, rows, _texts(universe, rng, rows))
    rows["review_id"] = universe.first_id(PER_UNIT, number) + rng.permutation(n)
    return rows.loc[rng.permutation(n), list(COLUMNS)].reset_index(drop=True)


def _bought(universe, number: int) -> pd.DataFrame:
    """Who bought what, and when it was delivered (NaT if it never was), one row per pair."""
    orders = universe.block("orders", number)[["order_id", "customer_id"]]
    items = universe.block("order_items", number)[["order_id", "product_id"]]
    deliveries = universe.block("deliveries", number)
    deliveries = deliveries[deliveries["status"] == "delivered"].dropna()
    arrived = deliveries.groupby("order_id")["status_ts"].min().rename("arrived")
    pairs = items.merge(orders, on="order_id").merge(
        arrived, left_on="order_id", right_index=True, how="left"
    )
    pairs = pairs.sort_values(["customer_id", "product_id", "arrived", "order_id"])
    return pairs.drop_duplicates(["customer_id", "product_id"]).reset_index(drop=True)


def _is_known(universe, number: int, pairs: pd.DataFrame) -> pd.Series:
    """Which pairs have a customer of this block and a product of the catalogue."""
    position = pairs["customer_id"] - universe.first_id(PEOPLE_PER_UNIT, number)
    known = position.between(0, len(people(universe, number)) - 1)
    return known & (pairs["product_id"] <= len(catalogue(universe)))


def _verified(universe, number: int, rng: np.random.Generator) -> pd.DataFrame:
    """Reviews of delivered products by those who bought them."""
    n = universe.count(PER_UNIT, number) - round(UNVERIFIED * universe.count(PER_UNIT, number))
    pairs = _bought(universe, number)
    end = timeline.date(timeline.DAYS)[()]
    pairs = pairs[_is_known(universe, number, pairs) & (pairs["arrived"] < end)]
    wait = draws.lognormal(rng.random(len(pairs)), WAIT_DAYS, WAIT_SIGMA) * timeline.SECONDS
    written = pairs["arrived"].to_numpy() + wait.astype("timedelta64[s]")
    pairs = pairs.assign(review_ts=written)[written < end]
    pairs = pairs.iloc[rng.permutation(len(pairs))[:n]]
    return pairs[["product_id", "customer_id", "review_ts"]].assign(verified=True, farm=False)


def _unverified(universe, number: int, rng: np.random.Generator) -> pd.DataFrame:
    """Reviews by customers who did not buy the product here; among them the review farm's."""
    n = round(UNVERIFIED * universe.count(PER_UNIT, number))
    farm = round(FARM * universe.count(PER_UNIT, number))
    them = people(universe, number)
    tries = 2 * n + 20
    person = rng.integers(0, len(them), tries)
    first, last = them.first_day[person], them.last_day[person]
    day = first + (rng.random(tries) * (last - first + 1)).astype(np.int64)
    second = second_from_signup(them, person, day, rng.random(tries))
    goods = catalogue(universe)
    praised = draws.pick(rng.random(FARM_PRODUCTS), goods.popularity)
    product = draws.pick(rng.random(tries), goods.popularity)
    is_farm = np.arange(tries) < 2 * farm
    product[is_farm] = praised[rng.integers(0, FARM_PRODUCTS, is_farm.sum())]
    rows = pd.DataFrame(
        {
            "product_id": 1 + product,
            "customer_id": them.customer_id[person],
            "review_ts": timeline.moment(day, second),
            "verified": False,
            "farm": is_farm,
        }
    )
    bought = pd.MultiIndex.from_frame(_bought(universe, number)[["customer_id", "product_id"]])
    mine = pd.MultiIndex.from_frame(rows[["customer_id", "product_id"]])
    rows = rows[~mine.isin(bought) & ~mine.duplicated()]
    return pd.concat([rows[rows["farm"]].iloc[:farm], rows[~rows["farm"]].iloc[: n - farm]])


def _ratings(rng: np.random.Generator, farm: np.ndarray) -> np.ndarray:
    """Stars in exactly their shares; the review farm has five throughout."""
    n = len(farm)
    last = np.rint(np.cumsum(RATINGS) * n).astype(np.int64)
    stars = 1 + np.searchsorted(last, np.arange(n), side="right")
    rating = np.full(n, 5)
    rating[~farm] = rng.permutation(stars[: n - farm.sum()])  # the farm takes fives, at the end
    return rating


def _texts(universe, rng: np.random.Generator, rows: pd.DataFrame) -> np.ndarray:
    """A text for every row, with all that people and systems do to texts."""
    n = len(rows)
    meant, sarcastic = rows["meant"].to_numpy(), rows["sarcastic"].to_numpy()
    category = catalogue(universe).category[rows["product_id"].to_numpy() - 1]
    written = texts(rng, meant > 3, meant == 3, sarcastic, category)
    text = _restyled(rng, pd.Series(written, dtype=object))
    foreign = draws.some(rng, n, FOREIGN)
    for happy, phrases in words.FOREIGN.items():
        mine = foreign[(meant[foreign] > 3) == happy]
        text[mine] = np.array(phrases, dtype=object)[rng.integers(0, len(phrases), len(mine))]
    empty = draws.some(rng, n, NO_TEXT)
    text[empty[::2]] = None
    text[empty[1::2]] = np.array(["", "", " "], dtype=object)[rng.integers(0, 3, len(empty[1::2]))]
    return text.to_numpy(copy=True)


def _restyled(rng: np.random.Generator, text: pd.Series) -> pd.Series:
    """Case, apostrophes, accents, emoji, digits and HTML, each in its share of the texts."""
    n = len(text)
    case = draws.some(rng, n, MIXED_CASE)
    third = len(case) // 3
    text[case[:third]] = text[case[:third]].str.upper()
    text[case[third : 2 * third]] = text[case[third : 2 * third]].str.lower()
    text[case[2 * third :]] = text[case[2 * third :]].str.title()
    words_with_digits = np.array(words.DIGITS, dtype=object)
    some = draws.some(rng, n, DIGITS)
    text[some] = text[some] + " " + words_with_digits[rng.integers(0, len(words.DIGITS), len(some))]
    some = draws.some(rng, n, EMOJI)
    emoji = np.array(words.EMOJI, dtype=object)[rng.integers(0, len(words.EMOJI), len(some))]
    text[some] = text[some] + np.where(rng.random(len(some)) < 0.5, " ", "") + emoji
    with_apostrophe = np.flatnonzero(text.str.contains("'", regex=False))
    curly = with_apostrophe[draws.some(rng, len(with_apostrophe), CURLY)]
    text[curly] = text[curly].str.replace("'", "’", regex=False)
    accented = np.flatnonzero(
        ~text.map(str.isascii) & text.str.contains(_ACCENTED_LETTER, regex=True)
    )
    some = accented[draws.some(rng, len(accented), DECOMPOSED)]
    text[some] = text[some].map(lambda t: unicodedata.normalize("NFD", t))
    some = draws.some(rng, n, ENTITIES)
    escaped = text[some].str.replace(" and ", " &amp; ", regex=False)
    text[some] = "&quot;" + escaped.str.replace("'", "&#39;", regex=False) + "&quot;"
    return text


def _farmed(rng: np.random.Generator, rows: pd.DataFrame, text: np.ndarray) -> np.ndarray:
    """The texts, with those of the review farm replaced by copies of a few enthusiastic ones."""
    praise = (rows["rating"] == 5) & rows["verified"] & (rows["meant"] > 3) & ~rows["sarcastic"]
    source = np.flatnonzero(praise & (pd.Series(text).str.len() > 120).to_numpy(dtype=bool))
    farm = np.flatnonzero(rows["farm"])
    text[farm] = text[source[rng.integers(0, min(FARM_TEXTS, len(source)), len(farm))]]
    return text
