"""Contact records of customers as three systems stored them: people, and copies of people."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import draws
from . import person_names as names

COLUMNS = {
    "record_id": "BIGINT unique not null",
    "email": "VARCHAR",
    "full_name": "VARCHAR",
    "phone": "VARCHAR",
    "city": "VARCHAR",
    "updated_at": "TIMESTAMP",
    "source": "VARCHAR not null",
}
GROWS = "people"

PERSONS = 3_600  # people per unit of scale
EXTRA_MEAN = 0.39  # extra copies per person: geometric
MOST_EXTRA = 6
STYLES = np.array([0.50, 0.20, 0.20, 0.10])  # ann.lee, annlee, a.lee, lee.ann
WITH_YEAR = 0.25  # addresses that end in two digits
DOT_PAIRS = 40  # pairs of different people whose addresses differ only by a dot
COPIES = {"exact": 0.25, "case": 0.25, "spaces": 0.15, "tag": 0.15, "newer": 0.20}
TWO_TAGS = 0.15  # of tagged copies: two plus signs
EMAIL_NULL, EMAIL_BLANK = 0.03, 0.01
NAME_NULL, NAME_INITIAL, NAME_UPPER = 0.02, 0.06, 0.06
PHONE_NULL = (0.12, 0.42)  # of first records, of later copies
CITY_NULL = (0.12, 0.22)
UPDATED_NULL = 0.05
UPDATED_EQUAL = 0.08  # of copies that are not exact: same updated_at as the first record
MOVED, NEW_PHONE = 0.30, 0.50  # of newer copies: another city, another number
HISTORY_DAYS = 364
CITY_ZIPF = 0.7
SOURCES = {"web": 0.55, "app": 0.30, "import": 0.15}
TAGS = np.array(["shop", "larkspur", "news", "orders", "sale", "home", "gift"], dtype=object)
END = np.datetime64("2025-07-01T00:00:00", "s")  # as_of is the last complete day


def block(universe, number: int) -> pd.DataFrame:
    """The records of the people of one unit of scale."""
    rng = universe.rng("customer_records", number)
    pairs = universe.count(DOT_PAIRS, number)
    persons = _persons(rng, universe.count(PERSONS, number), number, pairs)
    first = _first_records(rng, persons, pairs)
    rows = pd.concat([first, _copies(rng, first, persons)], ignore_index=True)
    rows["source"] = draws.choose(rng.random(len(rows)), SOURCES)
    first_id = universe.first_id(_rows_of(PERSONS), number)
    rows["record_id"] = first_id + rng.permutation(len(rows))  # ids say nothing about time
    return rows.loc[rng.permutation(len(rows)), list(COLUMNS)].reset_index(drop=True)


def _extra_quotas(persons: int) -> np.ndarray:
    """How many people have 1, 2, ... extra copies: fixed numbers, so that every block of the
    same share has the same number of rows and ids go on without a gap."""
    q = EXTRA_MEAN / (1 + EXTRA_MEAN)
    return np.array([round(persons * (1 - q) * q**k) for k in range(1, MOST_EXTRA + 1)])


def _rows_of(persons: int) -> int:
    quotas = _extra_quotas(persons)
    return persons + int((quotas * np.arange(1, MOST_EXTRA + 1)).sum())


def _persons(rng: np.random.Generator, count: int, number: int, pairs: int) -> pd.DataFrame:
    """One row per person: first, last, address (unique, and unique without its dots)."""
    first = names.FIRST_NAMES[rng.integers(0, len(names.FIRST_NAMES), count)]
    last = names.LAST_NAMES[rng.integers(0, len(names.LAST_NAMES), count)]
    domain = draws.choose(rng.random(count), names.DOMAINS)
    _pair_up(first, last, domain, pairs)
    local = _local_parts(rng, first, last, pairs)
    # Two people with one address would be one person: the later one gets a number of four digits
    # or more (years have two). In later blocks everybody does, so that blocks cannot collide.
    dotless = pd.Series(local + "@" + domain).str.replace(".", "", regex=False)
    taken = dotless.duplicated().to_numpy() | (number > 0)
    serial = (1_000 + number * PERSONS + np.arange(count)).astype(str).astype(object)
    serial[1 : 2 * pairs : 2] = serial[0 : 2 * pairs : 2]
    taken[1 : 2 * pairs : 2] = taken[0 : 2 * pairs : 2]
    local = local + np.where(taken, serial, "")
    local[1 : 2 * pairs : 2] = _without_dots(local[1 : 2 * pairs : 2])
    return pd.DataFrame({"first": first, "last": last, "address": local + "@" + domain})


def _local_parts(
    rng: np.random.Generator, first: np.ndarray, last: np.ndarray, pairs: int
) -> np.ndarray:
    """What stands before the @, in one of four styles, some with two digits of a year."""
    count = len(first)
    style = draws.pick(rng.random(count), STYLES)
    year = np.where(rng.random(count) < WITH_YEAR, rng.integers(60, 100, count).astype(str), "")
    style[: 2 * pairs], year[: 2 * pairs] = 2, ""
    low_first, low_last = pd.Series(first).str.lower(), pd.Series(last).str.lower()
    styles = [low_first + "." + low_last, low_first + low_last, low_first.str[0] + "." + low_last]
    conditions = [style == number for number in range(len(styles))]
    return np.select(conditions, styles, low_last + "." + low_first).astype(object) + year


def _pair_up(first: np.ndarray, last: np.ndarray, domain: np.ndarray, pairs: int) -> None:
    """Make people 0 and 1, 2 and 3, ... name-sakes by initial: John and Jane Smith."""
    even, odd = slice(0, 2 * pairs, 2), slice(1, 2 * pairs, 2)
    order = np.argsort(names.FIRST_NAMES.astype(str), kind="stable")
    ranked = names.FIRST_NAMES[order]
    rank = np.searchsorted(ranked.astype(str), first[even].astype(str))
    initials = np.array([name[0] for name in ranked])
    following = (rank + 1) % len(ranked)
    alike = initials[following] == initials[rank]
    other = np.where(alike, following, np.maximum(rank - 1, 0))
    first[odd], last[odd], domain[odd] = ranked[other], last[even], domain[even]


def _first_records(rng: np.random.Generator, persons: pd.DataFrame, pairs: int) -> pd.DataFrame:
    """What each person's record says the first time. The dot pairs keep their address."""
    count = len(persons)
    rows = pd.DataFrame({"person": np.arange(count), "email": persons["address"]})
    rows["full_name"] = persons["first"] + " " + persons["last"]
    rows["phone"] = _phones(rng, count)
    rows["city"] = _cities(rng, count)
    rows["updated_at"] = END - (1 + rng.random(count) ** 1.3 * HISTORY_DAYS * 86_400).astype(
        "timedelta64[s]"
    )
    rows = _with_gaps(rng, rows, later=False)
    rows.loc[: 2 * pairs - 1, "email"] = persons["address"]
    return rows


