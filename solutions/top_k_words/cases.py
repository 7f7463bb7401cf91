"""Inputs for top_k_words: nasty strings one at a time, then random mixtures of them.

Characters that are invisible or easily mistaken for another are written as escapes.
"""

from grader.authoring import Case

E_ACUTE = "\u00e9"  # é as one character ...
E_AND_MARK = "e\u0301"  # ... and as e with a combining acute accent
CURLY = "\u2019"  # ’, the curly apostrophe
MODIFIER = "\u02bc"  # ʼ, the modifier letter apostrophe: a letter
NO_BREAK_SPACE = "\u00a0"


def cases(rng):
    yield from tokenize_by_hand()
    yield from top_k_words_by_hand()
    yield from merge_top_k_by_hand()
    for n in range(1, 11):
        yield Case(f"random text {n}", {"review": text(rng)}, answers=["tokenize"])
    for n in range(1, 16):
        yield Case(f"random reviews {n}", reviews(rng), answers=["top_k_words"])
    for n in range(1, 13):
        yield Case(f"random shards {n}", shards(rng), answers=["merge_top_k"])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    shards = inputs.get("shards", [])
    texts = [inputs.get("review"), *inputs.get("reviews", []), *inputs.get("banned", [])]
    texts += [word for shard in shards for word in shard]
    if any("\ud800" <= character <= "\udfff" for text in texts if text for character in text):
        return "Texts are valid Unicode, without lone surrogates."
    if any("" in shard for shard in shards):
        return "A word in a shard has at least one character."
    return None


# --- by hand ------------------------------------------------------------------------------------


def tokenize_by_hand():
    def case(name, review, words, rule):
        return Case(
            name, {"review": review}, rule=rule, expected={"tokenize": words}, answers=["tokenize"]
        )

    yield case("nothing special: two words", "good value", ["good", "value"], "letters")
    yield case("no review (None)", None, [], "all_words")
    yield case("an empty review", "", [], "all_words")
    yield case("a review without letters", " \t\n 42 -- '' \U0001f44d !", [], "all_words")
    yield case(
        "repeated words", "good good very good", ["good", "good", "very", "good"], "all_words"
    )
    yield case("a word of one letter", "I paid a lot", ["i", "paid", "a", "lot"], "letters")
    yield case("upper and lower case", "GREAT Great great", ["great"] * 3, "lower")
    yield case("punctuation at a word", "great, (great) great!", ["great"] * 3, "letters")
    yield case("punctuation inside", "good/bad,ok", ["good", "bad", "ok"], "letters")
    yield case("a hyphen", "wi-fi", ["wi", "fi"], "letters")
    yield case("a long dash", "fast\u2014very\u2013cheap", ["fast", "very", "cheap"], "letters")
    yield case("a digit at a word", "5stars 4you2", ["stars", "you"], "letters")
    yield case("a digit of another script", "top\u0663ten", ["top", "ten"], "letters")
    yield case("an underscore", "x_y __init__", ["x", "y", "init"], "letters")
    yield case("² and ½ are numbers, not letters", "m² ½cup", ["m", "cup"], "letters")
    yield case("a Roman numeral sign", "Louis\u2163th", ["louis", "th"], "letters")
    yield case("an emoji between words", "great\U0001f44dvalue", ["great", "value"], "letters")
    yield case("a no-break space", f"no{NO_BREAK_SPACE}break", ["no", "break"], "letters")
    yield case("line breaks and tabs", "one\ntwo\tthree", ["one", "two", "three"], "letters")
    yield case("an HTML entity", "nuts &amp; bolts", ["nuts", "amp", "bolts"], "letters")
    yield case("Cyrillic", "Отлично, спасибо!", ["отлично", "спасибо"], "letters")
    yield case("Han", "很好,质量不错。", ["很好", "质量不错"], "letters")
    yield case("Han numerals are letters", "三星 一", ["三星", "一"], "letters")
    yield case(
        "é as one character and as two",
        f"caf{E_ACUTE} caf{E_AND_MARK}",
        [f"caf{E_ACUTE}"] * 2,
        "normalise",
    )
    yield case("a mark that NFC leaves alone", "x\u0302y", ["x", "y"], "letters")
    yield case("NFC comes before lower()", "J\u030cob", ["j", "ob"], "normalise")
    yield case("ß is not ss", "Straße STRASSE", ["straße", "strasse"], "lower")
    yield case("the ligature \ufb01 stays", "\ufb01ne fine", ["\ufb01ne", "fine"], "normalise")
    yield case("lower() leaves a combining dot", "İstanbul", ["i", "stanbul"], "lower")
    yield case("sigma at the end of a word", "ΟΔΟΣ", ["οδος"], "lower")
    yield case("an apostrophe inside", "don't dont", ["don't", "dont"], "apostrophe")
    yield case("a curly apostrophe", f"Don{CURLY}t", ["don't"], "normalise")
    yield case(
        "straight, curly and none",
        f"don't Don{CURLY}t dont",
        ["don't", "don't", "dont"],
        "normalise",
    )
    yield case("an apostrophe in front", "'tis", ["tis"], "apostrophe")
    yield case("an apostrophe behind", "dogs' dogs", ["dogs", "dogs"], "apostrophe")
    yield case("curly quotation marks", f"\u2018fine{CURLY}", ["fine"], "apostrophe")
    yield case(
        "apostrophes at every edge",
        "'tis the dogs' 'n' rock",
        ["tis", "the", "dogs", "n", "rock"],
        "apostrophe",
    )
    yield case("a doubled apostrophe", "o''neil", ["o", "neil"], "apostrophe")
    yield case("several apostrophes in one word", "a'b'c", ["a'b'c"], "apostrophe")
    yield case("doubled and several", "o''neil a'b'c", ["o", "neil", "a'b'c"], "apostrophe")
    yield case("an apostrophe beside a digit", "90's a'1", ["s", "a"], "apostrophe")
    yield case("an apostrophe beside a mark", "x\u0302's", ["x", "s"], "apostrophe")
    yield case(
        "other signs that look like an apostrophe",
        "a`b c´d e\u2018f g\uff07h i\u2032j",
        list("abcdefghij"),
        "letters",
    )
    yield case(
        "a letter that looks like an apostrophe, U+02BC",
        f"don{MODIFIER}t don't {MODIFIER}n",
        [f"don{MODIFIER}t", "don't", f"{MODIFIER}n"],
        "letters",
    )
    yield case(
        "everything at once", "wi-fi 5stars m² x_y", ["wi", "fi", "stars", "m", "x", "y"], "letters"
    )


