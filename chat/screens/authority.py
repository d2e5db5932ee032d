"""管局事项: what the authority wants, one by one, and the questions that record it."""

from collections.abc import Iterator
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.matter_notes import TellingMatter
from chat.note import mark_of
from chat.screens.found import seen_findings
from chat.screens.matters import clipped, day_of, kind_name, matter_name, matter_tap, own_day
from chat.screens.progress import headed, name_of
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.assigning import crew_of
from workflow.authority import matters_of
from workflow.checklist import items_of
from workflow.matters import Matter, MatterKind, MatterState
from workflow.permissions import Action, may
from workflow.rules import RuleKey

MATTERS_SHOWN = 5
ABOUT_SHOWN = 4
SUGGESTED_WORKDAYS = {MatterKind.RETURNED: 10}
"""What the company itself may aim at where no term was set: internal, never the authority's word.

Agencies report ten working days for a return (docs/domain.md section 2).
"""
USUAL_WORKDAYS = 5


def matters_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """All of them, the newest first, and the buttons that record one more."""
    ids = (case.company.id, case.season.id)
    known = matters_of(case.season)[::-1]
    lines = headed(case, lead)
    lines += [_line(case, each) for each in known[:MATTERS_SHOWN]]
    if len(known) > MATTERS_SHOWN:
        lines.append(say("matters-more", count=len(known) - MATTERS_SHOWN))
    rows: list[tuple[Tap, ...]] = [(matter_tap(case, each),) for each in known[:MATTERS_SHOWN]]
    if may(s.me.person, Action.RECORD_FILING, case.company):
        lines.append(say("matters-ask"))
        taps = [
            Tap(say(f"tap-matter-{kind}"), ref(Verb.MATTER_KIND, *ids, kind)) for kind in MatterKind
        ]
        rows += [(taps[0], taps[1]), (taps[2], taps[3])]
    others = Tap(say("tap-filings"), ref(Verb.FILINGS, *ids))
    return Card(tuple(lines), (*rows, (others, Tap(say("tap-status"), ref(Verb.STATUS, *ids)))))


def _line(case: Case, matter: Matter) -> Say:
    state = _state(matter)
    return say("matter-line", what=matter_name(matter), state=state, due=day_of(case, matter))


def _state(matter: Matter) -> Say:
    word = say(f"matter-word-{matter.state}")
    return (
        say("matter-state-since", word=word, day=ShortDay(matter.since)) if matter.since else word
    )


# --- one of them ------------------------------------------------------------------------------


def matter_card(s: Session, case: Case, matter: Matter, lead: Fact | None = None) -> Card:
    """What was said, by when, whose it is, what it is about, and what became of it."""
    lines = headed(case, lead)
    lines.append(say("matter-heading", what=matter_name(matter), state=_state(matter)))
    if matter.who:
        lines.append(say("matter-who", who=matter.who))
    lines.append(say("matter-said", said=clipped(matter.said)))
    lines.append(_term(s, case, matter))
    lines.append(_work_line(case, matter))
    about = _about(case, matter)
    if about:
        lines.append(say("matter-about", about=Listed(about)))
    return Card(tuple(lines), _rows(s, case, matter, undo=lead is not None))


def _term(s: Session, case: Case, matter: Matter) -> Say:
    if matter.due is None:
        return say("matter-no-term", day=own_day(case, matter))
    if not matter.is_open:
        return say("matter-term", due=ShortDay(matter.due))
    days = (matter.due - s.today).days
    name = "matter-term-left" if days >= 0 else "matter-term-past"
    return say(name, due=ShortDay(matter.due), days=abs(days))


def _work_line(case: Case, matter: Matter) -> Say:
    owner = crew_of(case.company).owner(case.season, matter.paper)
    who = name_of(case, owner) if owner else say("board-nobody")
    return say("matter-work", who=who, given=int(has_paper(case, matter)))


def has_paper(case: Case, matter: Matter) -> bool:
    """Whether its closing paper was handed in."""
    state = case.season.items.get(matter.paper)
    return bool(state and state.live)


def _about(case: Case, matter: Matter) -> tuple[Fact, ...]:
    titles = {each.key: each.title for each in items_of(case.season, case.pack)}
    fields: tuple[Fact, ...] = tuple(titles[key] for key in matter.items if key in titles)
    return (*fields, *(finding_name(case, key) for key in matter.findings))


def _about_rows(s: Session, case: Case, matter: Matter) -> list[tuple[Tap, ...]]:
    """To what it is about, as far as the speaker may see it."""
    here = (case.company.id, case.season.id)
    items = {each.key: each for each in items_of(case.season, case.pack) if s.sees(case, each)}
    findings = {each.key: each for each in seen_findings(s, case)}
    taps = (
        *(Tap(items[k].title, ref(Verb.ITEM, *here, k)) for k in matter.items if k in items),
        *(
            Tap(finding_name(case, key), ref(Verb.FINDING, *here, key))
            for key in matter.findings
            if key in findings
        ),
    )[:ABOUT_SHOWN]
    return [taps[n : n + 2] for n in range(0, len(taps), 2)]


