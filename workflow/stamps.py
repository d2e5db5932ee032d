"""Minutes of a clock on the wall as they are kept in a text: 2026-06-03 08:30, in the company's zone."""

import re
from datetime import datetime

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")


def stamped(moment: datetime) -> str:
    """As it is kept; seconds are left out."""
    return moment.isoformat(sep=" ", timespec="minutes")


def minute_of(text: str) -> datetime | None:
    """The minute, without a zone: what a clock on the wall showed; None for any other text."""
    if not _FORM.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
