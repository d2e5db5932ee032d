"""The authority got in touch: asked in three taps and one text, said back, turned, linked."""

import re
from dataclasses import replace
from datetime import date

from chat.buttons import Verb, ref
from chat.card import Replies, Tap, Toasted
from chat.matter_notes import LinkingMatter, MovingTerm, TellingMatter
from chat.naming import items_named
from chat.note import mark_of
from chat.screens.authority import (
    has_paper,
    matter_card,
    matters_card,
    question_card,
    readings_card,
    suggested_day,
)
from chat.screens.days import with_hours
from chat.screens.door import nothing_yet_card
from chat.screens.filings import filings_card
from chat.screens.matter_links import FINDING, ITEM, link_card
from chat.screens.matters import kind_name
from chat.screens.score import score_card
from chat.session import Case, Session
from chat.talks import matter_terms
from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.say import Fact, ShortDay, say
from workflow.authority import (
    LONGEST_SAID,
    LONGEST_WHO,
    Told,
    Work,
    matter_of,
    may_see_matters,
    record_matter,
    turn_matter,
)
from workflow.errors import InTheFuture, NotAllowed, TooLong
from workflow.filing import live_filings
from workflow.ids import ItemKey
from workflow.matter_links import link_finding, link_item
from workflow.matters import MatterKind, MatterState
from workflow.model import FilingFact
from workflow.permissions import Action, require
from workflow.rules import RuleKey
from workflow.text import tidied

_HEAD = re.compile(r"\s*(?P<who>[^::\n]{1,80}?)\s*[::\n]\s*(?P<said>\S.*)", re.DOTALL)
"""「张老师,市场处:坐席数要改」: before the first colon or line break stands who it was."""


def matters(s: Session, case: Case, lead: Fact | None = None) -> Replies:
    """All of them, for who may know; else how the report stands with the authority."""
    if not may_see_matters(s.me.person, case.company):
        return (filings_card(s, case),)
    return (matters_card(s, case, lead),)


def called(s: Session) -> Replies:
    """/authority: of the season on the screen; where there is none, how to open one."""
    case = s.current()
    return (nothing_yet_card(s),) if case is None else from_plain_words(s, case)


def scored(s: Session) -> Replies:
    """/score: the simulation, for who may see it."""
    case = s.current()
    return (nothing_yet_card(s) if case is None else score_card(s, case),)


def one(s: Session, case: Case, number: int, lead: Fact | None = None) -> Replies:
    """One of them."""
    if not may_see_matters(s.me.person, case.company):
        raise NotAllowed
    if isinstance(s.note, LinkingMatter | MovingTerm):
        s.keep(None)
    return (matter_card(s, case, matter_of(case.season, number), lead),)


# --- told -------------------------------------------------------------------------------------


def begin(s: Session, case: Case, kind: MatterKind) -> Replies:
    """It was said how they got in touch: ask when."""
    require(s.me.person, Action.RECORD_FILING, case.company)
    return _ask(s, TellingMatter(case.company.id, case.season.id, kind))


def on_day(s: Session, case: Case, kind: MatterKind, day: date) -> Replies:
    """The day is known: ask what was said."""
    require(s.me.person, Action.RECORD_FILING, case.company)
    if day > s.today:
        raise InTheFuture
    return _ask(s, TellingMatter(case.company.id, case.season.id, kind, day.isoformat()))


def _ask(s: Session, note: TellingMatter) -> Replies:
    s.keep(note)
    return asked_again(s, note)


def asked_again(
    s: Session, note: TellingMatter | LinkingMatter | MovingTerm, lead: Fact | None = None
) -> Replies:
    """The question that still waits."""
    if isinstance(note, MovingTerm):
        return matter_terms.asked_again(s, note, lead)
    case = s.case(note.company, note.season)
    if isinstance(note, LinkingMatter):
        return (link_card(s, case, matter_of(case.season, note.number), lead=lead),)
    return (question_card(s, case, note, lead),)


def typed(s: Session, note: TellingMatter | LinkingMatter | MovingTerm, text: str) -> Replies:
    """The day, what was said, the term; the name of what it is about; its new term."""
    if isinstance(note, MovingTerm):
        return matter_terms.typed(s, note, text)
    if isinstance(note, LinkingMatter):
        return _named(s, note, text)
    if note.on and not note.said:
        return _said(s, note, text)
    tense = Tense.DEADLINE if note.on else Tense.FACT
    case = s.case(note.company, note.season)
    match read_date(text, s.today, tense, s.house.calendar):
        case UnderstoodDate(day, at):
            told = _recorded(s, note, day) if note.on else _on(s, note, day)
            return with_hours(told, at)
        case AmbiguousDate(days, at):
            return with_hours((readings_card(case, note, days),), at)
        case NotADate(why):
            lead = say("not-kept", why=say(f"date-{why.replace('_', '-')}"))
            return asked_again(s, note, lead)


