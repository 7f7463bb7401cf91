"""Writes reviews: draws sentences and fills their slots, for all reviews at once.

Words are numbers of one vocabulary until the very end, so that nothing here loops over reviews.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from . import draws, products
from . import review_sentences as sentences
from . import review_words as words

SENTENCES_MEAN = 2.8  # beyond the first: geometric
MOST_WORDS = 60
GROUPS = {  # what a sentence is about
    "opening": 0.28,
    "opinion": 0.34,
    "fact": 0.08,
    "detail": 0.20,
    "dont": 0.11,
    "accented": 0.03,
}
TEMPLATE_ZIPF, OPINION_ZIPF, CONTEXT_ZIPF = 0.6, 1.0, 0.9
COMMON_ASPECT = 0.45  # of aspects are those that every product has
HAS_OPINION = 0.92  # of texts have at least one opinion
NEGATION = 0.12  # of writers say the opposite and negate it ...
NEGATED_ZIPF = 1.4  # simple words are negated: "not good", seldom "not exquisite"
NEGATED = (0.02, 0.85)  # ... in this share of their opinions: the others, and they
ENDS = {".": 0.82, "!": 0.14, "...": 0.04}

_CONTEXT = {
    "{who}": words.WHO,
    "{when}": words.WHEN,
    "{where}": words.WHERE,
    "{thing}": words.THING,
    "{accented}": words.ACCENTED,
}
_OPINION, _ASPECT = "{op}", "{aspect}"


@dataclass(frozen=True)
class _Language:
    """The vocabulary (phrases, the same with a capital, how many words) and the templates.

    Templates are one ragged array of vocabulary numbers. `first` says where the choices of a slot
    begin in the vocabulary; the slot itself has a number too and is replaced.
    """

    phrases: np.ndarray
    capitals: np.ndarray
    sizes: np.ndarray
    first: dict[str, int]
    slots: dict[str, int]
    tokens: np.ndarray
    start: np.ndarray
    length: np.ndarray
    groups: dict[tuple[str, object], np.ndarray]


def texts(
    rng: np.random.Generator,
    positive: np.ndarray,
    mixed: np.ndarray,
    sarcastic: np.ndarray,
    category: np.ndarray,
) -> np.ndarray:
    """One English text per review.

    `positive` is the side the text is on; `mixed` texts are on both; the opinions of `sarcastic`
    ones say the opposite. `category` is the product's, a position in products.CATEGORIES.
    """
    language = _language()
    n = len(positive)
    count = 1 + draws.geometric(rng.random(n), SENTENCES_MEAN)
    review = np.repeat(np.arange(n), count)
    side = np.where(mixed[review], rng.random(len(review)) < 0.5, positive[review])
    opinion = np.cumsum(count) - count + (rng.random(n) * count).astype(np.int64)
    opinion = opinion[rng.random(n) < HAS_OPINION]
    negating = np.where(rng.random(n) < NEGATION, NEGATED[1], NEGATED[0])
    aspect = _aspects(rng, category[review])
    template = _templates(rng, language, side, aspect, opinion)
    length = language.length[template]
    sentence = np.repeat(np.arange(len(review)), length)
    place = np.arange(len(sentence)) - np.repeat(np.cumsum(length) - length, length)
    token = language.tokens[language.start[template][sentence] + place]
    said = side ^ sarcastic[review]
    token = _filled(
        rng, language, token, said[sentence], negating[review][sentence], aspect[sentence]
    )
    kept = _fresh(language, template, review)
    kept &= _up_to(MOST_WORDS, language.sizes[token] * kept[sentence], sentence, review)
    kept = kept[sentence]
    return _written(rng, language, token[kept], review[sentence[kept]], place[kept])


@functools.cache
def _language() -> _Language:
    """The vocabulary and the templates, compiled."""
    choices = {_ASPECT: tuple(words.ASPECTS), **_CONTEXT}
    phrases: list[str] = [*words.POSITIVE, *words.NEGATIVE]
    phrases += [f"not {word}" for word in phrases]
    first = {_OPINION: 0}
    for slot, choice in choices.items():
        first[slot] = len(phrases)
        phrases += choice
    number = {phrase: n for n, phrase in enumerate(phrases)}
    groups, templates = _grouped()
    tokens = []
    for word in " ".join(templates).split():
        if word not in number:
            number[word] = len(phrases)
            phrases.append(word)
        tokens.append(number[word])
    length = np.array([len(template.split()) for template in templates])
    return _Language(
        phrases=np.array(phrases, dtype=object),
        capitals=np.array([p[0].upper() + p[1:] for p in phrases], dtype=object),
        sizes=np.array([len(p.replace("-", " ").split()) for p in phrases]),
        first=first,
        slots={slot: number[slot] for slot in (_OPINION, *choices)},
        tokens=np.array(tokens),
        start=np.cumsum(length) - length,
        length=length,
        groups=groups,
    )


def _grouped() -> tuple[dict[tuple[str, object], np.ndarray], list[str]]:
    """All templates in one list, and which of them belong to (group, side or aspect)."""
    parts: dict[tuple[str, object], tuple[str, ...]] = {}
    for side in (True, False):
        parts["opening", side] = sentences.OPENING
        parts["opinion", side] = sentences.OPINION
        parts["accented", side] = sentences.ACCENTED
        parts["fact", side] = sentences.FACT[side]
        parts["dont", side] = sentences.DONT[side]
    for aspect, details in sentences.DETAIL.items():
        parts["detail", aspect] = details
    groups: dict[tuple[str, object], np.ndarray] = {}
    templates: list[str] = []
    for key, part in parts.items():
        groups[key] = len(templates) + np.arange(len(part))
        templates += part
    return groups, templates


def _aspects(rng: np.random.Generator, category: np.ndarray) -> np.ndarray:
    """For each sentence an aspect (a position in words.ASPECTS) that fits the product."""
    position = {name: n for n, name in enumerate(words.ASPECTS)}
    common = np.array([position[name] for name in words.COMMON_ASPECTS])
    own = np.array([[position[a] for a in words.CATEGORY_ASPECTS[c]] for c in products.CATEGORIES])
    n = len(category)
    of_all = common[draws.pick(rng.random(n), draws.zipf_weights(len(common), TEMPLATE_ZIPF))]
    of_its_own = own[category, rng.integers(0, own.shape[1], n)]
    return np.where(rng.random(n) < COMMON_ASPECT, of_all, of_its_own)


def _templates(
    rng: np.random.Generator,
    language: _Language,
    side: np.ndarray,
    aspect: np.ndarray,
    opinion: np.ndarray,
) -> np.ndarray:
    """For each sentence the template: first what it is about, then one of those.

    The sentences `opinion` are opinions in any case.
    """
    n = len(side)
    about = draws.choose(rng.random(n), GROUPS)
    about[opinion] = "opinion"
    names = np.array(list(words.ASPECTS), dtype=object)
    uniform = rng.random(n)
    template = np.zeros(n, dtype=np.int64)
    for (group, key), numbers in language.groups.items():
        of = names[aspect] == key if group == "detail" else side == key
        mine = np.flatnonzero((about == group) & of)
        weights = draws.zipf_weights(len(numbers), TEMPLATE_ZIPF)
        template[mine] = numbers[draws.pick(uniform[mine], weights)]
    return template


def _filled(
    rng: np.random.Generator,
    language: _Language,
    token: np.ndarray,
    side: np.ndarray,
    negating: np.ndarray,
    aspect: np.ndarray,
) -> np.ndarray:
    """The tokens with every slot replaced by a phrase."""
    token = token.copy()
    here = np.flatnonzero(token == language.slots[_ASPECT])
    token[here] = language.first[_ASPECT] + aspect[here]
    here = np.flatnonzero(token == language.slots[_OPINION])
    negated = rng.random(len(here)) < negating[here]
    size = len(words.POSITIVE)
    uniform = rng.random(len(here))
    word = np.where(
        negated,
        draws.pick(uniform, draws.zipf_weights(size, NEGATED_ZIPF)),
        draws.pick(uniform, draws.zipf_weights(size, OPINION_ZIPF)),
    )
    token[here] = word + size * (side[here] == negated) + 2 * size * negated
    for slot, choice in _CONTEXT.items():
        here = np.flatnonzero(token == language.slots[slot])
        weights = draws.zipf_weights(len(choice), CONTEXT_ZIPF)
        token[here] = language.first[slot] + draws.pick(rng.random(len(here)), weights)
    return token


def _fresh(language: _Language, template: np.ndarray, review: np.ndarray) -> np.ndarray:
    """Which sentences do not repeat an earlier one of their review (opinions may)."""
    key = review * len(language.start) + template
    fresh = np.isin(template, language.groups["opinion", True])
    fresh[np.unique(key, return_index=True)[1]] = True
    return fresh


def _up_to(most: int, sizes: np.ndarray, sentence: np.ndarray, review: np.ndarray) -> np.ndarray:
    """Which sentences stay when every review ends after `most` words at a full stop."""
    size = np.bincount(sentence, weights=sizes).astype(np.int64)
    total = np.cumsum(size)
    before = (total - size)[np.append(True, review[1:] != review[:-1])]
    return total - before[review] <= most


def _written(
    rng: np.random.Generator,
    language: _Language,
    token: np.ndarray,
    review: np.ndarray,
    place: np.ndarray,
) -> np.ndarray:
    """The texts: capitals at the start of a sentence, a mark at its end."""
    starts = place == 0
    text = np.where(starts, language.capitals[token], language.phrases[token])
    ends = np.append(starts[1:], True)
    text[ends] = text[ends] + draws.choose(rng.random(ends.sum()), ENDS)
    new = np.append(True, review[1:] != review[:-1])
    text[new] = "\n" + text[new]  # one long string, cut at the line ends: much faster than joins
    return np.array(" ".join(text.tolist())[1:].split(" \n"), dtype=object)
