"""What slips are made in SQL, what is said about them, and that nothing else changes."""

from __future__ import annotations

import itertools
from dataclasses import replace

import duckdb
import pytest

from grader.bank import codefile
from grader.bank.cases import load_cases
from grader.bank.codefile import CodeFile
from grader.bank.folder import load_exercise
from grader.judge.reference import Reference
from grader.mutation.mutant import Facts, Mutant, facts_of
from grader.mutation.mutate import combined, mutants_of
from grader.mutation.sql.program import rewritten, slips

EXERCISES = (
    "deduplication",
    "funnel_analysis",
    "prime_retention",
    "retention_30_day",
    "sessionization",
    "top_sellers",
)
FACTS = Facts(
    nullable=frozenset({"city", "end_day", "seen_at"}),
    keys=frozenset({"id"}),
    tables=frozenset({"users", "visits", "params"}),
    single_row=frozenset({"params"}),
)


def mutants(text: str) -> list[Mutant]:
    return mutants_of(text, "sql", FACTS)


def flat(text: str) -> str:
    """One line, as the tables of expectations below are written."""
    return " ".join(text.split()).replace("( ", "(").replace(" )", ")")


def made(text: str, operator: str) -> dict[str, str]:
    """The mutants of one operator: their text and sentence."""
    return {flat(m.text): m.sentence for m in mutants(text) if m.operator == operator}


