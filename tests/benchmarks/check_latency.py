"""How long a learner waits for a check, per exercise: python tests/benchmarks/check_latency.py [ID ...]

Every solution, other right answer and known wrong answer is judged twice in one process, as in a
notebook's kernel; the second time counts. Prints a Markdown table.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict

from grader.bank import codefile, exercise_ids, load_cases, load_exercise
from grader.judge import Reference, Verdict, judge

Key = tuple[str, str]


def latencies(exercise_id: str) -> tuple[dict[Key, list[float]], list[Verdict]]:
    """Seconds by (right or wrong, language), and the verdicts on the wrong answers."""
    exercise = load_exercise(exercise_id)
    book, reference = load_cases(exercise), Reference(exercise)
    seconds: dict[Key, list[float]] = defaultdict(list)
    wrong: list[Verdict] = []
    for answer in exercise.answers.values():
        right = codefile.solutions(exercise, answer) + codefile.right_answers(exercise, answer)
        known = [wrong.code for wrong in codefile.misconceptions(exercise, answer)]
        for code in right + known:
            for _ in range(2):
                runner = reference.new_runner(code, answer.name)
                started = time.perf_counter()
                verdict = judge(answer.name, book, reference, runner)
                passed = time.perf_counter() - started
            assert verdict.correct == (code in right), (exercise_id, answer.name, code.path)
            seconds["right" if verdict.correct else "wrong", code.language].append(passed)
            if not verdict.correct:
                wrong.append(verdict)
    return seconds, wrong


def main() -> None:
    kinds = [(what, language) for language in ("sql", "python") for what in ("right", "wrong")]
    heads = [f"{what}, {language}" for what, language in kinds]
    print(f"| exercise | {' | '.join(heads)} | rows of a counterexample |")
    print(f"| :-- |{' --: |' * (len(heads) + 1)}")
    every: dict[Key, list[float]] = defaultdict(list)
    all_rows: list[int] = []
    for exercise_id in sys.argv[1:] or exercise_ids():
        seconds, wrong = latencies(exercise_id)
        rows = [v.counterexample.rows for v in wrong if v.counterexample]
        for kind, some in seconds.items():
            every[kind] += some
        all_rows += rows
        print(line(exercise_id, [seconds[kind] for kind in kinds], rows), flush=True)
    print(line("**all**", [every[kind] for kind in kinds], all_rows))
    small = sum(row <= 5 for row in all_rows) / len(all_rows)
    quick = {kind: sum(s < 1 for s in some) / len(some) for kind, some in every.items() if some}
    print(f"\n{small:.1%} of {len(all_rows)} counterexamples have five rows or fewer.")
    print("Under a second: " + ", ".join(f"{' '.join(k)} {q:.1%}" for k, q in quick.items()))


def line(name: str, seconds: list[list[float]], rows: list[int]) -> str:
    cells = [f"{median(s) * 1000:.0f} ms (p90 {p90(s) * 1000:.0f})" if s else "–" for s in seconds]
    worst = f"median {median(rows):g}, worst {max(rows)}" if rows else "–"
    return f"| {name} | {' | '.join(cells)} | {worst} |"


def median(values: list[float] | list[int]) -> float:
    return statistics.median(values)


def p90(values: list[float]) -> float:
    return sorted(values)[int(0.9 * len(values))]


if __name__ == "__main__":
    main()
