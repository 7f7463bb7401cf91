"""``python -m grader`` is the same as ``workbook``."""

from grader.cli import main

if __name__ == "__main__":
    main()