def _on(s: Session, note: TellingMatter, day: date) -> Replies:
    return on_day(s, s.case(note.company, note.season), MatterKind(note.kind), day)


def _said(s: Session, note: TellingMatter, text: str) -> Replies:
    """What was said, with who said it before the first colon; a return's term may be known."""
    found = _HEAD.fullmatch(text)
    who, said = (found["who"], found["said"]) if found else ("", text)
    who, said = tidied(who), tidied(said)
    for words, longest in ((said, LONGEST_SAID), (who, LONGEST_WHO)):
        if len(words) > longest:
            raise TooLong(longest=longest)
    if not said:
        return asked_again(s, note)
    told = replace(note, said=said, who=who)
    known = _known_term(s.case(note.company, note.season), note)
    return _ask(s, told) if known is None else _recorded(s, told, known)


def _known_term(case: Case, note: TellingMatter) -> date | None:
    """The term of the return, where 被退回 was recorded for that day with one."""
    newest = next(reversed(live_filings(case.season)), None)
    if note.kind != MatterKind.RETURNED or newest is None:
        return None
    same = newest.fact is FilingFact.RETURNED and newest.on.isoformat() == note.on
    return newest.due if same else None


def took_day(s: Session, day: date, mark: str, *, is_term: bool) -> Replies:
    """A day was pressed: the authority's term, or the company's own where none was set."""
    note = s.note
    if not isinstance(note, TellingMatter) or not note.said or mark_of(note) != mark:
        return (Toasted(say("toast-old-button")),)
    return _recorded(s, note, day if is_term else None)


def _recorded(s: Session, note: TellingMatter, due: date | None) -> Replies:
    """Recorded, and said back."""
    case = s.case(note.company, note.season)
    kind, on = MatterKind(note.kind), date.fromisoformat(note.on)
    told = Told(kind, on, note.said, note.who, due)
    number = len(case.season.matters) + 1
    work = Work(
        due or suggested_day(s, kind),
        s.wording.plain(say("matter-step", number=number)),
        s.wording.plain(say("matter-paper", kind=kind_name(kind), day=ShortDay(on))),
    )
    now = s.saved(case, record_matter(case.company, case.season.id, told, work, by=s.doer))
    s.keep(None)
    return one(s, now, number, say("said-matter"))


# --- going on ---------------------------------------------------------------------------------


def turned(s: Session, case: Case, number: int, state: MatterState) -> Replies:
    """已答复, 办结, or open again; a paper that is owed stays owed, and is said."""
    now = s.saved(case, turn_matter(case.company, case.season.id, number, state, by=s.doer))
    given = int(has_paper(now, matter_of(now.season, number)))
    return one(s, now, number, say(f"said-turn-{state}", given=given))


def links(s: Session, case: Case, number: int) -> Replies:
    """Ask what it is about."""
    require(s.me.person, Action.RECORD_FILING, case.company)
    matter = matter_of(case.season, number)
    s.keep(LinkingMatter(case.company.id, case.season.id, number))
    return (link_card(s, case, matter),)


def toggled(s: Session, case: Case, number: int, sort: str, key: str) -> Replies:
    """One thing it is about, or is not after all."""
    ids, about = (case.company, case.season.id), sort.endswith("1")
    if sort[:1] == FINDING:
        outcome = link_finding(*ids, number, RuleKey(key), by=s.doer, about=about)
    elif sort[:1] == ITEM:
        s.task(case, key)  # nobody links what they may not see
        outcome = link_item(*ids, case.pack, number, ItemKey(key), by=s.doer, about=about)
    else:
        return (Toasted(say("toast-old-button")),)
    now = s.saved(case, outcome)
    s.keep(LinkingMatter(now.company.id, now.season.id, number))
    return (link_card(s, now, matter_of(now.season, number)),)


def _named(s: Session, note: LinkingMatter, text: str) -> Replies:
    """A field or paper was named: offered as buttons, nothing is linked by a likeness."""
    case = s.case(note.company, note.season)
    matter = matter_of(case.season, note.number)
    found = items_named(s, case, text)
    named = (found.sure,) if found.sure else found.maybe
    lead = None if named else say("not-kept", why=say("matter-none-named"))
    return (link_card(s, case, matter, named, lead),)


def after_return(case: Case, on: date) -> tuple[Tap, ...]:
    """After 被退回 was recorded: what they said can be written down, without asking twice."""
    ids = (case.company.id, case.season.id, MatterKind.RETURNED)
    return (Tap(say("tap-matter-tell"), ref(Verb.MATTER_ON, *ids, on.isoformat())),)


def from_plain_words(s: Session, case: Case) -> Replies:
    """「管局来电话让改」."""
    return matters(s, case, say("plain-authority"))