def finding_name(case: Case, key: RuleKey) -> Say:
    """「差异 3 坐席减少」."""
    record = case.season.findings.get(key)
    title = next((rule.title for rule in case.pack.rules if rule.key == key), "")
    return say("matter-finding", number=record.number if record else 0, title=title)


def _rows(s: Session, case: Case, matter: Matter, *, undo: bool) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    paper = Tap(say("tap-matter-paper"), ref(Verb.ITEM, *ids, matter.paper))
    rows: list[tuple[Tap, ...]] = [(paper,)] if _wants_paper(case, matter) else []
    rows += _about_rows(s, case, matter)
    if may(s.me.person, Action.RECORD_FILING, case.company):
        rows.append(tuple(_turns(case, matter)))
        link = ref(Verb.MATTER_LINK, *ids, matter.number)
        rows.append((Tap(say("tap-matter-link"), link), *_assign(s, case, matter)))
        rows += [(_term_tap(case, matter),)] if matter.is_open else []
    last = [Tap(say("tap-matters"), ref(Verb.MATTERS, *ids))]
    if undo:
        last.insert(0, Tap(say("tap-undo"), ref(Verb.UNDO, ids[0], case.company.event_seq)))
    return (*rows, tuple(last))


def _term_tap(case: Case, matter: Matter) -> Tap:
    """[改期限]: also where none was set at first."""
    here = (case.company.id, case.season.id, matter.number)
    return Tap(say("tap-matter-term"), ref(Verb.MATTER_TERM, *here))


def _wants_paper(case: Case, matter: Matter) -> bool:
    return matter.paper not in case.season.tailoring.dropped_items


def _assign(s: Session, case: Case, matter: Matter) -> tuple[Tap, ...]:
    company = case.company
    if not may(s.me.person, Action.ASSIGN, company) or not company.members[1:]:
        return ()
    to = ref(Verb.ASSIGN, company.id, case.season.id, matter.paper, 0)
    return (Tap(say("tap-assign"), to),) if _wants_paper(case, matter) else ()


def _turns(case: Case, matter: Matter) -> Iterator[Tap]:
    """What can become of it next."""
    here = (case.company.id, case.season.id, matter.number)
    for state in _NEXT[matter.state]:
        yield Tap(say(f"tap-turn-{state}"), ref(Verb.MATTER_TURN, *here, state))


_NEXT = {
    MatterState.OPEN: (MatterState.ANSWERED, MatterState.CLOSED),
    MatterState.ANSWERED: (MatterState.CLOSED, MatterState.OPEN),
    MatterState.CLOSED: (MatterState.OPEN,),
}


# --- the questions ----------------------------------------------------------------------------


def question_card(s: Session, case: Case, note: TellingMatter, lead: Fact | None = None) -> Card:
    """What is asked next: the day, what was said, the term."""
    kind = MatterKind(note.kind)
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    if not note.on:
        line = say("matter-when", kind=kind_name(kind))
        return Card((*headed(case, lead), line), (_days(s, case, kind), cancel))
    if not note.said:
        return Card((*headed(case, lead), say("matter-what", kind=kind_name(kind))), (cancel,))
    day = suggested_day(s, kind)
    own = ref(Verb.MATTER_DUE, day.isoformat(), mark_of(note), 0)
    tap = Tap(say("tap-matter-own-day", day=ShortDay(day)), own)
    asked = say("matter-due", workdays=SUGGESTED_WORKDAYS.get(kind, USUAL_WORKDAYS))
    return Card((*headed(case, lead), asked), ((tap,), cancel))


def _days(s: Session, case: Case, kind: MatterKind) -> tuple[Tap, ...]:
    ids = (case.company.id, case.season.id, kind)
    days = (s.today, s.today.fromordinal(s.today.toordinal() - 1))
    return tuple(
        Tap(say(name, day=ShortDay(day)), ref(Verb.MATTER_ON, *ids, day.isoformat()))
        for name, day in zip(("tap-today", "tap-yesterday"), days, strict=True)
    )


def suggested_day(s: Session, kind: MatterKind) -> date:
    """So many working days from today: the company's own aim where no term was set."""
    day = s.today
    for _ in range(SUGGESTED_WORKDAYS.get(kind, USUAL_WORKDAYS)):
        day = s.house.calendar.on_or_after(day.fromordinal(day.toordinal() + 1))
    return day


def readings_card(case: Case, note: TellingMatter, days: tuple[date, ...]) -> Card:
    """Which day is meant, where it can be read in two ways."""
    ids = (case.company.id, case.season.id, note.kind)
    refs = [
        ref(Verb.MATTER_DUE, day.isoformat(), mark_of(note), 1)
        if note.on
        else ref(Verb.MATTER_ON, *ids, day.isoformat())
        for day in days
    ]
    taps = tuple((Tap(day, to),) for day, to in zip(days, refs, strict=True))
    return Card((*headed(case, None), say("unsure-date")), taps)
