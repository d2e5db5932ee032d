"""The process that draws one picture under limits: a drawing as JSON in, a PNG out, then it ends.

Run by `drawing_worker.Draughtsman` as `python -m reports.drawing_child`.
"""

import json
import sys

from reports.drawing import from_plain
from reports.limits import keep_within
from reports.timeline_picture import as_png


def main() -> None:
    """Read the drawing from standard input, write the picture to standard output."""
    keep_within()
    sys.stdout.buffer.write(as_png(from_plain(json.load(sys.stdin))))


if __name__ == "__main__":
    main()
