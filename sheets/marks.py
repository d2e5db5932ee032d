"""The mark on a template's own title and hints, by which they are told from what people fill in.

The mark stands in the text of the cell: so it outlives a copy into another workbook, an export
as CSV in any Chinese encoding, and rows put in above it, which a place or a name would not.
"""

from collections.abc import Sequence

# A reference mark and a full-width space: quiet to the eye, in GBK, typed by nobody by accident.
MARK = "※\u3000"


def marked(text: str) -> str:
    """The text as one of ours."""
    return MARK + text


def without_marked(row: Sequence[str]) -> tuple[str, ...]:
    """The row with our own cells emptied; answers typed into the hint row stay."""
    return tuple("" if is_marked(text) else text for text in row)


def is_marked(text: str) -> bool:
    """Whether the text is one of ours."""
    # A mark before nothing has lost its space by the time it is read.
    return text.startswith(MARK) or text == MARK.strip()