def top_k_words_by_hand():
    def case(name, reviews, banned, k, words, rule):
        return Case(
            name,
            {"reviews": reviews, "banned": banned, "k": k},
            rule=rule,
            expected={"top_k_words": words},
            answers=["top_k_words"],
        )

    yield case("the worked example", ["b a", "B c a"], [], 2, ["a", "b"], "ranking")
    yield case(
        "the example of the lesson",
        ["Great fit, great price", f"Price isn{CURLY}t great", None],
        ["Great "],
        2,
        ["price", "fit"],
        "ranking",
    )
    yield case("no reviews", [], ["bad"], 3, [], "occurrences")
    yield case("None and blank reviews", [None, "", " \n", "..."], [], 3, [], "occurrences")
    yield case(
        "None between reviews", ["ok", None, "ok fine"], [], 2, ["ok", "fine"], "occurrences"
    )

    yield case("the higher count wins", ["zoo zoo apple"], [], 1, ["zoo"], "ranking")
    yield case(
        "a tie inside the result", ["pear fig apple"], [], 3, ["apple", "fig", "pear"], "ranking"
    )
    yield case(
        "a tie across the k edge", ["pear fig apple fig"], [], 2, ["fig", "apple"], "ranking"
    )
    yield case("a tie over two reviews", ["pear", "apple"], [], 1, ["apple"], "ranking")
    yield case("a tie with a word that begins the other", ["ab a"], [], 1, ["a"], "ranking")
    yield case("é comes after z", [f"{E_ACUTE}clair zebra"], [], 1, ["zebra"], "ranking")

    yield case(
        "a tie in which one word has an apostrophe",
        ["done don't dont"],
        [],
        2,
        ["don't", "done"],
        "ranking",
    )

    yield case("k is 0", ["good bad"], [], 0, [], "k")
    yield case("k beyond the vocabulary", ["good bad good"], [], 5, ["good", "bad"], "k")
    yield case("k is negative", ["good bad"], [], -1, ValueError, "k")
    yield case("k is negative and there are no reviews", [], [], -3, ValueError, "k")

    yield case("only banned words", ["bad bad", "Bad!"], ["bad"], 2, [], "banned")
    yield case(
        "a banned word at the top",
        ["the the the good good bad"],
        ["the"],
        2,
        ["good", "bad"],
        "banned",
    )
    yield case(
        "the rest of the review counts", ["bad good good", "fine"], ["bad"], 1, ["good"], "banned"
    )
    yield case("banned in capitals", ["great fit"], ["GREAT"], 2, ["fit"], "banned")
    yield case("banned with spaces around", ["great fit"], [" great\n"], 2, ["fit"], "banned")
    yield case(
        "banned with a no-break space around",
        ["great fit"],
        [NO_BREAK_SPACE + "great"],
        2,
        ["fit"],
        "banned",
    )
    yield case("banned in capitals, with spaces", ["great fit"], [" Great "], 2, ["fit"], "banned")
    yield case(
        "banned with a curly apostrophe", ["don't buy"], [f"DON{CURLY}T"], 2, ["buy"], "banned"
    )
    yield case(
        "banned with a decomposed accent",
        [f"caf{E_ACUTE} fit"],
        [f"caf{E_AND_MARK}"],
        2,
        ["fit"],
        "banned",
    )
    yield case(
        "banned with the ligature \ufb01, which is not f and i",
        ["fine \ufb01ne"],
        ["\ufb01ne"],
        2,
        ["fine"],
        "banned",
    )
    yield case(
        "banned with an ß, which is not ss",
        ["straße strasse"],
        ["Straße"],
        2,
        ["strasse"],
        "banned",
    )
    yield case("banned with a sigma at the end", ["οδος fit"], ["ΟΔΟΣ"], 2, ["fit"], "banned")
    yield case("banned text inside a word", ["great fit"], ["at"], 2, ["fit", "great"], "banned")
    yield case(
        "banned text begins a word", ["greater fit"], ["great"], 2, ["fit", "greater"], "banned"
    )
    yield case(
        "a banned entry of two words",
        ["free shipping"],
        ["free shipping"],
        2,
        ["free", "shipping"],
        "banned",
    )
    yield case("a banned entry with a hyphen", ["wi-fi"], ["wi-fi"], 2, ["fi", "wi"], "banned")
    yield case(
        "a banned entry with punctuation", ["great fit"], ["great!"], 2, ["fit", "great"], "banned"
    )
    yield case(
        "an edge apostrophe in a banned entry", ["'tis ok"], ["'tis"], 2, ["ok", "tis"], "banned"
    )
    yield case("an empty banned entry", ["great fit"], ["", " "], 2, ["fit", "great"], "banned")
    yield case("a word banned twice", ["bad fit bad"], ["bad", "Bad", "poor"], 2, ["fit"], "banned")

    yield case(
        "several occurrences in one review",
        ["good good good", "bad", "bad"],
        [],
        1,
        ["good"],
        "occurrences",
    )
    yield case("the same review twice", ["nice", "nice", "good"], [], 1, ["nice"], "occurrences")
    yield case(
        "words at the joint of two reviews",
        ["great", "er deal"],
        [],
        3,
        ["deal", "er", "great"],
        "occurrences",
    )
    yield case("an apostrophe at the joint", ["don", "'t"], [], 2, ["don", "t"], "occurrences")
    yield case(
        "an accent at the joint", ["cafe", "\u0301 ok"], [], 2, ["cafe", "ok"], "occurrences"
    )
    yield case(
        "the winner is not in the first review", ["a", "b b", "c"], [], 1, ["b"], "occurrences"
    )

    yield case(
        "punctuation at the words to count", ["great, great fit"], [], 1, ["great"], "letters"
    )
    yield case(
        "capitals that only Python's lower() gets right",
        ["İstanbul ΟΔΟΣ"],
        [],
        3,
        ["i", "stanbul", "οδος"],
        "lower",
    )
    yield case("a digit at a word to count", ["5stars"], [], 2, ["stars"], "letters")
    yield case("an apostrophe in a word to count", ["don't"], [], 2, ["don't"], "apostrophe")
    yield case(
        "three spellings of one word",
        [f"Don{CURLY}t", "don't", "DON'T dont dont"],
        [],
        2,
        ["don't", "dont"],
        "normalise",
    )


