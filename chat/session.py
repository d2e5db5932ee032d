"""What a handler is given: who speaks, in which language, when, and the work to read and save."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chat.identity import Identity
from chat.note import Note, read_note, write_note
from chat.overviews import Overviews
from chat.talk import Incoming
from messages.catalogue import LOCALES, Catalogue
from messages.plain_words import PlainWords, plain_words
from messages.say import Say
from messages.wording import Wording
from workflow.assigning import may_see
from workflow.change import Doer
from workflow.checklist import Task, find_task, season_of
from workflow.errors import CompanyDamaged, NoSuchCompany, NoSuchItem, NoSuchSeason
from workflow.forms import NO_FORMS, FormBook
from workflow.ids import CompanyId, ItemKey, PackRef, SeasonId
from workflow.judging import settled
from workflow.ledger import NothingTold, NoticeRecord
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.pack import Item, Pack
from workflow.permissions import Action, require
from workflow.policy import Policy
from workflow.ports import Acquaintance, CompanyCard, Work
from workflow.progress import Overview
from workflow.questions import Questions
from workflow.resealing import resealed
from workflow.schedule import Plan, plan
from workflow.workdays import Calendar


class Door(StrEnum):
    """Who may open a company."""

    ANYBODY = "anybody"
    LISTED = "listed"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Access:
    """The configuration's answer to who may open a company here."""

    door: Door
    people: frozenset[str] = frozenset()
    code: str = ""

    def admits(self, person: Acquaintance) -> bool:
        """Whether this person may open a company now."""
        match self.door:
            case Door.ANYBODY:
                return True
            case Door.LISTED:
                return person.person in self.people
            case Door.CODE:
                return person.admitted or person.person in self.people


@dataclass(frozen=True, slots=True)
class House:
    """What does not change from one update to the next; made in bot.py."""

    catalogue: Catalogue
    packs: Mapping[PackRef, Pack]
    calendar: Calendar
    access: Access
    zone: ZoneInfo
    default_locale: str
    new_id: Callable[[], str]
    identity: Identity = field(default_factory=Identity)
    public_url: str = ""
    """Where calendar feeds are found, with no slash at its end; empty: nowhere."""
    has_mail: bool = False
    """Whether letters go out here."""
    policies: Mapping[PackRef, Policy] = field(default_factory=dict)
    """When packs remind, by what they name."""
    questions: Questions = field(default_factory=dict)
    """What is asked about the report itself, and answered from the packs."""
    forms: FormBook = NO_FORMS
    """The forms of the platform, into which the report is typed over."""
    record: NoticeRecord = field(default_factory=NothingTold, compare=False)
    """Who was told what."""
    overviews: Overviews = field(init=False, compare=False)
    words: PlainWords = field(init=False, compare=False)
    """What people say who press no key."""

    def __post_init__(self) -> None:
        """Remember overviews under this house's calendar, and what its packs are asked."""
        object.__setattr__(self, "overviews", Overviews(self.calendar))
        asked = {said: key for key, each in self.questions.items() for said in each.asked}
        object.__setattr__(self, "words", plain_words().asking(asked))


@dataclass(frozen=True, slots=True)
class Case:
    """A season with all that is needed to speak of it."""

    company: Company
    season: Season
    pack: Pack


