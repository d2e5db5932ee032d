"""Facts said in plain words: said back as understood, and recorded by a button, never before."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.naming import called_so, department_named, items_named
from chat.screens.days import day_when
from chat.screens.progress import headed, heading
from chat.screens.requests import requests_card
from chat.screens.steps import task_taps
from chat.screens.team import department_name
from chat.session import Case, Session
from chat.talks import answering, asking
from chat.talks.authority import from_plain_words
from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.say import Fact, say
from workflow.assigning import assign
from workflow.checklist import Task
from workflow.given import WaitingUntil
from workflow.habits import Wants
from workflow.ids import MilestoneKey
from workflow.ledger import Picked
from workflow.milestones import milestones_of
from workflow.model import FilingFact
from workflow.pack import Duty, ItemKind
from workflow.permissions import Action, may, require
from workflow.reminders import Ending, Recipient, RungKind
from workflow.schedule import statutory_date
from workflow.team import Department

Named = Mapping[str, str]
FRESH, LINES_LOOKED_AT = timedelta(days=1), 20
BEFORE_THE_LAW = timedelta(days=2)
"""What the law wants is asked for again so long before its date, however long it is awaited."""


# --- 已报 ---------------------------------------------------------------------------------


def reported(s: Session, case: Case, named: Named) -> Replies | None:
    """「昨天已经报了」: of which report, and on which day, is said back first."""
    require(s.me.person, Action.RECORD_FILING, case.company)
    if "day" not in named:
        return asking.fact(s, case, FilingFact.REPORTED)
    days = _days(s, named["day"], Tense.FACT)
    if not days:
        return None
    ids = (case.company.id, case.season.id)
    taps = [
        (
            Tap(
                say("tap-reported-on", day=day),
                ref(Verb.FACT_ON, *ids, FilingFact.REPORTED, day.isoformat()),
            ),
        )
        for day in days
    ]
    other = Tap(say("tap-other-day"), ref(Verb.FACT, *ids, FilingFact.REPORTED))
    last = (other, Tap(say("tap-not-that"), ref(Verb.STATUS, *ids)))
    asked = say("plain-reported-which") if days[1:] else say("plain-reported-sure", day=days[0])
    return (Card((heading(case), asked), (*taps, last)),)


def _days(s: Session, text: str, tense: Tense) -> tuple[date, ...]:
    """Every day that may be meant; none where the words are no day."""
    match read_date(text, s.today, tense, s.house.calendar):
        case UnderstoodDate(day):
            return (day,)
        case AmbiguousDate(days):
            return days
        case NotADate():
            return ()


# --- what comes only later ----------------------------------------------------------------


def waiting(s: Session, case: Case, named: Named) -> Replies | None:
    """「审计报告三月底才出」: 「记为等待,3/29(周一)再问?」."""
    days = _days(s, named["day"], Tense.DEADLINE)
    if not days:
        return None
    found = items_named(s, case, named["item"])
    if found.sure is not None:
        return (_wait_card(s, case, found.sure, days),)
    if not found.maybe or days[1:]:
        return None
    taps = (_wait_tap(case, task, days[0], task.item.title) for task in found.maybe)
    asked = say("plain-waiting-which", day=days[0])
    return (Card((heading(case), asked), tuple((tap,) for tap in taps)),)


def _wait_card(s: Session, case: Case, task: Task, days: tuple[date, ...]) -> Card:
    here = (case.company.id, case.season.id, task.item.key)
    again = tuple(_asked_again(case, task, day) for day in days)
    rows = [(_wait_tap(case, task, day, say("tap-wait-on", day=day)),) for day in again]
    guess = Tap(say("tap-estimate"), ref(Verb.ESTIMATE, *here))
    other = Tap(say("plain-waiting-not"), ref(Verb.ITEM, *here))
    last = (guess, other) if task.item.kind is ItemKind.ANSWER else (other,)
    if days[1:]:
        line = say("plain-waiting-day", title=task.item.title)
        return Card((heading(case), line), (*rows, last))
    line = say("plain-waiting-sure", title=task.item.title, day=again[0])
    return Card((heading(case), line, day_when(s, case, again[0])), (*rows, last))


def _wait_tap(case: Case, task: Task, day: date, label: Fact) -> Tap:
    here = (case.company.id, case.season.id, task.item.key)
    return Tap(label, ref(Verb.WAIT_ON, *here, _asked_again(case, task, day).isoformat()))


def _asked_again(case: Case, task: Task, day: date) -> date:
    """The day it is to come; what the law wants not so late that its date is missed."""
    last = statutory_date(case.pack, case.season.year) - BEFORE_THE_LAW
    return min(day, last) if task.item.duty is Duty.STATUTORY else day


def wait_on(s: Session, case: Case, key: str, day: date) -> Replies:
    """The day was pressed: ask again then."""
    return answering.give(s, case, key, WaitingUntil(day, ""))


# --- who does it --------------------------------------------------------------------------


def take_all(s: Session, case: Case, named: Named) -> Replies | None:
    """「财务的我交」: what finance owes is to be the speaker's."""
    department = department_named(s, named["department"])
    if department is None:
        return None
    require(s.me.person, Action.ASSIGN, case.company)
    count = len(_owed_by(s, case, department))
    ids = (case.company.id, case.season.id)
    facts: dict[str, Fact] = {"department": department_name(department), "count": count}
    if not count:
        return (requests_card(s, case, say("plain-take-nothing", **facts)),)
    take = Tap(say("tap-take-all", count=count), ref(Verb.TAKE_ALL, *ids, department))
    other = Tap(say("tap-not-that"), ref(Verb.STATUS, *ids))
    return (Card((heading(case), say("plain-take-sure", **facts)), ((take, other),)),)


