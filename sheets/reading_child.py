"""The process that reads one spreadsheet under limits: a path in, JSON out, then it ends.

Run by `worker.SheetReader` as `python -m sheets.reading_child PATH`.
"""

import json
import resource
import sys
from contextlib import redirect_stdout, suppress
from dataclasses import asdict
from pathlib import Path

from sheets.reading import read_page
from sheets.refusal import SheetRefused

_LIMITS = {
    resource.RLIMIT_AS: 512 * 1024 * 1024,
    resource.RLIMIT_CPU: 10,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def main(path: str) -> None:
    """Write {"rows": [[text]], "places": {…}} or {"refused": sentence id} to standard output."""
    _limit()
    with redirect_stdout(sys.stderr):  # openpyxl prints its doubts about styles
        answer = _answer(Path(path))
    sys.stdout.write(json.dumps(answer))


def _answer(path: Path) -> object:
    try:
        page = read_page(path)
        return {"rows": page.cells, "places": asdict(page.places)}
    except SheetRefused as refused:
        return {"refused": refused.why}


def _limit() -> None:
    for what, most in _LIMITS.items():
        with suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS; the other limits still hold
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
