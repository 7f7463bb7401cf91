"""Mutants that no allowed input tells from the worked solution, listed by the author with a reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from grader.bank.codefile import Language
from grader.bank.exercise import Answer, Exercise
from grader.errors import ExerciseError

EQUIVALENT = "equivalent.toml"
_LANGUAGES: tuple[Language, ...] = ("sql", "python")


def equivalents(exercise: Exercise, answer: Answer) -> Mapping[tuple[Language, str], str]:
    """Language and change of every listed mutant -> why it is equivalent.

    Raises ExerciseError when the file is not well-formed or lists a mutant twice.
    """
    path = exercise.folder / answer.name / EQUIVALENT
    where = f"solutions/{exercise.id}/{answer.name}/{EQUIVALENT}"
    if not path.is_file():
        return {}
    try:
        toml = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{where}: {error}.", help="Mend the line it names.") from error
    listed: dict[tuple[Language, str], str] = {}
    for language in toml:
        if language not in _LANGUAGES:
            raise ExerciseError(f'{where}: "{language}" is unknown.', help="Write sql or python.")
    for language in _LANGUAGES:
        for entry in toml.get(language, []):
            if set(entry) != {"reason", "mutants"} or not entry["reason"].strip():
                raise ExerciseError(
                    f"{where}: an entry holds {', '.join(entry)}.",
                    help="Give each a reason and the mutants it is the reason for.",
                )
            for change in entry["mutants"]:
                if (language, change) in listed:
                    raise ExerciseError(
                        f'{where}: "{change}" is listed twice.', help="Keep one of them."
                    )
                listed[language, change] = entry["reason"].strip()
    return listed
