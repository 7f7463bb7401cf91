"""Runs in otter's environment: grade notebooks one after the other in this warm process.

python class_otter_inside.py WORK.json FOUND.json; WORK: [[learner, autograder.zip, notebook], ...]
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from otter.api import grade_submission


def main() -> None:
    seconds: dict[str, float] = defaultdict(float)
    points: dict[str, float] = defaultdict(float)
    for learner, autograder, notebook in json.loads(Path(sys.argv[1]).read_text()):
        started = time.perf_counter()
        results = grade_submission(notebook, autograder, quiet=True)
        seconds[learner] += time.perf_counter() - started
        points[learner] += results.total
    Path(sys.argv[2]).write_text(json.dumps({"seconds": seconds, "points": points}))


if __name__ == "__main__":
    main()