def merge_top_k_by_hand():
    def case(name, shards, k, pairs, rule):
        return Case(
            name,
            {"shards": shards, "k": k},
            rule=rule,
            expected={"merge_top_k": pairs},
            answers=["merge_top_k"],
        )

    yield case(
        "second everywhere, first overall",
        [{"x": 5, "y": 4}, {"z": 5, "y": 4}, {"y": 1}],
        1,
        [("y", 9)],
        "totals",
    )
    yield case(
        "in no shard's top 1, first overall",
        [{"x": 5, "y": 4}, {"z": 5, "y": 4}],
        1,
        [("y", 8)],
        "totals",
    )
    yield case(
        "in no shard's top 2, first overall",
        [{"u": 5, "v": 5, "y": 4}, {"x": 5, "z": 5, "y": 4}],
        2,
        [("y", 8), ("u", 5)],
        "totals",
    )
    yield case("no shards", [], 3, [], "pairs")
    yield case("empty shards", [{}, {}], 3, [], "pairs")
    yield case("one shard", [{"a": 1, "b": 2}], 2, [("b", 2), ("a", 1)], "ranking")
    yield case("counts add up", [{"a": 3, "b": 5}, {"a": 3}], 2, [("a", 6), ("b", 5)], "totals")
    yield case("a lower count in the last shard", [{"a": 4}, {"a": 1}], 1, [("a", 5)], "totals")

    yield case("a total of 0", [{"a": 2, "b": 1}, {"a": -2}], 2, [("b", 1)], "totals")
    yield case("a count of 0", [{"a": 0, "b": 1}], 2, [("b", 1)], "totals")
    yield case("a negative total", [{"a": 2, "b": 1}, {"a": -3}], 2, [("b", 1)], "totals")
    yield case("nothing is left", [{"a": 1}, {"a": -1}], 2, [], "totals")
    yield case(
        "a correction after its count",
        [{"a": 5, "b": 4}, {"a": -2}],
        2,
        [("b", 4), ("a", 3)],
        "totals",
    )
    yield case(
        "a correction before its count",
        [{"a": -2}, {"a": 5, "b": 4}],
        2,
        [("b", 4), ("a", 3)],
        "totals",
    )

    yield case(
        "totals tie inside the result", [{"b": 1}, {"a": 1}], 2, [("a", 1), ("b", 1)], "ranking"
    )
    yield case(
        "totals tie across the k edge",
        [{"b": 2, "a": 2, "c": 2}],
        2,
        [("a", 2), ("b", 2)],
        "ranking",
    )
    yield case("the first word of a tie comes first", [{"a": 2, "b": 2}], 1, [("a", 2)], "ranking")
    yield case(
        "the first word of a tie comes last", [{"c": 2, "b": 2}, {"a": 2}], 1, [("a", 2)], "ranking"
    )
    yield case(
        "totals tie, and one word begins the other", [{"ab": 1, "a": 1}], 1, [("a", 1)], "ranking"
    )
    yield case(
        "the longer of two such words comes last", [{"a": 1, "ab": 1}], 1, [("a", 1)], "ranking"
    )
    yield case(
        "totals, not words, come first",
        [{"a": 1, "z": 9, "m": 5}],
        2,
        [("z", 9), ("m", 5)],
        "ranking",
    )
    yield case(
        "capitals sort before small letters",
        [{"a": 1, "Z": 1, E_ACUTE: 1}],
        2,
        [("Z", 1), ("a", 1)],
        "ranking",
    )

    yield case(
        "words are not normalised",
        [{"The": 2, "the": 3}, {" the": 1, f"don{CURLY}t": 4}],
        4,
        [(f"don{CURLY}t", 4), ("the", 3), ("The", 2), (" the", 1)],
        "as_they_are",
    )
    yield case(
        "an accent as one character and as two: two words",
        [{f"caf{E_ACUTE}": 2}, {f"caf{E_AND_MARK}": 3}],
        2,
        [(f"caf{E_AND_MARK}", 3), (f"caf{E_ACUTE}", 2)],
        "as_they_are",
    )
    yield case("k is 0, with shards", [{"a": 1}], 0, [], "k")
    yield case("k beyond the merged vocabulary", [{"a": 1, "b": 2}], 9, [("b", 2), ("a", 1)], "k")
    yield case("k is negative, with shards", [{"a": 1, "b": 1}], -1, ValueError, "k")
    yield case("k is negative and there are no shards", [], -1, ValueError, "k")
    yield case(
        "totals beyond 32 bits", [{"a": 2_000_000_000}] * 2, 1, [("a", 4_000_000_000)], "totals"
    )
    yield case(
        "totals that a float cannot hold",
        [{"a": 2**53, "b": 2**53}, {"b": 1}],
        2,
        [("b", 2**53 + 1), ("a", 2**53)],
        "totals",
    )
    yield many_words()


