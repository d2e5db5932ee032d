"""The process that draws one picture under limits: a drawing as JSON in, a PNG out, then it ends.

Run by `drawing_worker.Draughtsman` as `python -m reports.drawing_child`.
"""

import json
import resource
import sys
from contextlib import suppress

from reports.drawing import from_plain
from reports.timeline_picture import as_png

_LIMITS = {
    resource.RLIMIT_AS: 1024 * 1024 * 1024,
    resource.RLIMIT_CPU: 10,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def main() -> None:
    """Read the drawing from standard input, write the picture to standard output."""
    for what, most in _LIMITS.items():
        with suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS; the other limits still hold
            resource.setrlimit(what, (most, most))
    sys.stdout.buffer.write(as_png(from_plain(json.load(sys.stdin))))


if __name__ == "__main__":
    main()