def _copies(rng: np.random.Generator, first: pd.DataFrame, persons: pd.DataFrame) -> pd.DataFrame:
    """The further records: exact copies, and copies with something changed."""
    quotas = _extra_quotas(len(persons))
    extra = np.zeros(len(persons), dtype=int)
    extra[: quotas.sum()] = np.repeat(np.arange(1, MOST_EXTRA + 1), quotas)
    owner = np.repeat(np.arange(len(persons)), rng.permutation(extra))
    kind = draws.choose(rng.random(len(owner)), COPIES)
    exact = first.loc[owner[kind == "exact"]]
    varied = _varied(rng, first.loc[owner[kind != "exact"]], persons, kind[kind != "exact"])
    return pd.concat([exact, varied], ignore_index=True)


def _varied(
    rng: np.random.Generator, rows: pd.DataFrame, persons: pd.DataFrame, kind: np.ndarray
) -> pd.DataFrame:
    """Copies that are not exact: another spelling of the address, later, with own gaps."""
    count = len(rows)
    owner = rows["person"].to_numpy()
    rows = rows.reset_index(drop=True)
    original = rows["updated_at"].to_numpy()
    rows["email"] = _disguised(rng, persons["address"].to_numpy(dtype=object)[owner], kind)
    name = (persons["first"] + " " + persons["last"]).to_numpy(dtype=object)[owner]
    short = (persons["first"].str[0] + ". " + persons["last"]).to_numpy(dtype=object)[owner]
    draw = rng.random(count)
    rows["full_name"] = np.select(
        [draw < NAME_INITIAL, draw < NAME_INITIAL + NAME_UPPER], [short, _upper(name)], name
    )
    newer = kind == "newer"
    number, moved = _phones(rng, count), _cities(rng, count)
    change_phone = (newer & (rng.random(count) < NEW_PHONE)) | rows["phone"].isna()
    change_city = (newer & (rng.random(count) < MOVED)) | rows["city"].isna()
    rows["phone"] = rows["phone"].where(~change_phone, number)
    rows["city"] = rows["city"].where(~change_city, moved)
    since = rows["updated_at"].fillna(pd.Timestamp("2024-07-01"))
    left = (END - since.to_numpy()).astype("timedelta64[s]").astype(float)
    later = since + pd.to_timedelta((left * rng.random(count)).astype(int), unit="s")
    rows["updated_at"] = later.astype("datetime64[s]")
    rows = _with_gaps(rng, rows, later=True)
    equal = rng.random(count) < UPDATED_EQUAL
    rows["updated_at"] = rows["updated_at"].where(~equal, original)
    return rows


