"""The digest: everything one recipient is owed now, sorted, asked again, and said in one message."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from chat.ears import ears_of, person_of
from chat.rules import rules_of
from chat.saying import Saying
from chat.screens.digest import Mark
from chat.screens.later import COMPANIES as FEW_COMPANIES
from chat.screens.plain_digest import Plain
from chat.screens.things import STATUTORY
from chat.session import House
from chat.talk import Send
from workflow.asking_again import Why, ended
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.forewarned import heard_from, often_enough
from workflow.habits import USUAL, Habit
from workflow.ids import CompanyId
from workflow.ledger import Picked
from workflow.model import Company
from workflow.ports import Work
from workflow.reminders import (
    End,
    Ending,
    Owed,
    Pending,
    Recipient,
    RungKey,
    RungKind,
    SendRef,
    Told,
)

RESTS = timedelta(hours=1)
"""How long what belongs to a damaged company waits before it is tried again."""
MOST_READ = 8
"""So many companies are asked again at most where there are many: the rest stands in the counts."""
LAST_DAYS = timedelta(hours=48)
"""Before the end of the statutory day only the night is quiet."""
MOST_TOLD = 2_000
"""Lines of a season's record that are looked through before a boss is told."""
REF = 8
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of a reference: none that is taken for another when it is read aloud."""
ONE_DAY = timedelta(days=1)
NO_REF = SendRef("")
_PASSED = End(Ending.SUPERSEDED, Why.PASSED)


@dataclass(frozen=True, slots=True)
class Digest:
    """What one recipient hears now, and what becomes of everything else they were owed.

    `covers` and `folds` are to be settled with the send. With `not_before` nothing is sent now:
    `covers` are to be put off until then. `ends` are to be settled in any case.
    """

    covers: tuple[RungKey, ...] = ()
    folds: tuple[RungKey, ...] = ()
    ends: Mapping[RungKey, End] = field(default_factory=dict)
    not_before: datetime | None = None
    ref: SendRef = NO_REF
    """Stands in the text; of a repeat that of the first copy."""
    is_repeat: bool = False
    send: Send | None = None
    """In Telegram; None for a robot, and where nothing is sent now."""
    plain: Plain | None = None
    """For other channels; None for a group, for who has none, and where nothing is sent now."""


@dataclass(slots=True)
class Telling:
    """One recipient being told, from what is kept now."""

    house: House
    work: Work
    to: Recipient
    now: datetime
    companies: dict[CompanyId, Company] = field(default_factory=dict)
    ends: dict[RungKey, End] = field(default_factory=dict)
    resting: tuple[RungKey, ...] = ()

    def digest(self, pending: Sequence[Pending]) -> Digest:
        """Everything that still makes sense and may be heard now, in one message."""
        sound = self.sound(pending)
        if not sound:
            rests = self.now + RESTS if self.resting else None
            return Digest(self.resting, ends=self.ends, not_before=rests)
        heard_at = {one.owed.key: self.heard_at(one.owed) for one in sound}
        now = [one for one in sound if heard_at[one.owed.key] <= self.now]
        if not now:
            return Digest(tuple(heard_at), ends=self.ends, not_before=min(heard_at.values()))
        return self._said(now)

    def sound(self, pending: Sequence[Pending]) -> Sequence[Pending]:
        """What of it goes into one message and still makes sense.

        The other ends stand in `ends` then; what belongs to damaged companies is `resting`.
        """
        if person_of(self.to) is not None and not self._habit.digest:
            pending = [one for one in pending if one.owed.company == pending[0].owed.company]
        looked_at = self._looked_at(pending)
        self.resting = self._resting(looked_at)
        self._end_what_is_over(one for one in looked_at if one.key not in self.resting)
        over = self.ends.keys() | set(self.resting)
        return [one for one in pending if one.owed.key not in over]

    def _looked_at(self, pending: Sequence[Pending]) -> Sequence[Owed]:
        """What is asked again; of many companies only what is near: the others are but counted."""
        owed_to_them = sorted(
            (one.owed for one in pending), key=lambda one: (one.rank, one.rung.due)
        )
        companies = list(dict.fromkeys(one.company for one in owed_to_them))
        if person_of(self.to) is None or len(companies) <= FEW_COMPANIES:
            return owed_to_them
        near = companies[:MOST_READ]
        return [one for one in owed_to_them if one.company in near]

    # --- what is left to tell -----------------------------------------------------------

    def _resting(self, owed_to_them: Iterable[Owed]) -> tuple[RungKey, ...]:
        """What belongs to damaged companies; one that is gone ends what it owed."""
        resting = []
        for each in owed_to_them:
            try:
                self.companies[each.company] = self.work.company(each.company)
            except CompanyDamaged:
                resting.append(each.key)
            except NoSuchCompany:
                self.ends[each.key] = End(Ending.SUPERSEDED, Why.DROPPED)
        return tuple(resting)

    def _end_what_is_over(self, owed_to_them: Iterable[Owed]) -> None:
        """Ask once more whether it makes sense, each company once."""
        known = [each for each in owed_to_them if each.key not in self.ends]
        for company in self.companies.values():
            theirs = [each for each in known if each.company == company.id]
            ears = ears_of(self.work, company)
            self.ends |= ended(company, rules_of(self.house), ears, theirs)
            self.ends |= {each.key: _PASSED for each in theirs if self._is_past(each)}
            self._spare_the_boss(company, theirs)

    def _spare_the_boss(self, company: Company, theirs: Iterable[Owed]) -> None:
        """End what would be taken to him more often than the policy lets it."""
        rules = rules_of(self.house)
        for each in theirs:
            end = often_enough(company, each, self._told(each), rules)
            if end is not None and each.key not in self.ends:
                self.ends[each.key] = end

    def _told(self, one: Owed) -> Sequence[Told]:
        """What the boss's turn depends on: what was told of the season so far."""
        if one.rung.kind is not RungKind.TO_BOSS:
            return ()
        season = Picked(season=one.rung.season)
        return self.house.record.told(one.company, 0, MOST_TOLD, season)

    def _is_past(self, one: Owed) -> bool:
        """Whether a day was to be announced that has passed."""
        today = self.now.astimezone(self.house.zone).date()
        return one.rung.kind is RungKind.COUNT_DAY and one.rung.due < today

    @property
    def _habit(self) -> Habit:
        if (person := person_of(self.to)) is not None:
            known = self.work.acquaintance(person)
            return USUAL if known is None else known.habit
        company = next(iter(self.companies.values()))
        return ears_of(self.work, company).habit(company, self.to)

    def heard_at(self, one: Owed) -> datetime:
        """Now, or when their quiet hours are over; a boss not before the managers had a day."""
        zone = self.house.zone
        last_days = one.rung.kind in STATUTORY and _is_within_last_days(one, self.now, zone)
        allowed = self._habit.may_hear(self.now, zone, is_last_days=last_days)
        rules, told = rules_of(self.house), self._told(one)
        return max(allowed, heard_from(one, told, rules, self._habit, self.now))

    # --- saying it ----------------------------------------------------------------------

    def _said(self, told: Sequence[Pending]) -> Digest:
        newest = newest_of(told)
        doubted = tuple(dict.fromkeys(each.doubted for each in told if each.doubted))
        mark = Mark(doubted[-1] if doubted else _ref(self.to, newest, self.now), doubted)
        saying = self._saying(newest)
        covers = tuple(one.key for one in newest)
        return Digest(
            covers=covers,
            folds=tuple(one.owed.key for one in told if one.owed.key not in covers),
            ends=self.ends,
            ref=mark.ref,
            is_repeat=bool(doubted),
            send=saying.send(mark),
            plain=saying.plain(mark),
        )

    def _saying(self, newest: Sequence[Owed]) -> Saying:
        return Saying(self.house, self.work, self.to, self.now, self.companies, newest)


