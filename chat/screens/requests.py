"""What to paste into WeChat: a text for each department or person, with what is wanted and by when."""

from chat.buttons import Verb, ref
from chat.card import LONGEST_COPY, AnyTap, Card, CopyTap, Tap
from chat.screens.asked import Asked, asked_of, departments_asked
from chat.screens.progress import headed
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.colleagues import Nudge, Nudged, last_nudges
from workflow.permissions import Action, may


def requests_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """「财务 7 项,2/4(周四)前要」 [复制], a line and a row a department; people behind a button."""
    ids = (case.company.id, case.season.id)
    asked = departments_asked(s, case)
    lines = (*headed(case, lead), say("requests-intro"), *request_lines(s, case, asked))
    people = Tap(say("tap-people-asked"), ref(Verb.PEOPLE_ASKED, *ids, 0))
    status = Tap(say("tap-status"), ref(Verb.STATUS, *ids))
    return Card(lines, (*(_copy_row(s, case, each) for each in asked), (people, status)))


def request_lines(s: Session, case: Case, asked: tuple[Asked, ...]) -> tuple[Say, ...]:
    """How much each owes, by when, and how they were asked last."""
    nudges = last_nudges(case.company, case.season.id)
    lines = [(each, _line(each)) for each in asked]
    return tuple(
        say("request-nudged", line=line, nudge=nudge_line(s, nudges[each.whom]))
        if each.whom in nudges
        else line
        for each, line in lines
    )


def _line(asked: Asked) -> Say:
    if not asked.tasks:
        return say("request-line-nothing", name=asked.name)
    facts: dict[str, Fact] = {"department": asked.name, "count": len(asked.tasks)}
    if asked.due is None:
        return say("request-line-undated", **facts)
    return say("request-line", due=ShortDay(asked.due), **facts)


_NUDGED = {
    Nudge.WECHAT_SENT: "nudged-wechat-sent",
    Nudge.CALLED_NO_ANSWER: "nudged-called-no-answer",
    Nudge.CALLED: "nudged-called",
}


def nudge_line(s: Session, last: Nudged) -> Say:
    """「01-06(周三)09:10 已微信催」."""
    at = last.at.astimezone(s.house.zone)
    return say(_NUDGED[last.how], day=ShortDay(at.date()), time=f"{at:%H:%M}")


def _copy_row(s: Session, case: Case, asked: Asked) -> tuple[AnyTap, ...]:
    """A button that copies; beside it the whole text, the sheet, and who was asked when."""
    whole = Tap(say("tap-whole-text"), ref(Verb.REQUEST, *_here(case), asked.key))
    return _copy_tap(s, case, asked), whole


def _copy_tap(s: Session, case: Case, asked: Asked) -> CopyTap:
    """As many titles as the button holds."""
    text = _text(case, asked, _that_fit(s, case, asked))
    return CopyTap(say("tap-copy-for", department=asked.called), text)


def _here(case: Case) -> tuple[str, str]:
    return case.company.id, case.season.id


# --- one of them --------------------------------------------------------------------------


def request_card(s: Session, case: Case, key: str, lead: Fact | None = None) -> Card:
    """The whole text as a block to long-press, the sheet, and how they were asked outside."""
    asked = asked_of(s, case, key)
    last = last_nudges(case.company, case.season.id).get(asked.whom)
    lines = [*headed(case, lead), say("request-for", name=asked.name)]
    lines += [] if last is None else [nudge_line(s, last)]
    lines.append(_block(case, asked))
    rows: list[tuple[AnyTap, ...]] = []
    if asked.tasks:
        sheet = Tap(say("tap-template"), ref(Verb.ITEMS_SHEET, *_here(case), key))
        rows.append((_copy_tap(s, case, asked), sheet))
    if may(s.me.person, Action.ASSIGN, case.company):
        rows += _nudge_rows(case, asked)
    return Card(tuple(lines), (*rows, (_back(case, asked),)))


def _block(case: Case, asked: Asked) -> Say:
    if asked.tasks:
        return say("request-block", text=_text(case, asked, len(asked.tasks)))
    return say("requests-none") if asked.is_department else say("request-nothing")


def _nudge_rows(case: Case, asked: Asked) -> list[tuple[AnyTap, ...]]:
    """To note how they were asked, while there is something to ask; to strike a colleague off."""
    here = (*_here(case), asked.key)
    taps = (
        Tap(say("tap-nudge-wechat-sent"), ref(Verb.NUDGE, *here, Nudge.WECHAT_SENT)),
        Tap(say("tap-nudge-no-answer"), ref(Verb.NUDGE, *here, Nudge.CALLED_NO_ANSWER)),
        Tap(say("tap-nudge-called"), ref(Verb.NUDGE, *here, Nudge.CALLED)),
    )
    rows: list[tuple[AnyTap, ...]] = [taps] if asked.tasks else []
    if asked.colleague:
        gone = ref(Verb.REMOVE_COLLEAGUE, *_here(case), asked.colleague.number)
        rows.append((Tap(say("tap-remove-colleague"), gone),))
    return rows


def _back(case: Case, asked: Asked) -> Tap:
    if asked.is_department:
        return Tap(say("tap-requests"), ref(Verb.REQUESTS, *_here(case)))
    return Tap(say("tap-people-back"), ref(Verb.PEOPLE_ASKED, *_here(case), 0))


# --- the text -----------------------------------------------------------------------------


def _that_fit(s: Session, case: Case, asked: Asked) -> int:
    """How many titles a copy button holds; at least one."""
    for count in range(len(asked.tasks), 1, -1):
        if len(s.wording.plain(_text(case, asked, count))) <= LONGEST_COPY:
            return count
    return 1


def _text(case: Case, asked: Asked, shown: int) -> Say:
    titles = Listed(tuple(task.item.title for task in asked.tasks[:shown]))
    facts: dict[str, Fact] = {
        "company": case.company.name,
        "year": str(case.season.year),
        "count": len(asked.tasks),
        "titles": titles,
        "more": len(asked.tasks) - shown,
        "due": ShortDay(asked.due) if asked.due else "",
        "dated": 1 if asked.due else 0,
    }
    if asked.is_department:
        return say("request-text", department=asked.name, **facts)
    return say("request-text-person", name=asked.called, **facts)
