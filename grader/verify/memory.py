"""Remember what was proved, so that only what changed is proved again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from grader import home
from grader.bank.exercise import Exercise
from grader.verify.finding import Proof

_ENGINE = ("bank", "judge", "mutation", "sandbox", "verify")
_LIBRARIES = ("duckdb", "numpy", "pandas", "pyarrow", "scipy", "sqlglot")


def remembered(exercise: Exercise, name: str, seed: int, prove: Callable[[Proof], None]) -> Proof:
    """The proof of one answer (or other part) of an exercise: the old one if nothing changed.

    It rests on the contract, the cases, the files of this answer, the solutions of the earlier ones,
    the engine and the libraries. Only a proof without findings is remembered.
    """
    path = home.state() / "proofs" / exercise.id / f"{name}.json"
    digest = _digest(exercise, name, seed)
    with contextlib.suppress(OSError, ValueError, TypeError):
        found = json.loads(path.read_text("utf-8"))
        if found.pop("digest") == digest:
            return Proof(**{**found, "remembered": 1})
    proof = Proof(exercise.id)
    prove(proof)
    if proof.holds:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {key: value for key, value in asdict(proof).items() if key != "findings"}
        path.write_text(json.dumps({"digest": digest, **content}), "utf-8")
    return proof


def _digest(exercise: Exercise, name: str, seed: int) -> str:
    folder = exercise.folder
    files = [folder / "exercise.toml", folder / "cases.py"]
    if name in exercise.answers:
        files += [
            p for p in sorted((folder / name).rglob("*")) if p.suffix in (".sql", ".py", ".toml")
        ]
        files += [folder / earlier / "solution.py" for earlier in exercise.before(name)]
    else:
        files += sorted(p for p in folder.rglob("*") if p.suffix in (".sql", ".py"))
    return _hash([f"{seed}:{name}", _engine()], files)


@cache
def _engine() -> str:
    package = Path(__file__).resolve().parents[1]
    files = [path for part in _ENGINE for path in sorted((package / part).rglob("*.py"))]
    files += sorted(package.glob("*.py"))
    versions = [f"{library} {version(library)}" for library in _LIBRARIES]
    return _hash([platform.python_version(), *versions], files)


def _hash(texts: Iterable[str], files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
    for path in files:
        if path.is_file():
            digest.update(str(path.name).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