@pytest.mark.parametrize(
    ("operator", "text", "mutant"),
    [
        ("comparison boundary", "SELECT a >= b FROM users", "SELECT a > b FROM users"),
        ("comparison boundary", "SELECT a < b FROM users", "SELECT a <= b FROM users"),
        ("comparison direction", "SELECT a >= b FROM users", "SELECT a <= b FROM users"),
        ("equality widened", "SELECT d = 30 FROM users", "SELECT d >= 30 FROM users"),
        ("equality negated", "SELECT n = 'view' FROM users", "SELECT n <> 'view' FROM users"),
        (
            "range end",
            "SELECT d BETWEEN 1 AND 30 FROM users",
            "SELECT d > 1 AND d <= 30 FROM users",
        ),
        ("range end", "SELECT d BETWEEN 1 AND 30 FROM users", "SELECT d <= 30 FROM users"),
        (
            "condition dropped",
            "SELECT a FROM users WHERE x AND y AND z",
            "SELECT a FROM users WHERE x AND z",
        ),
        ("condition dropped", "SELECT a FROM users WHERE a > 1", "SELECT a FROM users"),
        (
            "condition dropped",
            "SELECT a, COUNT(*) FROM users GROUP BY a HAVING COUNT(*) > 1",
            "SELECT a, COUNT(*) FROM users GROUP BY a",
        ),
        ("OR side dropped", "SELECT x OR y FROM users", "SELECT y FROM users"),
        ("OR as AND", "SELECT x OR y FROM users", "SELECT x AND y FROM users"),
        ("AND as OR", "SELECT x AND y FROM users", "SELECT x OR y FROM users"),
        (
            "parentheses dropped",
            "SELECT a FROM users WHERE x AND (y OR z)",
            "SELECT a FROM users WHERE x AND y OR z",
        ),
        ("NOT dropped", "SELECT NOT was_member FROM users", "SELECT was_member FROM users"),
        ("NOT added", "SELECT a IN (1, 2) FROM users", "SELECT a NOT IN (1, 2) FROM users"),
        ("missing test negated", "SELECT a IS NULL FROM users", "SELECT a IS NOT NULL FROM users"),
        (
            "join kind",
            "SELECT u.a FROM users AS u LEFT JOIN visits AS v ON v.id = u.id",
            "SELECT u.a FROM users AS u JOIN visits AS v ON v.id = u.id",
        ),
        (
            "ON moved to WHERE",
            "SELECT u.a FROM users AS u LEFT JOIN visits AS v ON v.id = u.id AND v.x > 1",
            "SELECT u.a FROM users AS u LEFT JOIN visits AS v ON v.id = u.id WHERE v.x > 1",
        ),
        (
            "join key dropped",
            "SELECT a FROM users JOIN visits USING (id, day)",
            "SELECT a FROM users JOIN visits USING (day)",
        ),
        (
            "wrong side of the join",
            "SELECT u.id FROM users AS u LEFT JOIN visits AS v ON v.id = u.id",
            "SELECT v.id FROM users AS u LEFT JOIN visits AS v ON v.id = u.id",
        ),
        (
            "wrong column",
            "SELECT end_date > start_date FROM users WHERE end_date IS NULL OR start_date > due_date",
            "SELECT end_date > due_date FROM users WHERE end_date IS NULL OR start_date > due_date",
        ),
        ("aggregate changed", "SELECT MIN(a) FROM users", "SELECT MAX(a) FROM users"),
        ("aggregate changed", "SELECT AVG(a) FROM users", "SELECT SUM(a) FROM users"),
        (
            "COUNT DISTINCT dropped",
            "SELECT COUNT(DISTINCT a) FROM users",
            "SELECT COUNT(a) FROM users",
        ),
        (
            "COUNT(*) for COUNT(column)",
            "SELECT COUNT(city) FROM users",
            "SELECT COUNT(*) FROM users",
        ),
        ("DISTINCT dropped", "SELECT DISTINCT a FROM users", "SELECT a FROM users"),
        ("DISTINCT added", "SELECT a FROM users", "SELECT DISTINCT a FROM users"),
        (
            "FILTER dropped",
            "SELECT COUNT(*) FILTER (WHERE x) FROM users",
            "SELECT COUNT(*) FROM users",
        ),
        (
            "rank function",
            "SELECT ROW_NUMBER() OVER (ORDER BY a) FROM users",
            "SELECT RANK() OVER (ORDER BY a) FROM users",
        ),
        (
            "window function",
            "SELECT LAG(a) OVER (ORDER BY b) FROM users",
            "SELECT LEAD(a) OVER (ORDER BY b) FROM users",
        ),
        (
            "PARTITION BY dropped",
            "SELECT LAG(a) OVER (PARTITION BY c ORDER BY b) FROM users",
            "SELECT LAG(a) OVER (ORDER BY b) FROM users",
        ),
        (
            "order key dropped",
            "SELECT FIRST(a ORDER BY b DESC, c) FROM users",
            "SELECT FIRST(a ORDER BY b DESC) FROM users",
        ),
        (
            "order flipped",
            "SELECT LAG(a) OVER (ORDER BY b) FROM users",
            "SELECT LAG(a) OVER (ORDER BY b DESC) FROM users",
        ),
        (
            "missing values sorted",
            "SELECT FIRST(a ORDER BY city DESC) FROM users",
            "SELECT FIRST(a ORDER BY city DESC NULLS FIRST) FROM users",
        ),
        (
            "frame",
            "SELECT SUM(a) OVER (ORDER BY b) FROM users",
            "SELECT SUM(a) OVER (ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM users",
        ),
        ("constant", "SELECT d >= 30 FROM users", "SELECT d >= 31 FROM users"),
        ("constant", "SELECT UNNEST(range(31)) AS d", "SELECT UNNEST(RANGE(30)) AS d"),
        ("range start", "SELECT UNNEST(range(31)) AS d", "SELECT UNNEST(RANGE(1, 31)) AS d"),
        ("percent", "SELECT a / b FROM users", "SELECT 100.0 * a / b FROM users"),
        ("integer division", "SELECT a / b FROM users", "SELECT a // b FROM users"),
        ("unit", "SELECT EPOCH(a) / 60 FROM users", "SELECT EPOCH(a) FROM users"),
        (
            "zero for missing",
            "SELECT a / NULLIF(b, 0) FROM users",
            "SELECT COALESCE(a / NULLIF(b, 0), 0) FROM users",
        ),
        (
            "interval unit",
            "SELECT a + INTERVAL 7 DAY FROM users",
            "SELECT a + INTERVAL 7 HOUR FROM users",
        ),
        ("date direction", "SELECT d::DATE + 30 FROM users", "SELECT d::DATE - 30 FROM users"),
        (
            "month for days",
            "SELECT d::DATE + 30 FROM users",
            "SELECT d::DATE + INTERVAL 1 MONTH FROM users",
        ),
        (
            "elapsed time for days",
            "SELECT d::DATE + 30 FROM users",
            "SELECT d + INTERVAL 30 DAY FROM users",
        ),
        ("date_trunc dropped", "SELECT date_trunc('month', d) FROM users", "SELECT d FROM users"),
        ("time of day kept", "SELECT d::DATE FROM users", "SELECT d FROM users"),
        (
            "date_diff turned round",
            "SELECT date_diff('day', a, b) FROM users",
            "SELECT DATE_DIFF('DAY', b, a) FROM users",
        ),
        ("cleaning dropped", "SELECT LOWER(TRIM(e)) FROM users", "SELECT TRIM(e) FROM users"),
        ("COALESCE dropped", "SELECT COALESCE(a, 0) FROM users", "SELECT a FROM users"),
        ("NULLIF dropped", "SELECT NULLIF(a, '') FROM users", "SELECT a FROM users"),
        ("calculation", "SELECT SUM(q * p) FROM users", "SELECT SUM(q + p) FROM users"),
        ("other text", "SELECT n = 'a', n = 'b' FROM users", "SELECT n = 'b', n = 'b' FROM users"),
        (
            "capitals ignored",
            "SELECT n = 'view' FROM users",
            "SELECT LOWER(n) = 'view' FROM users",
        ),
        (
            "CASE branch dropped",
            "SELECT CASE WHEN a THEN 1 WHEN b THEN 2 END FROM users",
            "SELECT CASE WHEN b THEN 2 END FROM users",
        ),
        (
            "UNION",
            "SELECT a FROM users UNION ALL SELECT a FROM visits",
            "SELECT a FROM users UNION SELECT a FROM visits",
        ),
        (
            "GROUP BY key dropped",
            "SELECT a, b, COUNT(*) FROM users GROUP BY a, b",
            "SELECT a, ANY_VALUE(b) AS b, COUNT(*) FROM users GROUP BY a",
        ),
        ("LIMIT dropped", "SELECT a FROM users LIMIT 3", "SELECT a FROM users"),
        ("final order", "SELECT a FROM users ORDER BY a, b", "SELECT a FROM users ORDER BY a"),
        (
            "step skipped",
            "WITH known AS (SELECT a FROM users WHERE a > 1) SELECT COUNT(*) FROM known WHERE a < 9",
            "WITH known AS (SELECT a FROM users WHERE a > 1) "
            "SELECT COUNT(*) FROM users AS known WHERE a < 9",
        ),
    ],
)
def test_an_operator_makes_its_slip(operator, text, mutant):
    assert mutant in made(text, operator)


