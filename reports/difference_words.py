"""Findings in words, as both papers print them: figures, rule, cause, evidence, owner, state, basis."""

from collections.abc import Iterator
from datetime import datetime

from messages.findings import tell_message, tell_reason
from messages.say import Listed, say
from reports.paper import Heading, Paragraph, Part
from reports.paper_cells import Cells, Columns
from workflow.basis import Basis, Standing
from workflow.findings import FindingRecord, FindingState
from workflow.ids import PersonId
from workflow.papers import Difference, Unchecked

FOUND: Columns = (
    ("number", 3, False),
    ("severity", 4, False),
    ("field", 5, False),
    ("before", 4, True),
    ("now", 4, True),
    ("change", 4, True),
    ("rule", 10, False),
    ("cause", 7, False),
    ("evidence", 6, False),
    ("owner", 5, False),
    ("state", 6, False),
    ("basis", 7, False),
)
UNCHECKED: Columns = (("check", 3, False), ("rule", 4, False), ("missing", 4, False))


def difference_parts(cells: Cells) -> Iterator[Part]:
    """A row for each finding, then the rules that nobody could check."""
    told = cells.data.differences
    if told.found:
        yield cells.grid(FOUND, (_row(cells, each) for each in told.found))
    else:
        yield Paragraph(cells.text(say("paper-nothing-found")))
    if told.unchecked:
        yield Heading(cells.text(say("paper-section-unchecked")), level=2, own_sheet=True)
        yield cells.grid(UNCHECKED, (_unchecked(cells, each) for each in told.unchecked))


def _row(cells: Cells, found: Difference) -> tuple[str, ...]:
    """As docs/domain.md section 6 wants the row of the list."""
    finding, lines = found.finding, found.lines
    record = finding.record
    return (
        str(record.number) if record else "",
        cells.text(say(f"paper-severity-{finding.severity}")),
        "\n".join(cells.text(line.item.title) for line in lines),
        "\n".join(cells.with_unit(line.before, line.item) for line in lines),
        "\n".join(cells.with_unit(line.value, line.item) for line in lines),
        "\n".join(filter(None, (cells.change(line) for line in lines))),
        "\n".join(_rule(cells, found)),
        record.judgement.reason if record and record.judgement else "",
        "\n".join(cells.file(file) for file in found.evidence),
        cells.owner(lines[0]) if lines else "",
        _state(cells, found),
        _basis(cells, finding.check.rule.basis),
    )


def _rule(cells: Cells, found: Difference) -> Iterator[str]:
    """What it found, while it stands; the rule in words; what else the change calls for."""
    check = found.finding.check
    if found.finding.state is not FindingState.FIXED:
        yield tell_message(check, cells.data.pack, cells.wording)
    yield tell_reason(check, cells.data.pack, cells.wording)
    if check.rule.also:
        yield cells.text(check.rule.also)


def _state(cells: Cells, found: Difference) -> str:
    """How it stands, since when, and by whom."""
    told = cells.text(say(f"paper-state-{found.finding.state}"))
    if found.finding.record is None:
        return told
    by, at = _last(found.finding.record, found.finding.state)
    return "\n".join((told, cells.name(by), cells.text(at)))


def _last(record: FindingRecord, state: FindingState) -> tuple[PersonId, datetime]:
    if state is FindingState.FIXED and record.fixed:
        return record.fixed_by or record.by, record.fixed
    if state is not FindingState.OPEN and record.judgement:
        return record.judgement.by, record.judgement.at
    return record.by, record.raised


def _basis(cells: Cells, basis: Basis) -> str:
    """How sure the rule is, and where it comes from: of a practice that names it, no more is said."""
    if basis.source is None:
        return cells.text(say(f"paper-standing-{basis.standing}"))
    is_practice = basis.standing is Standing.PRACTICE
    named = "paper-standing-practice-named"
    standing = say(named if is_practice else f"paper-standing-{basis.standing}")
    return f"{cells.text(standing)}\n{cells.text(basis.source)}"


def _unchecked(cells: Cells, found: Unchecked) -> tuple[str, ...]:
    missing = tuple(say(f"paper-missing-{year}", title=item.title) for item, year in found.missing)
    wanting = Listed(missing) if missing else say("value-empty")
    reason = cells.text(found.rule.reason)
    return cells.text(found.rule.title), reason, cells.text(wanting)
