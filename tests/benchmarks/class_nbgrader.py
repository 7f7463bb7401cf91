"""nbgrader autograde from one warm process: python class_nbgrader.py COURSE SET; seconds as JSON."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import sys
import time
from pathlib import Path


def main() -> None:
    os.chdir(sys.argv[1])
    from nbgrader.apps import NbGraderAPI
    from nbgrader.apps.baseapp import NbGrader

    logging.disable(logging.CRITICAL)
    app = NbGrader()
    app.load_config_file()
    api = NbGraderAPI(config=app.config)
    found = []
    for student in sorted(path.name for path in Path("submitted").iterdir()):
        started = time.perf_counter()
        with contextlib.redirect_stderr(io.StringIO()):
            result = api.autograde(sys.argv[2], student)
        found.append(time.perf_counter() - started)
        assert result["success"], result
    print(json.dumps(found))


if __name__ == "__main__":
    main()