@pytest.mark.parametrize(
    ("text", "count"),
    [("SELECT a FROM users ORDER BY a", 0), ("SELECT a FROM users ORDER BY a LIMIT 3", 1)],
)
def test_an_order_that_is_not_graded_is_changed_only_where_limit_cuts_by_it(text, count):
    found = mutants_of(text, "sql", replace(FACTS, ordered=False))
    assert [mutant.operator for mutant in found].count("final order") == count


@pytest.mark.parametrize(
    ("operator", "text"),
    [
        ("missing values sorted", "SELECT FIRST(a ORDER BY id DESC) FROM users"),
        ("condition dropped", "SELECT a FROM users WHERE id IS NOT NULL"),
        ("DISTINCT added", "SELECT id, a FROM users"),
        ("rank function", "SELECT RANK() OVER (ORDER BY a, id) FROM users"),
        ("COUNT DISTINCT added", "SELECT COUNT(id) FROM users"),
        ("join kind", "SELECT a FROM users LEFT JOIN params ON params.as_of > users.a"),
        ("UNION", "SELECT 1 AS step, a FROM users UNION ALL SELECT 2, a FROM users"),
        (
            "join kind",
            "SELECT u.a FROM users AS u JOIN visits AS v ON v.id = u.id WHERE v.x > 1",
        ),
        ("constant", "SELECT COALESCE(a, 0) FROM users ORDER BY 1"),
    ],
)
def test_no_slip_is_made_that_cannot_matter(operator, text):
    assert not made(text, operator)


def test_the_sentence_says_which_way_the_slip_goes():
    assert made("SELECT end_day > start_day FROM users", "comparison boundary") == {
        "SELECT end_day >= start_day FROM users": "what falls exactly on the boundary of "
        "`end_day > start_day` is let through"
    }
    assert made("SELECT end_day >= start_day FROM users", "comparison boundary") == {
        "SELECT end_day > start_day FROM users": "what falls exactly on the boundary of "
        "`end_day >= start_day` is shut out"
    }


def test_a_quotation_does_not_need_the_names_of_the_solution():
    text = """
        WITH clicks AS (SELECT seen_at, lag(seen_at) OVER (ORDER BY seen_at) AS earlier FROM visits)
        SELECT COUNT(*) AS n FROM clicks AS c WHERE c.seen_at - c.earlier > INTERVAL 30 MINUTE
    """
    (sentence,) = made(text, "comparison boundary").values()
    assert "`seen_at - LAG(seen_at) > INTERVAL 30 MINUTE`" in sentence


