"""系统报错 that nobody has settled: listed, with a button each, wherever filing is looked at."""

from collections.abc import Iterable

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.session import Case, Session
from messages.say import Say, say
from workflow.form_lines import Line, LineState, sheets

SHOWN = 2
"""So many have a button each; the others are reached from their forms."""


def refused_lines(s: Session, case: Case) -> tuple[Line, ...]:
    """Those that the platform would not take, and that nobody has typed or corrected since."""
    if not case.season.transcript.refused:
        return ()
    found = sheets(case.company, case.season, case.pack, s.house.forms)
    lines = (line for sheet in found if not sheet.is_left_out for line in sheet.lines)
    return tuple(line for line in lines if line.state is LineState.REFUSED)


def error_lines(s: Session, case: Case) -> tuple[Say, ...]:
    """「⚠️ 系统报错 1 处」, while there are any: it stands in the way of nothing."""
    count = len(refused_lines(s, case))
    return (say("system-errors", count=count),) if count else ()


def error_rows(s: Session, case: Case) -> tuple[tuple[Tap, ...], ...]:
    """To the first of those that the speaker may see."""
    seen = [line for line in refused_lines(s, case) if s.sees(case, line.item)]
    return tuple((error_tap(case, line),) for line in seen[:SHOWN])


def own_errors(s: Session, cases: Iterable[Case]) -> tuple[tuple[Case, Line], ...]:
    """Those that the speaker wrote down and may still see, whosever the items are."""
    return tuple(
        (case, line)
        for case in cases
        for line in refused_lines(s, case)
        if line.refused and line.refused.by == s.me.person and s.sees(case, line.item)
    )


def error_tap(case: Case, line: Line) -> Tap:
    """To that line."""
    to = ref(Verb.FORM_LINE, case.company.id, case.season.id, line.key)
    return Tap(say("tap-system-error", line=error_title(line)), to)


def error_title(line: Line) -> Say:
    """Which line it is."""
    return say("form-line-title", title=line.title, row=line.row)
