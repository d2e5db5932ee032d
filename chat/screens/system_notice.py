"""What those hear whose line the platform would not take (系统报错)."""

from dataclasses import replace

from chat.card import Card
from chat.screens.progress import heading, name_of
from chat.screens.system_errors import error_tap, error_title
from chat.session import Case, Session
from messages.say import say
from workflow.assigning import may_see
from workflow.events import Notice
from workflow.form_lines import LineState, line_of, sheets
from workflow.handling import is_sensitive


def error_told(s: Session, case: Case, notice: Notice, *, private: bool) -> Card | None:
    """The notice, while the error stands; where others may read it, no internal matter."""
    found = line_of(sheets(case.company, case.season, case.pack, s.house.forms), notice.subject)
    line = found[1] if found else None
    if line is None or line.state is not LineState.REFUSED or line.refused is None:
        return None
    if not may_see(notice.to, case.company, case.season, line.item):
        return None
    who = name_of(case, line.refused.by)
    if not private and is_sensitive(case.season, line.item):
        inside = say("notice-system-refused-inside", who=who)
        return Card((heading(case), inside), ((replace(error_tap(case, line), label=_OPEN),),))
    told = say("notice-system-refused", who=who, line=error_title(line), text=line.refused.text)
    return Card((heading(case), told), ((error_tap(case, line),),))


_OPEN = say("tap-open-item")