def test_a_sentence_begins_with_the_result_column_it_is_for():
    text = "SELECT city, MIN(a) AS least, MIN(b) AS lowest FROM users GROUP BY city"
    assert list(made(text, "aggregate changed").values()) == [
        "for `least`, the largest `a` is taken instead of the smallest",
        "for `lowest`, the largest `b` is taken instead of the smallest",
        "the largest `a` is taken instead of the smallest, and the same slip is made in other places",
    ]


def test_two_columns_of_the_same_name_are_not_quoted_as_an_equation_or_a_share():
    join = "u.id = v.id AND u.seen_at > v.seen_at"
    text = f"SELECT u.city, COUNT(v.id) / COUNT(u.id) AS s FROM users AS u LEFT JOIN visits AS v ON {join}"
    assert (
        "rows without a partner are lost: whether `id` agrees is asked after the join instead of in it"
        in made(text, "ON moved to WHERE").values()
    )
    assert list(made(text, "share turned round").values()) == [
        "for `s`, a share is turned upside down"
    ]


def test_the_same_slip_is_also_made_everywhere():
    text = "SELECT a FROM users WHERE seen_at >= x AND seen_at >= y"
    changes = {m.change: flat(m.text) for m in mutants(text)}
    everywhere = changes["everywhere: seen_at … >= → >"]
    assert everywhere == "SELECT a FROM users WHERE seen_at > x AND seen_at > y"


def test_two_slips_in_one_program():
    text = "SELECT MIN(a) FROM users WHERE b >= 2"
    by_operator = {m.operator: m.slip for m in mutants(text)}
    lowest, bound = by_operator["aggregate changed"], by_operator["comparison boundary"]
    both = combined(text, "sql", lowest, bound)
    assert both is not None and flat(both) == "SELECT MAX(a) FROM users WHERE b > 2"
    assert combined(text, "sql", bound, by_operator["constant"]) is None  # one inside the other


def test_both_conditions_dropped_leaves_no_where():
    text = "SELECT a FROM users WHERE x AND y"
    first, second = [m.slip for m in mutants(text) if m.operator == "condition dropped"]
    both = combined(text, "sql", first, second)
    assert both is not None and flat(both) == "SELECT a FROM users"


@pytest.mark.parametrize("text", ["SELECT FROM WHERE", "", "DROP TABLE users"])
def test_what_is_no_query_is_refused(text):
    with pytest.raises(ValueError):
        list(slips(text, FACTS))


# The worked solutions


def queries():
    for name in EXERCISES:
        exercise = load_exercise(name)
        for answer in exercise.answers.values():
            if answer.kind == "query":
                yield pytest.param(exercise, answer, id=f"{name}/{answer.name}")


@pytest.mark.parametrize(("exercise", "answer"), list(queries()))
def test_mutants_of_a_solution_are_queries_distinct_and_the_same_each_time(exercise, answer):
    text = codefile.solution(exercise, answer).text
    facts = facts_of(exercise, answer)
    found = mutants_of(text, "sql", facts)
    assert [s.change for s in slips(text, facts)] == [s.change for s in slips(text, facts)]
    assert len({m.text for m in found}) == len({m.change for m in found}) == len(found) >= 10
    connection = duckdb.connect()
    for mutant in found:
        assert len(connection.extract_statements(mutant.text)) == 1, mutant.change
        assert len(mutant.change) <= 125
        sentence = mutant.sentence
        assert not sentence.endswith((".", " ")) and "  " not in sentence
        assert sentence[0] in "`" or sentence[0].islower()
        assert sentence.count("`") % 2 == 0


@pytest.mark.parametrize("name", EXERCISES)
def test_the_canonical_text_gives_what_the_solution_gives(name):
    exercise = load_exercise(name)
    cases = load_cases(exercise)
    reference = Reference(exercise)
    for answer in exercise.answers.values():
        if answer.kind != "query":
            continue
        solution = codefile.solution(exercise, answer)
        text = rewritten(solution.text, {})
        assert text is not None
        canonical = CodeFile(solution.path.with_name("canonical.sql"), "sql", text)
        for case in itertools.islice(cases.for_answer(answer.name), 8):
            expected = reference.outcome(solution, answer.name, case.inputs)
            outcome = reference.outcome(canonical, answer.name, case.inputs)
            assert outcome.failure is None
            assert outcome.value == expected.value
