"""How much of a text was changed: signs put in, taken out or replaced, as a share of the longer one.

Blanks, case and the width of signs do not count. Of a text that was given as a hash alone nobody
can say how much: another hash is another text altogether.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from workflow.arithmetic import plain
from workflow.figures import Row
from workflow.given import Words

_HASH = re.compile(r"(?:sha-?\d{1,3}:)?[0-9a-f]{32,128}")


def reworded(now: str, before: str) -> Fraction:
    """0 for the same text, 1 for another one."""
    new, old = plain(now), plain(before)
    if new == old:
        return Fraction(0)
    if _HASH.fullmatch(new) or _HASH.fullmatch(old):
        return Fraction(1)
    return Fraction(edits(new, old), max(len(new), len(old)))


def most_reworded(
    now: Sequence[Row], before: Sequence[Row], name: str, column: str
) -> Fraction | None:
    """The most that the text of a row changed against last year's row of the same name.

    Rows that are new or gone have nothing to be held against; a text that is gone changed
    altogether. None where last year nobody gave such a text for any row that is still there.
    """
    this, then = _by_name(now, name), _by_name(before, name)
    kept = [(this[key].get(column), then[key].get(column)) for key in this if key in then]
    shares = [
        reworded(text.text if isinstance(text, Words) else "", old.text)
        for text, old in kept
        if isinstance(old, Words)
    ]
    return None if kept and not shares else max(shares, default=Fraction(0))


def _by_name(rows: Sequence[Row], name: str) -> Mapping[str, Row]:
    named = ((row.get(name), row) for row in rows)
    return {plain(cell.text): row for cell, row in named if isinstance(cell, Words)}


def edits(one: str, other: str) -> int:
    """The fewest signs to put in, take out or replace that make the one the other.

    All places of a column at once, as bits of one number (G. Myers, 1999).
    """
    if not one:
        return len(other)
    places: dict[str, int] = defaultdict(int)
    for place, sign in enumerate(one):
        places[sign] |= 1 << place
    every, last, count = (1 << len(one)) - 1, 1 << (len(one) - 1), len(one)
    more, less = every, 0
    for sign in other:
        same = places.get(sign, 0)
        down = same | less
        across = (((same & more) + more) ^ more) | same
        up = less | (every & ~(across | more))
        lower = more & across
        count += bool(up & last) - bool(lower & last)
        up, lower = ((up << 1) | 1) & every, (lower << 1) & every
        more, less = lower | (every & ~(down | up)), up & down
    return count
