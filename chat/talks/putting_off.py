"""稍后: the same reminder once more, at a time that is chosen or typed, before it is due."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from chat.card import Card, Replies, Toasted
from chat.ears import ears_of
from chat.note import Asking, Wanted
from chat.route import Args
from chat.rules import rules_of
from chat.screens.later import (
    TONIGHT,
    Numbered,
    Occurrence,
    ToldBefore,
    later_card,
    put_off_card,
    told_before,
)
from chat.screens.reminder_questions import question_card
from chat.session import Session
from messages.dates import Tense, UnderstoodDate, read_date
from messages.say import Fact, say
from messages.times import read_time
from workflow.asking_again import ended
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.ids import CompanyId
from workflow.owing import owed
from workflow.reminders import Owed, Recipient, RungKind

ONE_HOUR, ONE_DAY = timedelta(hours=1), timedelta(days=1)
LONGEST_AGO = timedelta(days=31)
"""What was told before that is over."""


def later(s: Session, told: ToldBefore) -> Replies:
    """Ask when then."""
    waiting = _waiting(s, told)
    if not waiting:
        return (Toasted(say("toast-nothing-later")),)
    return (replace(later_card(s, _whose(s, waiting, told), told), fresh=True),)


def later_to(s: Session, choice: str, told: ToldBefore) -> Replies:
    """In an hour, tonight, on the next working day."""
    now = s.incoming.at.astimezone(s.house.zone)
    tomorrow = s.house.calendar.on_or_after(s.today + ONE_DAY)
    moments = {
        "hour": now + ONE_HOUR,
        "tonight": datetime.combine(s.today, TONIGHT, s.house.zone),
        "workday": s.me.habit.moment(tomorrow, s.house.zone),
    }
    if choice not in moments or moments[choice] <= now:
        return (Toasted(say("toast-old-button")),)
    return _put_off(s, moments[choice], told)


def later_asked(s: Session, told: ToldBefore) -> Replies:
    """Another time: it is typed."""
    waiting = _waiting(s, told)
    if not waiting:
        return (Toasted(say("toast-nothing-later")),)
    first, extra = waiting[0], ",".join(told.args)
    note = Asking(Wanted.LATER_TIME, first.company, first.rung.season, extra=extra)
    if isinstance(told, Numbered):  # of no company more than of another
        note = Asking(Wanted.LATER_TIME, "", "", extra=extra)
    s.keep(note)
    return (question_card(s, note),)


def later_typed(s: Session, note: Asking, text: str) -> Replies:
    """The time came."""
    at = _moment(s, text)
    if at is None:
        return (question_card(s, note, say("later-not-read")),)
    if at <= s.incoming.at:
        return (question_card(s, note, say("later-past")),)
    s.keep(None)
    said = _put_off(s, at, told_before(Args(note.extra.split(","))))
    # Nothing was pressed that a short word over the screen could answer.
    return tuple(Card((one.text,)) if isinstance(one, Toasted) else one for one in said)


def _moment(s: Session, text: str) -> datetime | None:
    """A time of today, or of tomorrow if it is past; a day, at their hour; a day and a time."""
    zone = s.house.zone
    if (at := read_time(text)) is not None:
        moment = datetime.combine(s.today, at, zone)
        return moment if moment > s.incoming.at else moment + ONE_DAY
    found = read_date(text, s.today, Tense.DEADLINE, s.house.calendar)
    if not isinstance(found, UnderstoodDate):
        return None
    if found.at is None:
        return s.me.habit.moment(found.value, zone)
    return datetime.combine(found.value, found.at, zone)


def _put_off(s: Session, at: datetime, told: ToldBefore) -> Replies:
    """This once, and each no later than before it is due."""
    heard = s.me.habit.may_hear(at, s.house.zone, is_last_days=False)
    waiting = _waiting(s, told)
    moments = {one: _capped(s, one, heard) for one in waiting}
    again = tuple(
        replace(one, at=moment, rung=replace(one.rung, later=one.rung.later + 1))
        for one, moment in moments.items()
        if moment is not None
    )
    if not again:
        return (Toasted(say("toast-nothing-later" if not waiting else "toast-too-late")),)
    for each in again:
        s.work.remind(each)
    moments_kept = [one.at for one in again]
    return (put_off_card(_whose(s, waiting, told), heard, moments_kept, len(waiting)),)


def _capped(s: Session, one: Owed, at: datetime) -> datetime | None:
    """No later than the evening before the due date; on the day itself, that evening. None: no more."""
    last = max(one.rung.due - ONE_DAY, s.today)
    if one.rung.kind is RungKind.WARNING:  # the boss hears tomorrow
        last = s.today
    elif one.rung.due < s.today:  # it is past: nothing is missed by a day
        return at
    evening = datetime.combine(last, TONIGHT, s.house.zone)
    return min(at, evening) if evening > s.incoming.at else None


def _waiting(s: Session, told: ToldBefore) -> tuple[Owed, ...]:
    """What the message told, the newest rung of each thing.

    Of a few companies what is still to be done; of many not all can be looked at now: whether it
    still makes sense is asked when it is said.
    """
    if isinstance(told, Numbered):
        carried = s.house.record.carried(Recipient(s.me.person), told.number)
        return _newest(carried)
    return _newest(
        replace(one, rung=replace(one.rung, later=told.later)) for one in _still_to_do(s, told)
    )


def _newest(told: Iterable[Owed]) -> tuple[Owed, ...]:
    """They come in the order of their moments."""
    found = {(one.company, one.rung.season, one.rung.kind, one.rung.subject): one for one in told}
    return tuple(found.values())


def _still_to_do(s: Session, told: Occurrence) -> Iterator[Owed]:
    day = max(told.since, s.today - LONGEST_AGO)
    since = datetime.combine(day, time(), s.house.zone)
    for company in told.companies:
        yield from _owed_to_me(s, CompanyId(company), since)


def _owed_to_me(s: Session, company: CompanyId, since: datetime) -> Sequence[Owed]:
    try:
        found = s.company(company)
    except (NoSuchCompany, CompanyDamaged):
        return ()
    rules, ears = rules_of(s.house), ears_of(s.work, found)
    looked = owed(found, rules, ears, since, s.incoming.at)
    me = Recipient(s.me.person)
    mine = [each for each in looked.owed if each.to == me and each.at <= s.incoming.at]
    over = ended(found, rules, ears, mine)
    return [each for each in mine if each.key not in over]


def _whose(s: Session, waiting: Sequence[Owed], told: ToldBefore) -> Fact:
    """Of which companies it is."""
    if isinstance(told, Numbered):
        return say("later-of-many", count=len({one.company for one in waiting}))
    names = dict.fromkeys(s.company(one.company).name for one in waiting)
    first, *others = names
    return say("later-of", company=first, others=len(others))
