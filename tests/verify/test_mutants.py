"""``verify`` demands that a case catches every mutant, or that its equivalence is explained."""

from __future__ import annotations

import pytest

from grader.bank import load_exercise
from grader.verify import verify_exercise
from grader.verify.matrix import matrix_page
from grader.verify.summary import Explained, outdated, summary, write_summary

ANSWER = "solutions/spending/customer_spend"
SHARES = "solutions/spending/spend_shares"


def proof_of(home):
    return verify_exercise("spending", notebooks=False)


def finding(proof, words):
    found = [f for f in proof.findings if words in f.what or words in f.where]
    assert found, proof.findings
    return found[0]


def without_case(home, name, until):
    """Remove one hand-made case: the text from its yield up to the next one."""
    path = home / "solutions/spending/cases.py"
    text = path.read_text()
    start = text.rindex("    yield case(", 0, text.index(f'"{name}"'))
    end = text.index("    yield case(", start + 5) if until is None else text.index(until, start)
    path.write_text(text[:start] + text[end:])


def test_every_mutant_of_the_toy_exercises_is_caught_or_explained(toy_copy):
    proof = proof_of(toy_copy)
    assert proof.holds, proof.findings
    assert proof.mutants == proof.killed + proof.equivalent
    assert proof.mutants > 40


def test_a_mutant_that_no_case_catches_is_named_with_what_it_does(toy_copy):
    path = toy_copy / SHARES / "equivalent.toml"
    path.unlink()
    found = proof_of(toy_copy).findings
    assert found
    assert all("mutant: " in f.where and f.what.startswith("No case catches it (") for f in found)
    assert "list it in equivalent.toml with the reason" in found[0].remedy


def test_a_listed_mutant_that_a_case_catches_is_a_finding(toy_copy):
    change = "o.ordered_on <= p.as_of → o.ordered_on < p.as_of"
    path = toy_copy / ANSWER / "equivalent.toml"
    old = path.read_text() if path.exists() else ""
    path.write_text(f'{old}\n[[sql]]\nreason = "It is not."\nmutants = ["{change}"]\n')
    found = finding(proof_of(toy_copy), "It is listed as equivalent, and the case")
    assert change in found.where
    assert found.remedy == "Remove it from equivalent.toml."


def test_a_listed_mutant_that_is_not_made_is_a_finding(toy_copy):
    path = toy_copy / ANSWER / "equivalent.toml"
    old = path.read_text() if path.exists() else ""
    path.write_text(f'{old}\n[[sql]]\nreason = "Gone."\nmutants = ["a → b"]\n')
    assert finding(proof_of(toy_copy), 'is not made: "a → b"').remedy == "Remove it."


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[sql]]\nmutants = ["a"]\n', "an entry holds mutants"),
        ('[[sql]]\nreason = " "\nmutants = ["a"]\n', "an entry holds reason, mutants"),
        ('[[julia]]\nreason = "x"\nmutants = ["a"]\n', '"julia" is unknown'),
        ('[[sql]]\nreason = "x"\nmutants = ["a", "a"]\n', '"a" is listed twice'),
        ("[[sql\n", "equivalent.toml: "),
    ],
    ids=["no reason", "an empty reason", "no such language", "twice", "no TOML"],
)
def test_a_list_that_cannot_be_read_names_itself(toy_copy, text, complaint):
    (toy_copy / ANSWER / "equivalent.toml").write_text(text)
    assert complaint in finding(proof_of(toy_copy), "customer_spend/equivalent.toml").what


def test_cases_on_which_nothing_fails_are_reported_and_no_fault(toy_copy):
    proof = proof_of(toy_copy)
    assert proof.holds
    assert proof.idle == ["nothing at all"]


def test_what_was_proved_is_remembered_until_it_changes(toy_copy):
    first, second = proof_of(toy_copy), proof_of(toy_copy)
    assert (first.remembered, second.remembered) == (0, 3)
    assert second.mutants == first.mutants
    assert second.caught == first.caught
    right = toy_copy / SHARES / "right/dictionaries.py"
    right.write_text(right.read_text() + "\n# another thought\n")
    assert proof_of(toy_copy).remembered == 1  # customer_spend; the bonus rests on all files


def test_a_proof_that_fails_is_never_remembered(toy_copy):
    (toy_copy / SHARES / "equivalent.toml").unlink()
    assert not proof_of(toy_copy).holds
    assert not proof_of(toy_copy).holds


def test_the_matrix_shows_every_program_on_every_case(toy):
    exercise = load_exercise("spending")
    page = matrix_page(exercise)
    for words in (
        "inner_join.sql",
        "two customers of one name",
        "Kill matrix: Spending per customer",
    ):
        assert words in page
    assert "o.ordered_on &lt;= p.as_of → o.ordered_on &lt; p.as_of" in page


def test_the_table_of_the_readme_is_written_and_watched(toy_copy):
    (toy_copy / "README.md").write_text("Before\n<!-- proofs -->\n<!-- end of proofs -->\nAfter\n")
    proof = proof_of(toy_copy)
    assert outdated([proof])[0].remedy == "Run: workbook verify --readme"
    write_summary(summary([proof], [Explained([1, 2, 2, 7], wrong=5, diagnosed=4)]))
    text = (toy_copy / "README.md").read_text()
    assert outdated([proof]) == []
    assert "| 2, 7 | 4 of 5 |" in text
    assert text.startswith("Before\n") and text.endswith("After\n")