def many_words():
    """200,000 words once each, twenty of them a second time elsewhere: the top 10 cuts a tie."""
    words = [f"w{n:06}" for n in range(200_000)]
    twice = [*words[10_000::10_000], "v"]
    parts = [dict.fromkeys(reversed(words[start::4]), 1) for start in range(4)]
    return Case(
        "200,000 different words",
        {"shards": [*parts, dict.fromkeys(twice, 1), {"v": 1}], "k": 10},
        rule="speed",
        expected={"merge_top_k": [(word, 2) for word in sorted(twice)[:10]]},
        answers=["merge_top_k"],
        seconds=2,
    )


# --- random -------------------------------------------------------------------------------------

PIECES = [
    *[
        "good",
        "Good",
        "great",
        "GREAT",
        "fit",
        "a",
        "I",
        "at",
        "the",
        "Straße",
        "STRASSE",
        "İst",
        "ΟΔΟΣ",
    ],
    *[
        f"caf{E_ACUTE}",
        f"Caf{E_AND_MARK}",
        "\ufb01t",
        "m²",
        "½",
        "5",
        "x\u0302",
        "да",
        "好",
        "q\u0323",
    ],
    *["don't", f"Don{CURLY}t", "dont", "o'c'l", "\U0001d401ig", "ª", "\u2163"],
]
JOINTS = [
    *[" "] * 12,
    *[
        "'",
        CURLY,
        "''",
        "' ",
        " '",
        f"{CURLY} ",
        "\u2018",
        "`",
        "-",
        "_",
        ", ",
        ". ",
        "!",
        "/",
        "\n",
    ],
    *[NO_BREAK_SPACE, "7", "\u0301", "\U0001f44d", "\u2014", "&amp;", "\u200b", ""],
]


