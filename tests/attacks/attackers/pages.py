"""Attacks on whoever reads: scripts, bombs and formulas in everything that is shown."""

from __future__ import annotations

import base64
import io
import zipfile

from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from attackers.attack import attack, code, in_every_answer, notebook

SCRIPT = "<script>window.attacked=1</script><img src=x onerror=alert(1)>"


@attack()
def script_in_an_exception():
    """The message of an exception is shown in the report: a script in it would run in the browser of
    whoever opens the feedback (grading.md §3, a15; auto_comment is not escaped: §5)."""
    return in_every_answer(f"raise RuntimeError({SCRIPT!r} + '</pre></td></table>')")


@attack()
def script_in_results():
    """Words, keys and types of a result are shown in the counterexample."""
    return [
        code(f"""
        SCRIPT = {SCRIPT!r}

        def tokenize(review):
            return [SCRIPT, "</td><script>", "&lt;script&gt;", "javascript:alert(1)"]

        def top_k_words(reviews, banned, k):
            return {{SCRIPT: SCRIPT}}

        def merge_top_k(shards, k):
            return type(SCRIPT, (), {{"__repr__": lambda self: SCRIPT}})()

        def break_it():
            return {{"shards": [{{SCRIPT: 1}}], "k": SCRIPT}}
        """)
    ]


@attack(on="top_sellers")
def script_in_columns():
    """Names of columns, cells, aliases and DuckDB's error messages, which quote the query."""
    return [
        f"%%sql delivered_orders\nSELECT 1 AS \"{SCRIPT}\", '{SCRIPT}' AS order_id",
        f'%%sql top_sellers\nSELECT "{SCRIPT}" FROM orders',
        f"%%sql top_by_revenue\nSELECT CAST('{SCRIPT}' AS INTEGER) AS units, error('{SCRIPT}')",
    ]


@attack()
def script_in_what_is_read_by_a_person():
    """The explanation is read by a person, as rendered Markdown; so are the learner's other cells and
    their stored outputs, among them HTML, JavaScript, SVG and LaTeX."""
    explain = new_markdown_cell(
        f"{SCRIPT}\n\n[click](javascript:alert(1)) ![x](x onerror=alert(1))\n\n"
        f"<iframe srcdoc='{SCRIPT}'></iframe><style>*{{display:none}}</style>"
        "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
        metadata={"nbgrader": _graded("explain", points=5, cell_type="markdown")},
    )
    outputs = [
        new_output(
            "display_data", data={"text/html": SCRIPT, "application/javascript": "alert(1)"}
        ),
        new_output("display_data", data={"image/svg+xml": f"<svg>{SCRIPT}</svg>"}),
        new_output("error", ename=SCRIPT, evalue=SCRIPT, traceback=[SCRIPT]),
        new_output("stream", name="stdout", text=SCRIPT),
    ]
    shown = new_code_cell("x = 1", outputs=outputs, execution_count=1)
    made = notebook(in_every_answer("loot = 'nothing'"))
    made.cells += [explain, shown]
    return made


@attack()
def prefilled_report():
    """Outputs that look like the grader's own report, with full marks, in the check cells and in the
    answers: a person, or a program that reads outputs, believes them."""
    made = notebook(in_every_answer("loot = 'nothing'"))
    report = "<div class='workbook'><h3>correct: 10 of 10 points</h3></div>"
    for name in ("tokenize", "top_k_words", "merge_top_k"):
        data = {"text/html": report, "text/plain": "10.0"}
        output = new_output("execute_result", data=data, execution_count=1)
        metadata = {"nbgrader": _graded(f"check_{name}", points=4)}
        made.cells.append(
            new_code_cell("4", outputs=[output], execution_count=1, metadata=metadata)
        )
    return made


@attack()
def message_of_100_mb():
    """A message of 100 MB, one with a million lines, one of a million combining marks on one letter:
    cut before it travels, not when it is shown."""
    return [
        code("""
        def tokenize(review):
            raise RuntimeError("x" * 100_000_000)

        def top_k_words(reviews, banned, k):
            raise RuntimeError("\\n" * 1_000_000)

        def merge_top_k(shards, k):
            raise type("Z" + "\\u0301" * 1_000_000, (Exception,), {})("\\u0301" * 1_000_000)
        """)
    ]


@attack()
def many_classes_of_exceptions():
    """The names of an exception's base classes travel with it: a class with ten thousand of them, and
    a metaclass that lies about its order of bases."""
    return [
        code("""
        def tokenize(review):
            kind = Exception
            for n in range(5_000):
                kind = type(f"E{n}" + "x" * 1000, (kind,), {})
            raise kind("deep")

        class Meta(type):
            def mro(cls):
                return [cls, *(int for _ in range(0)), *Exception.mro()]

            __name__ = property(lambda cls: 1 / 0)

        def top_k_words(reviews, banned, k):
            raise Meta("Odd", (Exception,), {})("odd")

        def merge_top_k(shards, k):
            try:
                raise ValueError("one")
            except ValueError as one:
                one.__cause__ = one.__context__ = one
                one.add_note("<b>")
                raise one
        """)
    ]


@attack()
def markup_of_the_terminal():
    """Square brackets are markup for rich, and escape sequences commands for a terminal: a closing
    tag that was never opened raises, a sequence retitles the window or hides the next lines."""
    return in_every_answer(
        """raise RuntimeError("[/bold] [link=file:///etc/passwd]x \\x1b]0;t\\x07 \\x1b[2J")"""
    )


@attack()
def pages_in_names():
    """Names that a learner chooses: of functions (near misses are quoted), of parameters, of keyword
    arguments, in scripts of other alphabets that look the same."""
    return [
        code("""
        def tokenise(review):
            return "a near miss"

        def tокenize(review):
            return "with two Cyrillic letters"

        def top_k_words(reviews, banned, k, *, оnerror):
            return "a parameter too many"

        def merge_top_k(**everything):
            return "other parameters"
        """),
        f"%%sql {SCRIPT}\nSELECT 1",
        f"def {'x' * 100_000}(): pass",
    ]


@attack()
def bombs_in_attachments():
    """A zip of a gigabyte of zeros in a megabyte, as an attachment and as an output; SVG that refers to
    itself; billions of laughs in XML: whoever unpacks or renders them is gone."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("zeros", b"\0" * 2**26)
    text = base64.b64encode(packed.getvalue()).decode()
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    ) + "]><svg>&j;</svg>"  # fmt: skip
    cell = new_markdown_cell("![x](attachment:x.png)", attachments={"x.png": {"image/png": text}})
    data = {"application/zip": text, "image/svg+xml": laughs, "image/png": text}
    shown = new_code_cell("x = 1", outputs=[new_output("display_data", data=data)])
    made = notebook(in_every_answer("loot = 'nothing'"))
    made.cells += [cell, shown]
    return made


def _graded(grade_id: str, points: float, cell_type: str = "code") -> dict:
    return {
        "cell_type": cell_type, "grade": True, "grade_id": grade_id, "locked": False,
        "points": points, "schema_version": 3, "solution": True, "task": False,
    }  # fmt: skip