def _disguised(rng: np.random.Generator, address: np.ndarray, kind: np.ndarray) -> np.ndarray:
    """The address as this copy spells it. Dots are never touched."""
    out = address.copy()
    way = rng.integers(0, 3, len(out))
    local, domain = _halves(address)
    pad = np.array([" ", "  ", ""], dtype=object)
    tags = "+" + TAGS[rng.integers(0, len(TAGS), len(out))]
    second = "+" + TAGS[rng.integers(0, len(TAGS), len(out))]
    tags = np.where(rng.random(len(out)) < TWO_TAGS, tags + second, tags)
    cased = np.select(
        [way == 0, way == 1], [_upper(address), _title(address)], local + "@" + _title(domain)
    )
    spaced = pad[way] + address + np.where(way == 2, " ", pad[rng.integers(0, 3, len(out))])
    for name, spelled in (
        ("case", cased),
        ("spaces", spaced),
        ("tag", local + tags + "@" + domain),
    ):
        out[kind == name] = spelled[kind == name]
    return out


def _with_gaps(rng: np.random.Generator, rows: pd.DataFrame, *, later: bool) -> pd.DataFrame:
    """The same rows with missing and blank values."""
    count = len(rows)
    draw = rng.random(count)
    blanks = np.array(["", "", " ", "   "], dtype=object)[rng.integers(0, 4, count)]
    blank = (draw >= EMAIL_NULL) & (draw < EMAIL_NULL + EMAIL_BLANK)
    rows["email"] = rows["email"].mask(blank, blanks).mask(draw < EMAIL_NULL)
    shares = {
        "full_name": NAME_NULL,
        "phone": PHONE_NULL[later],
        "city": CITY_NULL[later],
        "updated_at": UPDATED_NULL,
    }
    for column, share in shares.items():
        rows[column] = rows[column].mask(rng.random(count) < share)
    return rows


def _phones(rng: np.random.Generator, count: int) -> np.ndarray:
    """Numbers with the area code 555, which is not in use."""
    digits = rng.integers(0, 10_000_000, count)
    text = pd.Series(digits).astype(str).str.zfill(7)
    return ("555-" + text.str[:3] + "-" + text.str[3:]).to_numpy(dtype=object)


def _cities(rng: np.random.Generator, count: int) -> np.ndarray:
    return names.CITIES[
        draws.pick(rng.random(count), draws.zipf_weights(len(names.CITIES), CITY_ZIPF))
    ]


def _halves(address: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    parts = pd.Series(address).str.partition("@")
    return parts[0].to_numpy(dtype=object), parts[2].to_numpy(dtype=object)


def _upper(text: np.ndarray) -> np.ndarray:
    return pd.Series(text).str.upper().to_numpy(dtype=object)


def _title(text: np.ndarray) -> np.ndarray:
    return pd.Series(text).str.title().to_numpy(dtype=object)


def _without_dots(text: np.ndarray) -> np.ndarray:
    return pd.Series(text).str.replace(".", "", regex=False).to_numpy(dtype=object)
