"""The process that makes one paper under limits: an order in, a file out, then it ends.

Run by `paper_worker.Clerk` as `python -m reports.paper_child <format>`.
"""

import sys
from zoneinfo import ZoneInfo

from messages.one_language import load_language
from messages.wording import Wording
from reports.limits import keep_within
from reports.paper import Format
from reports.paper_order import opened
from reports.paper_words import worded
from reports.paper_writing import write


def main() -> None:
    """Read the order from standard input, write the file to standard output."""
    keep_within()
    order = opened(sys.stdin.buffer.read())
    wording = Wording(load_language(order.locale), order.locale, ZoneInfo(order.zone))
    paper = worded(order.paper, order.record, wording)
    sys.stdout.buffer.write(write(paper, Format(sys.argv[1])))


if __name__ == "__main__":
    main()