@dataclass(slots=True)
class Session:
    """One update being answered."""

    house: House
    work: Work
    incoming: Incoming
    me: Acquaintance

    @property
    def wording(self) -> Wording:
        """The catalogue in the speaker's language."""
        return Wording(self.house.catalogue, self.me.locale, self.house.zone)

    @property
    def topic(self) -> int:
        """The forum topic that is spoken in, 0 for none."""
        return self.incoming.room.topic if self.incoming.room else 0

    @property
    def today(self) -> date:
        """The day it is in the house's zone."""
        return self.incoming.at.astimezone(self.house.zone).date()

    @property
    def doer(self) -> Doer:
        """The speaker as the one who does something, now."""
        return Doer(self.me.person, self.incoming.at, self.today, int(self.incoming.chat))

    # --- what is being asked ------------------------------------------------------------

    @property
    def note(self) -> Note | None:
        """What is being asked in this chat."""
        return read_note(self.work.note(self.incoming.chat))

    def keep(self, note: Note | None) -> None:
        """Ask this from now on; None asks nothing."""
        self.work.keep_note(self.incoming.chat, write_note(note))

    # --- companies and seasons ----------------------------------------------------------

    def companies(self) -> tuple[CompanyCard, ...]:
        """The speaker's companies, by name."""
        return self.work.companies_of(self.me.person)

    def company(self, company: CompanyId) -> Company:
        """The company, if the speaker may look at it; else NoSuchCompany."""
        try:
            found = self.work.company(company)
        except CompanyDamaged:
            if all(card.id != company for card in self.companies()):
                raise NoSuchCompany from None
            raise
        if found.lifecycle is Lifecycle.REMOVED:
            raise NoSuchCompany
        require(self.me.person, Action.LOOK, found)
        return found

    def case(self, company: str, season: str) -> Case:
        """The season with its pack; the speaker's screen stays with it from now on.

        NoSuchSeason also for one that was removed.
        """
        found = self.company(CompanyId(company))
        case = self.case_of(found, season_of(found, SeasonId(season)))
        if case.season.lifecycle is Lifecycle.REMOVED:
            raise NoSuchSeason
        self.look_at(case.company.id, case.season.id)
        return case

    def case_at(self, company: Company, season: str) -> Case:
        """The season of a company at hand, looked at without putting it on anybody's screen."""
        return self.case_of(company, season_of(company, SeasonId(season)))

    def pack_of(self, season: Season) -> Pack:
        """The pack a season was opened with."""
        return self.house.packs[season.pack]

    def case_of(self, company: Company, season: Season) -> Case:
        """A season of a company at hand."""
        return Case(company, season, self.house.packs[season.pack])

    def current(self) -> Case | None:
        """The season on the speaker's screen, else the only or newest active one, else None."""
        for card in self._at_hand():
            company = self.work.company(card.id)
            active = [s for s in company.seasons if s.lifecycle is Lifecycle.ACTIVE]
            chosen = [s for s in active if s.id == self.me.season and card.id == self.me.company]
            if chosen or active:
                return self.case_of(company, (chosen or active[-1:])[0])
        return None

    def _at_hand(self) -> tuple[CompanyCard, ...]:
        """The company on the screen; where none was chosen, the first active one."""
        cards = [card for card in self.companies() if card.lifecycle is Lifecycle.ACTIVE]
        mine = [card for card in cards if card.id == self.me.company]
        return tuple(mine or cards[:1])

    def look_at(self, company: CompanyId, season: str) -> None:
        """Put this season on the speaker's screen."""
        if (self.me.company, self.me.season) != (company, season):
            self.remember(replace(self.me, company=company, season=season))

    def remember(self, me: Acquaintance) -> None:
        """Remember something about the speaker."""
        self.me = me
        self.work.remember(me)

    # --- links that lead nowhere --------------------------------------------------------

    def is_guessing(self, most: int, wait: timedelta) -> bool:
        """Whether the speaker tried so many links in vain that they have to wait."""
        tried = self.me.guessed
        return self.me.guesses >= most and tried is not None and self.incoming.at - tried < wait

    def count_guess(self, wait: timedelta) -> None:
        """One more link that led nowhere; after a pause of `wait` counting starts anew."""
        tried = self.me.guessed
        fresh = tried is None or self.incoming.at - tried >= wait
        guesses = 1 if fresh else self.me.guesses + 1
        self.remember(replace(self.me, guesses=guesses, guessed=self.incoming.at))

    def forget_guesses(self) -> None:
        """A link was right."""
        if self.me.guesses:
            self.remember(replace(self.me, guesses=0, guessed=None))

    def save(self, outcome: Outcome) -> None:
        """Keep what an action decided, with what it does to findings and signatures."""
        self.work.save(self._settled(outcome))

    def _settled(self, outcome: Outcome) -> Outcome:
        judged = settled(outcome, self.pack_of, self.doer)
        return resealed(judged, self.pack_of, self.doer)

    def saved(self, case: Case, outcome: Outcome) -> Case:
        """Keep what an action decided; gives the same case as it is now."""
        outcome = self._settled(outcome)
        self.work.save(outcome)
        return self.case_of(outcome.company, season_of(outcome.company, case.season.id))

    def overview(self, case: Case) -> Overview:
        """How far the case is today."""
        return self.house.overviews.of(case.company, case.season, case.pack, self.today)

    def plan(self, case: Case) -> Plan:
        """The dated steps of the case."""
        return plan(case.season, case.pack, self.house.calendar)

    def task(self, case: Case, key: str) -> Task:
        """The task of that key; NoSuchItem also where the speaker may not see it."""
        found = find_task(case.company, case.season, case.pack, ItemKey(key))
        if not self.sees(case, found.item):
            raise NoSuchItem
        return found

    def sees(self, case: Case, item: Item) -> bool:
        """Whether the speaker may see the item: internal matters are not for everybody."""
        return may_see(self.me.person, case.company, case.season, item)

    def seen(self, case: Case, tasks: Iterable[Task]) -> tuple[Task, ...]:
        """Those of the tasks that the speaker may see."""
        return tuple(task for task in tasks if self.sees(case, task.item))

    # --- words people type --------------------------------------------------------------

    def is_word(self, sentence: str, text: str) -> bool:
        """Whether the text is one of the words that the sentence lists, in any language."""
        bare = text.strip().strip("!！。.~～ ").casefold()
        return bare in self.words(sentence)

    def words(self, sentence: str) -> frozenset[str]:
        """The words that the sentence lists, in any language."""
        return frozenset(word for locale in LOCALES for word in self._words(sentence, locale))

    def _words(self, sentence: str, locale: str) -> frozenset[str]:
        wording = Wording(self.house.catalogue, locale, self.house.zone)
        return frozenset(wording.plain(Say(sentence)).casefold().split("|"))