def newest_of(told: Iterable[Pending]) -> tuple[Owed, ...]:
    """Of several rungs of one thing the newest."""
    found: dict[tuple[str, ...], Owed] = {}
    for one in sorted((each.owed for each in told), key=_age):
        rung = one.rung
        found[one.company, rung.season, rung.subject, _FAMILIES.get(rung.kind, rung.kind)] = one
    return tuple(found.values())


_FAMILIES = {
    RungKind.LAST_NOTE: RungKind.STATUTORY,
    RungKind.TO_GROUP: RungKind.INTERNAL,
    RungKind.TO_AGENCY: RungKind.TO_MANAGER,
}
"""Kinds that say the same of a thing: one of them is enough."""


def _age(one: Owed) -> tuple[date, time, int, int]:
    rung = one.rung
    return rung.day, rung.at or time.min, rung.offset, rung.later


def _is_within_last_days(one: Owed, now: datetime, zone: ZoneInfo) -> bool:
    over = datetime.combine(one.rung.due, time(), zone) + ONE_DAY
    return over - LAST_DAYS <= now < over


def _ref(to: Recipient, told: Sequence[Owed], now: datetime) -> SendRef:
    """The same for the same message at the same moment, and for no other."""
    words = "\n".join((to, now.isoformat(), *(each.key for each in told)))
    number = int.from_bytes(sha256(words.encode()).digest()[:8])
    signs = (SIGNS[number >> 5 * place & 31] for place in range(REF))
    return SendRef("".join(signs))
