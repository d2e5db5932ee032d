"""What is owed to whom by now, and whether it still makes sense when it is about to be sent.

Pure: the same company, rules and moment owe the same. What became of each stands in the ledger.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from workflow.duties import Duties, Rules, duties
from workflow.escalation import boss_rung, notice_over
from workflow.hearers import (
    NOT_PASSED_ON,
    Ears,
    Hearer,
    hearers,
    next_hearers,
    places,
)
from workflow.ids import PersonId
from workflow.model import Company
from workflow.news import EVER
from workflow.openwork import active_seasons
from workflow.reminders import Looked, Owed, Recipient, Rung, RungKind
from workflow.rungs import rungs

SOON = timedelta(days=10)
LATER = (timedelta(days=60), timedelta(days=400))
"""How far ahead the next moment is looked for: nearly always it is soon."""


def owed(company: Company, rules: Rules, ears: Ears, since: datetime, now: datetime) -> Looked:
    """What came to be owed after `since` and by `now`, to whoever is responsible now.

    A boss is owed nothing but together with the warning to the managers, for a later day: `at` may
    lie in the future then. Those who cannot be reached stand there too, marked, with the next in
    the chain. Seasons of a pack that is not there owe nothing.
    """
    seasons = seasons_of(company, rules)
    today = now.astimezone(rules.zone).date()
    first = since.astimezone(rules.zone).date()
    ahead = timetable(seasons, first, today + SOON)
    found = {
        each.key: each
        for planned in heard([entry for entry in ahead if entry[1].day <= today], ears)
        for each in _owed(planned, ears, since, now)
    }
    in_order = sorted(found.values(), key=lambda each: (each.at, each.key))
    again_at = _next_moment(ahead, ears, now)
    for span in LATER:
        if again_at is None:
            again_at = _next_moment(timetable(seasons, today, today + span), ears, now)
    return Looked(tuple(in_order), again_at)


def next_in_chain(company: Company, refused: Owed, ears: Ears) -> tuple[Owed, ...]:
    """Who hears what somebody refused or could not be sent: the same rungs, owed to others.

    Nothing where nobody else can be reached, and of what is said to a group.
    """
    if refused.rung.kind in NOT_PASSED_ON or refused.to in places(company):
        return ()
    whose = refused.instead_of or PersonId(refused.to)
    without = {PersonId(refused.to), whose}
    return tuple(
        replace(refused, to=Recipient(person), instead_of=whose, is_reachable=True)
        for person in next_hearers(company, ears, without)
    )


# --- what is planned for whom -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Planned:
    """A rung of a season for one who is to hear of it."""

    duties: Duties
    rung: Rung
    hearer: Hearer

    def at(self, ears: Ears) -> datetime:
        """The moment its hour comes for them."""
        zone, rung = self.duties.zone, self.rung
        if rung.at is not None:
            return datetime.combine(rung.day, rung.at, zone)
        return ears.habit(self.duties.company, self.hearer.to).moment(rung.day, zone)

    def since(self) -> datetime:
        """The moment after which it is theirs: for what came before it they were not there."""
        latest, rung = self.duties.news, self.rung
        opened = (latest.opened.get(each, EVER) for each in (rung.subject, self.hearer.to))
        return max(latest.season, *opened, self._had_since())

    def _had_since(self) -> datetime:
        """When the first of what they owe of the step came to be theirs as it is."""
        duty = self.duties.step(self.rung.subject)
        if duty is None or self.rung.kind is not RungKind.INTERNAL:
            return EVER
        whose = self.hearer.instead_of or self.hearer.to
        theirs = [each for each in duty.open if whose in each.persons] or duty.open
        touched = self.duties.news.touched
        return min((touched.get(each.task.item.key, EVER) for each in theirs), default=EVER)

    def owed(self, at: datetime) -> Owed:
        """As it stands in the ledger."""
        hearer = self.hearer
        company = self.duties.company.id
        return Owed(company, self.rung, hearer.to, at, hearer.instead_of, hearer.is_reachable)


def seasons_of(company: Company, rules: Rules) -> tuple[Duties, ...]:
    """What each season that is worked on owes."""
    seasons = (each for each in active_seasons(company) if each.pack in rules.packs)
    return tuple(duties(company, each, rules) for each in seasons)


Entry = tuple[Duties, Rung]


def timetable(seasons: Iterable[Duties], first: date, last: date) -> Sequence[Entry]:
    """The rungs of all the seasons from `first` to `last`, both included, day by day."""
    found = [(season, rung) for season in seasons for rung in rungs(season, first, last)]
    return sorted(found, key=lambda entry: entry[1].day)


def heard(entries: Iterable[Entry], ears: Ears) -> tuple[Planned, ...]:
    """Those rungs for all who are to hear of them; they have to be all of their days.

    Whoever hears of anything else on a day is spared the line of the month.
    """
    every = [
        Planned(season, rung, hearer)
        for season, rung in entries
        for hearer in hearers(season, rung, ears)
    ]
    if not any(map(_is_monthly_line, every)):
        return tuple(every)
    told = {
        (each.rung.day, each.hearer.to)
        for each in every
        if not _is_monthly_line(each) and each.since() < each.at(ears)
    }
    return tuple(
        each
        for each in every
        if not _is_monthly_line(each) or (each.rung.day, each.hearer.to) not in told
    )


def _is_monthly_line(planned: Planned) -> bool:
    return planned.rung.kind is RungKind.MONTH


def _owed(planned: Planned, ears: Ears, since: datetime, now: datetime) -> Iterator[Owed]:
    """What of it is owed by now; with a warning, what the boss is to hear after it."""
    if planned.rung.kind is RungKind.TO_BOSS:
        return
    at = planned.at(ears)
    if not max(since, planned.since()) < at <= now:
        return
    yield planned.owed(at)
    if planned.rung.kind is RungKind.WARNING:
        yield from _after_warning(planned, ears, now)


# --- the boss, a day after the managers -------------------------------------------------


def _after_warning(planned: Planned, ears: Ears, now: datetime) -> Iterator[Owed]:
    """What the boss hears: never sooner than on the working day after the managers were told."""
    season = planned.duties
    rung = boss_rung(season, planned.rung)
    if rung is None:
        return
    warned = max(_told_at(each, ears, now) for each in _warned(planned, ears))
    day = max(rung.day, notice_over(season.calendar, season.day_of(warned)))
    for hearer in hearers(season, rung, ears):
        boss = Planned(season, rung, hearer)
        yield boss.owed(Planned(season, replace(rung, day=day), hearer).at(ears))


def _warned(planned: Planned, ears: Ears) -> Iterator[Planned]:
    for hearer in hearers(planned.duties, planned.rung, ears):
        yield replace(planned, hearer=hearer)


def _told_at(planned: Planned, ears: Ears, now: datetime) -> datetime:
    """When they hear of it at the earliest: late after a standstill, and never in quiet hours."""
    habit = ears.habit(planned.duties.company, planned.hearer.to)
    at = max(planned.at(ears), now)
    return habit.may_hear(at, planned.duties.zone, is_last_days=False)


# --- when to look again -----------------------------------------------------------------


def _next_moment(ahead: Sequence[Entry], ears: Ears, now: datetime) -> datetime | None:
    """The first moment after now at which any of them is for anybody; they come day by day."""
    for _, on_one_day in groupby(ahead, key=lambda entry: entry[1].day):
        moments = [at for at in _moments(on_one_day, ears) if at > now]
        if moments:
            return min(moments)
    return None


def _moments(entries: Iterable[Entry], ears: Ears) -> Iterator[datetime]:
    for season, rung in entries:
        for hearer in hearers(season, rung, ears):
            yield Planned(season, rung, hearer).at(ears)
