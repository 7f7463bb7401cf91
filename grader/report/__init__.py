"""What a person sees of a verdict. The facts are put together once; renderers only lay them out."""

from grader.report.example import example_facts, smallest_facts
from grader.report.facts import Facts, facts
from grader.report.html import as_html
from grader.report.json import as_json
from grader.report.text import as_text

__all__ = ["Facts", "as_html", "as_json", "as_text", "example_facts", "facts", "smallest_facts"]