def text(rng, most=8):
    return "".join(rng.choice(PIECES) + rng.choice(JOINTS) for _ in range(rng.randint(1, most)))


def reviews(rng):
    """Few different words, so that ties and banned words in the top are frequent."""
    words = [
        "good",
        "Good",
        "fit",
        "fine",
        "great",
        "greater",
        "at",
        "don't",
        f"don{CURLY}t",
        f"caf{E_AND_MARK}",
    ]
    drawn = []
    for _ in range(rng.randint(0, 8)):
        kind = rng.random()
        if kind < 0.08:
            drawn.append(None)
        elif kind < 0.35:
            drawn.append(text(rng, 5))
        else:
            drawn.append(rng.choice([" ", ", "]).join(rng.choices(words, k=rng.randint(0, 5))))
    repeated = [review for review in drawn for _ in range(1 + (rng.random() < 0.15))]
    entries = [
        "good",
        " Great ",
        f"DON{CURLY}T",
        f"caf{E_AND_MARK}",
        "at",
        "fit",
        "good fit",
        "fine!",
        "wi-fi",
        "",
    ]
    return {
        "reviews": repeated,
        "banned": rng.sample(entries, rng.choice([0, 0, 1, 2, 4])),
        "k": rng.choice([0, 1, 2, 2, 3, 3, 4, 6, 50]),
    }


def shards(rng):
    words = ["a", "ab", "abc", "b", "B", "c", "don't", E_ACUTE, "z", "zz"]
    return {
        "shards": [
            {
                word: rng.choice([1, 1, 2, 2, 3, 4, 0, -1, -2])
                for word in rng.sample(words, rng.randint(0, 7))
            }
            for _ in range(rng.randint(0, 5))
        ],
        "k": rng.choice([0, 1, 2, 2, 3, 3, 4, 6, 50]),
    }