def _owed_by(s: Session, case: Case, department: Department) -> tuple[Task, ...]:
    """What is owed and asked of that department first, and is not the speaker's already."""
    return tuple(
        task
        for row in s.overview(case).rows
        for task in s.seen(case, row.tasks)
        if task.is_owed
        and task.item.departments[:1] == (department,)
        and case.season.assigned.get(task.item.key) != s.me.person
    )


def took_all(s: Session, case: Case, department: Department) -> Replies:
    """It was pressed."""
    keys = [task.item.key for task in _owed_by(s, case, department)]
    outcome = assign(case.company, case.season.id, case.pack, keys, s.me.person, by=s.doer)
    now = s.saved(case, outcome)
    said = say("plain-taken", department=department_name(department), count=len(keys))
    rows = ((Tap(say("offer-mine"), ref(Verb.TODO, 0)),),)
    return (Card(tuple(headed(now, said)), rows),)


def left(s: Session, case: Case, named: Named) -> Replies | None:
    """「小李离职了」: [移交全部], where anybody is called so."""
    company = case.company
    taps = [
        Tap(say("tap-hand-over-of", name=each.name), ref(Verb.HAND_OVER, company.id, each.person))
        for each in called_so(company.members, named["person"])
    ]
    taps += [
        Tap(
            say("tap-strike-off", name=each.name),
            ref(Verb.REMOVE_COLLEAGUE, company.id, case.season.id, each.number),
        )
        for each in called_so(company.colleagues, named["person"])
    ]
    if not taps:
        return None
    require(s.me.person, Action.INVITE, company)
    return (Card((heading(case), say("plain-left")), tuple((tap,) for tap in taps)),)


# --- 收到 ---------------------------------------------------------------------------------


def thanked(s: Session) -> Replies:
    """「收到」 ticks nothing off; after a warning it is asked whether it means 今天处理."""
    for case, step in _warned(s):
        yes = Tap(say("tap-handle"), ref(Verb.HANDLE, case.company.id, case.season.id, step))
        no = Tap(say("tap-not-that"), ref(Verb.STATUS, case.company.id, case.season.id))
        title = milestones_of(case.season, case.pack)[step].title
        return (Card((heading(case), say("plain-handles", step=title)), ((yes, no),)),)
    return (Card((say("thanks"),)),)


def _warned(s: Session) -> Iterator[tuple[Case, MilestoneKey]]:
    """The step that the speaker was warned of within a day, while nothing was said to it."""
    case = s.current()
    if case is None or not may(s.me.person, Action.ASSIGN, case.company):
        return
    picked = Picked(to=Recipient(s.me.person), season=case.season.id)
    for line in s.house.record.told(case.company.id, 0, LINES_LOOKED_AT, picked):
        step = MilestoneKey(line.owed.rung.subject)
        is_heard = line.end is not None and line.end.ending in (Ending.SENT, Ending.FOLDED)
        is_fresh = line.at is not None and s.incoming.at - line.at < FRESH
        if line.owed.rung.kind is RungKind.WARNING and is_heard and is_fresh:
            word = case.season.words.get(step)
            if word is None or word.on < s.today:
                yield case, step


# --- enough, and the authority ------------------------------------------------------------


def quiet(_: Session, case: Case, __: Named) -> Replies:
    """「别再发了」: what can be turned off, and what cannot."""
    only = Tap(say("tap-wants-legal-only"), ref(Verb.HABIT_WANTS, Wants.LEGAL_ONLY))
    return (
        Card(
            (heading(case), say("plain-quiet")),
            ((only,), (Tap(say("tap-habits"), ref(Verb.HABIT)),)),
        ),
    )


def authority(s: Session, case: Case, named: Named) -> Replies:
    """「管局来电让改坐席数」: the buttons that write down what it wants, then the item it is about."""
    found = items_named(s, case, named.get("item", ""))
    tasks = (found.sure,) if found.sure else found.maybe
    taps = tuple(task_taps(case, tasks))
    return tuple(
        replace(each, rows=(*each.rows, *taps)) if isinstance(each, Card) else each
        for each in from_plain_words(s, case)
    )
