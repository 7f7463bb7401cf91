"""``verify`` finds each kind of fault in a broken exercise folder, and names the remedy."""

from __future__ import annotations

import pytest

from grader.verify import verify_all, verify_exercise

QUERY = "solutions/spending/customer_spend"


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def rewrite(file, text):
    return lambda home: (home / file).write_text(text)


def change(file, old, new):
    return lambda home: edit(home / file, old, new)


def remove(file):
    return lambda home: (home / file).unlink()


FAULTS = {
    "the second solution is wrong": (
        change(f"{QUERY}/solution.py", "<=", "<"),
        "spending/customer_spend/solution.py",
        'It disagrees with the other solution on case "ordered on as_of, and the day after"',
        "Read the contract: one of the two is wrong.",
    ),
    "a result worked out by hand is not what the solution gives": (
        change("solutions/spending/cases.py", "(1, 2, 6.5)", "(1, 2, 7.5)"),
        'spending/customer_spend, case "two orders of one customer"',
        "The solution does not give what was worked out by hand",
        "Work the case out again; then mend the solution or the case.",
    ),
    "the worked solution fails": (
        rewrite(f"{QUERY}/solution.sql", "SELECT nothing"),
        "spending",
        "The worked solution of customer_spend fails: Binder Error",
        "Mend the solution, or the case that it fails on.",
    ),
    "a right answer is rejected": (
        change(f"{QUERY}/right/subqueries.sql", "<=", "<"),
        "spending/customer_spend/right/subqueries.sql",
        "It is rejected on case",
        "Mend it, or the solution if this answer is right.",
    ),
    "a wrong answer is right": (
        change(f"{QUERY}/wrong/as_of_left_out_too.py", "<", "<="),
        "spending/customer_spend/wrong/as_of_left_out_too.py",
        "No case catches it.",
        "Add a case that does.",
    ),
    "two wrong answers are alike and do not say so": (
        change(f"{QUERY}/wrong/as_of_left_out_too.py", "# same as: as_of_left_out\n", ""),
        "spending/customer_spend/wrong",
        "as_of_left_out and as_of_left_out_too are alike on every case.",
        "Add a case that tells them apart, or declare 'same as: as_of_left_out_too'.",
    ),
    "two wrong answers are told apart and say they are alike": (
        change(f"{QUERY}/wrong/counts_rows.sql", "-- rule: nothing", "-- same as: inner_join"),
        "spending/customer_spend/wrong",
        "counts_rows and inner_join are told apart.",
        "Remove the line 'same as'.",
    ),
    "a wrong answer stops with an error": (
        change(f"{QUERY}/wrong/inner_join.sql", "COUNT(*)", "COUNT(nothing)"),
        "spending/customer_spend/wrong/inner_join.sql",
        "Nobody is ever told its diagnosis.",
        "Let it give a wrong result on every case.",
    ),
    "a wrong answer says nothing": (
        change(f"{QUERY}/wrong/inner_join.sql", "-- An inner join loses the customers without orders. "
               "Keep them with a LEFT JOIN.\n", ""),
        "spending",
        "solutions/spending/customer_spend/wrong/inner_join.sql has no diagnosis.",
        "Begin it with a comment that tells the learner what goes wrong and what to do.",
    ),
    "a wrong answer cites a rule that is not there": (
        change(f"{QUERY}/wrong/inner_join.sql", "rule: everyone", "rule: everybody"),
        "spending/customer_spend/wrong/inner_join",
        'It cites the rule "everybody", which is not on the card of customer_spend.',
        "Use a key of [rules] or of the answer's rules.",
    ),
    "a synonym of nothing": (
        change(f"{QUERY}/wrong/as_of_left_out_too.py", "same as: as_of_left_out", "same as: nothing"),
        "spending/customer_spend/wrong/as_of_left_out_too",
        "same as: nothing is no file here.",
        "Name the other file without its ending.",
    ),
    "too few right answers": (
        remove(f"{QUERY}/right/loop.py"),
        "spending/customer_spend/right",
        "It holds 1 answers.",
        "Add other styles: two at least.",
    ),
    "no hints": (
        change("solutions/spending/exercise.toml", 'hints = ["Use customer_spend."]', "hints = []"),
        "spending/spend_shares",
        "It has no hints.",
        "Add hints in exercise.toml.",
    ),
    "a file that nobody reads": (
        rewrite("solutions/spending/notes.txt", "?"),
        "spending/notes.txt",
        "Nothing reads this file.",
        "Delete or rename it.",
    ),
    "a file of an answer that nobody reads": (
        rewrite(f"{QUERY}/wrong/notes.md", "?"),
        "spending/customer_spend/wrong/notes.md",
        "Nothing reads this file.",
        "Delete or rename it.",
    ),
    "a case cites a rule that is not there": (
        change("solutions/spending/cases.py", 'rule="nothing"', 'rule="null"'),
        'case "a missing amount"',
        'It cites the rule "null"',
        "Use a key of [rules] or of the answer's rules.",
    ),
    "two cases have one name": (
        change("solutions/spending/cases.py", '"a missing amount"', '"nothing at all"'),
        "spending/cases.py",
        'Two cases are named "nothing at all".',
        "Rename one.",
    ),
    "a case breaks the contract": (
        change("solutions/spending/cases.py", "(7, 1, 2.5, ", "(8, 1, 2.5, "),
        "spending",
        'case "two orders of one customer": orders.order_id is unique.',
        "Mend the case, or the contract.",
    ),
    "a case breaks the exercise's own check": (
        change("solutions/spending/cases.py", "[0.0, 1.5, 1.5, 20.0]", "[-1.0]"),
        "spending",
        "orders.amount is never negative.",
        "Mend the case, or the contract.",
    ),
    "cases.py fails": (
        change("solutions/spending/cases.py", "    yield case(\n", "    nothing()\n    yield case(\n"),
        "spending",
        "solutions/spending/cases.py fails (cases.py, line",
        "Mend the code there.",
    ),
    "cases.py is missing": (
        remove("solutions/spending/cases.py"),
        "spending",
        "solutions/spending has no cases.py.",
        "Write it: cases(rng) yields the inputs.",
    ),
    "a solution is missing": (
        remove(f"{QUERY}/solution.sql"),
        "spending",
        "solutions/spending/customer_spend/solution.sql cannot be read: No such file or directory.",
        "Write it, or restore it.",
    ),
    "the second solution is missing": (
        remove(f"{QUERY}/solution.py"),
        "spending",
        "solutions/spending/customer_spend/solution.py cannot be read: No such file or directory.",
        "Write it, or restore it.",
    ),
    "exercise.toml is no TOML": (
        rewrite("solutions/spending/exercise.toml", "id = spending"),
        "spending",
        "solutions/spending/exercise.toml is not valid TOML",
        "Mend the line it names.",
    ),
    "the worked example does not break it": (
        change("solutions/spending/break_it.py", "2.5, \"2025-06-30\"", "2.5, \"2025-06-29\""),
        "spending/break_it.py",
        "customer_spend/wrong/as_of_left_out is right on it.",
        "Mend the example.",
    ),
    "the worked example is not allowed": (
        change("solutions/spending/break_it.py", "2.5", "-2.5"),
        "spending/break_it.py",
        "It gives no input that is allowed: orders.amount is never negative.",
        "Mend the example.",
    ),
    "the worked example is not the smallest": (
        change("solutions/spending/break_it.py", "[(1, \"Ada\")]", "[(1, \"Ada\"), (2, \"Ben\")]"),
        "spending/break_it.py",
        "Its size is 3; shrinking the case",
        "Write a smaller one.",
    ),
    "the worked example is missing": (
        remove("solutions/spending/break_it.py"),
        "spending",
        "solutions/spending/break_it.py cannot be read: No such file or directory.",
        "Write it, or restore it.",
    ),
    "a coding exercise without a bonus": (
        change("solutions/spending/exercise.toml", "\n[break_it]\n", "\n[unread]\n"),
        "spending",
        "It has no [break_it].",
        "Add the section to exercise.toml, break_it.py, and the marker in lesson.md.",
    ),
    "the notebook is not built": (
        lambda home: None,
        "notebooks/spending.ipynb",
        "It has not been built.",
        "Run: workbook build spending",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_its_remedy_named(toy_copy, fault):
    break_it, where, what, remedy = FAULTS[fault]
    break_it(toy_copy)
    proof = verify_exercise("spending", notebooks=fault == "the notebook is not built")
    assert not proof.holds
    found = [f for f in proof.findings if f.where == where and what in f.what]
    assert found, proof.findings
    assert found[0].remedy == remedy


def test_a_whole_folder_holds(toy):
    for proof in verify_all(["spending", "longest_runs"], notebooks=False, jobs=1):
        assert proof.findings == []
        assert len(proof.caught) == proof.wrong > 0
        assert proof.right >= 2 * proof.answers


def test_it_holds_for_another_seed_too(toy):
    assert verify_exercise("longest_runs", seed=7, notebooks=False).holds


def test_the_case_that_caught_a_wrong_answer_is_kept(toy):
    proof = verify_exercise("longest_runs", notebooks=False)
    assert proof.caught == {
        "longest_runs/letters_counted": "two runs of one letter",
        "longest_runs/negative_k": "k is negative",
        "longest_runs/ties_by_position": "a tie",
    }


def test_one_broken_folder_does_not_hide_the_others(toy_copy):
    (toy_copy / "solutions/spending/cases.py").write_text("raise SystemError")
    proofs = {
        p.exercise: p for p in verify_all(["spending", "longest_runs"], notebooks=False, jobs=2)
    }
    assert not proofs["spending"].holds
    assert proofs["longest_runs"].holds
