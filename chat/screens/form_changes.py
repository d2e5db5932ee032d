"""Filed and opened again (又改了系统数据): only what changed since, and whose signature it wants again."""

from chat.buttons import Verb, ref
from chat.card import AnyTap, Card, Tap
from chat.screens.form_line import line_title
from chat.screens.progress import headed
from chat.screens.transcribing import (
    LINES_A_PAGE,
    changed_lines,
    filed_at,
    report_row,
    sheets_of,
    shortened,
)
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from workflow.form_lines import Line
from workflow.signed import is_aside
from workflow.signing import unsigned


def changes_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """Filed and opened again: only what changed since."""
    changed, ids = changed_lines(s, case), (case.company.id, case.season.id)
    lines = headed(case, lead)
    lines.append(say("forms-changed", count=len(changed)) if changed else _nothing_left(s, case))
    lines += [_change(line) for line in changed[:LINES_A_PAGE]]
    if changed[LINES_A_PAGE:]:
        lines.append(say("forms-changed-more", count=len(changed) - LINES_A_PAGE))
    rows: list[tuple[AnyTap, ...]] = [
        (Tap(line_title(line), ref(Verb.FORM_LINE, *ids, line.key)),)
        for line in changed[:LINES_A_PAGE]
    ]
    again = to_sign_again(case)
    if again:
        lines.append(say("forms-signatures", count=again))
        rows.append((Tap(say("tap-signing-look"), ref(Verb.SIGN_CARD, *ids)),))
    if not changed:
        rows.append(report_row(s, case))
    status = Tap(say("tap-status"), ref(Verb.STATUS, *ids))
    rows.append((Tap(say("tap-forms"), ref(Verb.FORMS, *ids)), status))
    if lead is not None:
        undo = ref(Verb.UNDO, case.company.id, case.company.event_seq)
        rows.append((Tap(say("tap-undo"), undo),))
    return Card(tuple(lines), tuple(row for row in rows if row))


def _nothing_left(s: Session, case: Case) -> Say:
    """All was typed again; or nothing was changed since it was filed."""
    filed = filed_at(case)
    lines = [line for sheet in sheets_of(s, case) for line in sheet.lines]
    again = any(line.typed and filed and line.typed.at > filed for line in lines)
    return say("forms-typed-again" if again else "forms-unchanged")


def _change(line: Line) -> Say:
    """Options are typed in Chinese: they are told as people read them, without what was there."""
    empty, said = say("value-empty"), [Listed(cell.said) for cell in line.cells if cell.said]
    old: Fact = shortened(line.typed.value) if line.typed and not said else empty
    new: Fact = shortened(line.value) if line.value else empty
    return say("form-change", line=line_title(line), old=old, new=said[0] if said else new)


def to_sign_again(case: Case) -> int:
    """How many signatures were given for what stood there before."""
    return sum(
        any(is_aside(case.season, task.item.key, entry) for entry in task.state.live)
        for task in unsigned(case.company, case.season, case.pack)
    )
