"""Read a submission from a .sql, .py or .ipynb file."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

from grader.bank.exercise import BREAK_IT, Exercise
from grader.errors import UnknownName, WorkbookError, nearest
from grader.sandbox import Answers, Code, Source
from grader.submission.handed_out import handed_out
from grader.submission.notebook import read_notebook
from grader.submission.submission import Submission


def read_submission(exercise: Exercise, path: Path, answer: str | None = None) -> Submission:
    """The answers to `exercise` in a file; only `answer` when it is given.

    A .sql file holds one answer: the one named, else the one its file name names, else the
    exercise's only one. Raises WorkbookError when the file cannot be read or holds no answer.
    """
    if answer and answer not in exercise.checked:
        raise UnknownName(f"answer in {exercise.id}", answer, exercise.checked)
    if not path.is_file():
        raise WorkbookError(f"There is no file {path}.", help="Check the path.")
    ending = path.suffix.lower()
    if ending == ".ipynb":
        return _only(read_notebook(path, handed_out(exercise)), answer)
    text = _text(path)
    if ending == ".sql":
        if answer == BREAK_IT:
            raise WorkbookError(f"{BREAK_IT} is a Python function.", help="Write a .py file.")
        name = answer or _named_by_file(exercise, path)
        return Submission(Answers({name: Code(name, "sql", text)}))
    if ending == ".py":
        return _python(exercise, path, text, answer)
    raise WorkbookError(
        f"{path} is not a .sql, .py or .ipynb file.", help="Save it as one of these."
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbookError(
            f"{path} cannot be read: {error}.", help="Save it as UTF-8 text."
        ) from error


def _named_by_file(exercise: Exercise, path: Path) -> str:
    queries = [name for name, answer in exercise.answers.items() if answer.kind == "query"]
    if path.stem in queries:
        return path.stem
    if len(queries) == 1:
        return queries[0]
    if not queries:
        raise WorkbookError(
            f"{exercise.id} asks for Python functions, not for SQL.", help="Write a .py file."
        )
    near = nearest(path.stem, queries)
    guess = f' Did you mean "{near}"?' if near else ""
    raise WorkbookError(
        f"Which answer is {path.name}? {exercise.id} has {', '.join(queries)}.{guess}",
        help="Name it with --answer, or call the file ANSWER.sql.",
    )


def _python(exercise: Exercise, path: Path, text: str, answer: str | None) -> Submission:
    source = (Source(str(path), text),)
    try:
        names = _defined(ast.parse(text))
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise WorkbookError(
            f"{path}{line}: {error.msg}.", help="Python cannot read the file."
        ) from error
    except (ValueError, RecursionError) as error:  # null bytes; nested too deeply
        raise WorkbookError(f"{path}: {error}.", help="Python cannot read the file.") from error
    wanted = [answer] if answer else list(exercise.checked)
    codes = {name: Code(name, "python") for name in wanted if name in names}
    if not codes:
        meant = [(name, nearest(name, wanted)) for name in sorted(names)]
        guess = "".join(f' Did you mean "{w}" by "{name}"?' for name, w in meant if w)
        raise WorkbookError(
            f"{path} defines none of {', '.join([answer] if answer else exercise.answers)}.{guess}",
            help="Define a function with the answer's name.",
        )
    return Submission(Answers(codes, source))


def _defined(tree: ast.Module) -> set[str]:
    """The names a module binds anywhere at its top level, also inside if and try."""
    names = {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    names |= {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    aliases = [
        a for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom) for a in n.names
    ]
    return names | {alias.asname or alias.name for alias in aliases}


def _only(submission: Submission, answer: str | None) -> Submission:
    if answer is None:  # nobody has to write the bonus
        missing = {name: why for name, why in submission.missing.items() if name != BREAK_IT}
        return replace(submission, missing=missing)
    answers = submission.answers
    codes = {name: code for name, code in answers.codes.items() if name == answer}
    # The other SQL answers stay: this one may use them by name.
    codes |= {name: code for name, code in answers.codes.items() if code.language == "sql"}
    missing = {name: why for name, why in submission.missing.items() if name == answer}
    only = Answers(codes, answers.python, answers.lenient)
    return replace(submission, answers=only, missing=missing)
