"""``%load_ext grader``: put the functions into the notebook and register ``%%sql``."""

from __future__ import annotations

from typing import Any

from IPython.core.interactiveshell import InteractiveShell

from grader.notebook.completion import complete_sql
from grader.notebook.functions import Functions
from grader.notebook.session import Session
from grader.notebook.style import use_house_style


def load(shell: InteractiveShell) -> None:
    """Start a session in this kernel. Loading again starts afresh."""
    session = Session(shell)
    functions = Functions(session)
    shell.push(functions.by_name(), interactive=False)
    shell.register_magic_function(functions.sql, "cell", "sql")
    use_house_style()
    _complete_in_sql_cells(shell, session)


def _complete_in_sql_cells(shell: InteractiveShell, session: Session) -> None:
    def matcher(context: Any) -> dict[str, Any]:
        return complete_sql(session, context.full_text, context.token)

    matcher.matcher_api_version = 2  # type: ignore[attr-defined]
    matcher.matcher_identifier = "workbook_sql"  # type: ignore[attr-defined]
    matchers = shell.Completer.custom_matchers
    matchers[:] = [m for m in matchers if getattr(m, "matcher_identifier", "") != "workbook_sql"]
    matchers.append(matcher)
