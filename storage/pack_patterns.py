"""Patterns that a pack names for texts: a small part of regular expressions that cannot run away.

Signs, classes and groups one after the other; each may be repeated a bounded number of times. No
alternatives, no repetition without an end, none inside another, no looking back.
"""

import re

LONGEST = 200
MOST_OPEN = 4
"""Repetitions whose number is not fixed: each multiplies what has to be tried."""
MOST_TIMES = 20

_CLASS = r"\[\^?(?:[^\[\]\\^]|\\[\\\]\[^.-])+\]"
_ONE = rf"(?:{_CLASS}|\\d|\\[.\-/()\[\]]|[^\\()\[\]{{}}*+?|.^$])"
_TIMES = r"(?:\?|\{(?P<low>\d{1,2})(?:,(?P<high>\d{1,2}))?\})?"
_PART = re.compile(
    rf"(?:(?P<group>\((?P<inside>(?:{_ONE}(?:\{{\d{{1,2}}\}})?)+)\))|{_ONE}){_TIMES}"
)


def safe_pattern(text: object) -> str:
    """The pattern; ValueError where it is none of ours, said with where it stops being one."""
    if not isinstance(text, str) or not text or len(text) > LONGEST:
        message = f"a pattern has 1 to {LONGEST} signs"
        raise ValueError(message)
    place = opened = 0
    while place < len(text):
        part = _PART.match(text, place)
        if part is None:
            message = f"not understood from sign {place + 1}: {text[place:]}"
            raise ValueError(message)
        opened += _is_open(part)
        place = part.end()
    if opened > MOST_OPEN:
        message = f"more than {MOST_OPEN} repetitions whose number is not fixed"
        raise ValueError(message)
    re.compile(text)
    return text


def _is_open(part: re.Match[str]) -> bool:
    """Whether it may be there more or less often; ValueError beyond what is bounded."""
    low, high = part["low"], part["high"]
    if max(int(low or 0), int(high or 0)) > MOST_TIMES:
        message = f"{part[0]}: at most {MOST_TIMES} times"
        raise ValueError(message)
    return part[0].endswith("?") or high is not None
