"""The trail of one company on paper: .csv for a spreadsheet, .jsonl for a program; row by row."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from storage.chain import Sealed, event_of
from workflow.ids import PersonId
from workflow.model import Company

BOM = "\ufeff"
"""By it a spreadsheet knows UTF-8."""
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a spreadsheet may take for the beginning of a formula; a Chinese one full-width signs, too."""
COLUMNS = (
    "seq", "at", "by", "name", "behalf", "kind", "season", "subject", "version", "old", "new",
    "why", "where", "digests", "link",
)  # fmt: skip

Names = Mapping[PersonId, str]


def names_in(company: Company) -> dict[PersonId, str]:
    """How everybody is called who is or was a member."""
    return {each.person: each.name for each in (*company.former, *company.members)}


def as_csv(rows: Iterable[Sealed], names: Names) -> Iterator[bytes]:
    """The trail as .csv, a header first; no cell can be taken for a formula."""
    yield _line([BOM + COLUMNS[0], *COLUMNS[1:]])
    for row in rows:
        yield _line([_harmless(cell) for cell in _cells(row, names).values()])


def as_jsonl(rows: Iterable[Sealed], names: Names) -> Iterator[bytes]:
    """The trail as a JSON object a line, its texts as they are.

    With `event`, the very text that was committed to, the chain can be computed again.
    """
    for row in rows:
        proof = {"event": row.event, "salt": row.salt, "commitment": row.commitment}
        facts = {**_cells(row, names), **proof}
        yield json.dumps(facts, ensure_ascii=False).encode() + b"\n"


def _cells(row: Sealed, names: Names) -> dict[str, str]:
    event = event_of(row.event)
    facts = (
        row.seq, event.at.isoformat(), event.by, names.get(event.by, ""), event.behalf, event.kind,
        event.season or "", event.subject, event.version, event.old, event.new, event.why,
        event.where or "", " ".join(event.digests), row.link,
    )  # fmt: skip
    return dict(zip(COLUMNS, map(str, facts), strict=True))


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \u3000").startswith(FORMULA) else cell
