"""What was read: every canary and every name of a company, held against who may know it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from chat.buttons import Verb
from chat.documents import CalendarFile, TrailExport
from chat.errands import TakeAway, TryOut
from chat.note import Joining, read_note
from chat.rounds import Digest
from chat.talk import Outgoing, Send, SendDocument, SendPaper, SendPicture
from storage.memory import MemoryStore
from tests.chat.markup import presses, words
from tests.talk import CALENDAR, PACKS
from tests.walls import law
from tests.walls.seen import Landed, Seen, demand, is_asked, item_at
from tests.walls.town import NAMES
from workflow.agenda import agenda
from workflow.any_paper import AnyPaper
from workflow.events import Event, EventKind
from workflow.ids import CompanyId, ItemKey, PersonId
from workflow.inviting import digest_of
from workflow.model import Company
from workflow.permissions import Action
from workflow.ports import ChatId
from workflow.quality_data import QualityData
from workflow.reminders import Recipient

TOKEN = re.compile(r"(?<![0-9A-Za-z])ZQ\d+Q(?![0-9A-Za-z])")
"""Standing alone: the number of a message may begin like one."""
FEED = re.compile(r"/feed/([A-Za-z0-9_-]+)\.ics")
TITLES = frozenset({
    EventKind.ITEM_ADDED, EventKind.ITEM_RENAMED, EventKind.STEP_ADDED, EventKind.STEP_RENAMED,
})  # fmt: skip
RECORDS = frozenset({
    Verb.TOLD, Verb.TOLD_TO, Verb.TOLD_STEP, Verb.TOLD_PEOPLE, Verb.TOLD_STEPS,
})  # fmt: skip
OF_COMPANIES = frozenset({EventKind.COMPANY_OPENED, EventKind.COMPANY_CORRECTED})
OF_ROBOTS = frozenset({EventKind.ROBOT_ADDED, EventKind.ROBOT_CHANGED, EventKind.ROBOT_REMOVED})


@dataclass
class Reading:
    """Where the canaries stand, who said them, and whether somebody may read them there."""

    store: MemoryStore
    landed: dict[str, tuple[Landed, ...]] = field(default_factory=dict)
    """A name stands in each company that somebody bears it in."""
    authors: dict[str, int] = field(default_factory=dict)
    """Who said a canary first: to them it may always be said back."""

    def said(self, person: int, what: object) -> None:
        """Whoever says a canary first is its author."""
        for token in TOKEN.findall(repr(what)):
            self.authors.setdefault(token, person)

    # --- what is judged -----------------------------------------------------------------

    def judge(self, chat: int, outgoing: Outgoing, seen: Seen) -> None:
        """What comes to a chat, a file or its caption included."""
        match outgoing:
            case SendDocument(document=document):
                demand(chat > 0, "a file in a group")
                self._judge_document(chat, document, seen)
            case SendPaper():
                demand(chat > 0, "a paper in a group")
            case TryOut():
                self._judge_try(chat, outgoing, seen)
        text = _words(outgoing)
        self.judge_text(chat, text, seen)
        self._judge_doors(chat, outgoing, seen)
        for secret in FEED.findall(text):
            known = self.store.people.get(PersonId(str(chat)))
            is_own = known is not None and known.feed == digest_of(secret)
            demand(is_own, f"{chat} has the address of another's calendar")

    def _judge_doors(self, chat: int, outgoing: Outgoing, seen: Seen) -> None:
        """Who has pages of the record of notices to turn may look through the record."""
        for data in presses((outgoing,)):
            verb, company, *_ = *data.split("|"), ""
            if verb in RECORDS:
                known = seen.of(CompanyId(company))
                allowed = any(law.may(_id(chat), Action.AUDIT, each) for each in known)
                demand(allowed, f"{chat} looks through the record of notices of {company}")

    def judge_text(self, chat: int, text: str, seen: Seen) -> None:
        """Words that come to a chat."""
        judge = self._group_may_read if chat < 0 else self._may_read
        for token in dict.fromkeys(TOKEN.findall(text)):
            is_own = chat > 0 and self.authors.get(token) == chat
            homes = self.landed.get(token, ())
            demand(
                is_own or any(judge(chat, each, seen) for each in homes),
                f"{chat} reads {token} of {homes}:\n{text}",
            )
        for company in _named(text):
            demand(self._knows(chat, company, seen), f"{chat} reads of {company}:\n{text}")

    def judge_found(self, person: int, text: str, seen: Seen) -> None:
        """What somebody drops into a chat of strangers: of what people wrote their company's name."""
        for token in TOKEN.findall(text):
            homes = self.landed.get(token, ())
            demand(
                any(e.is_company and self._belongs(person, e.company, seen) for e in homes),
                f"{person} drops {token} of {homes}:\n{text}",
            )
        for company in _named(text):
            demand(self._belongs(person, company, seen), f"{person} drops {company}:\n{text}")

    def judge_digest(self, to: Recipient, digest: Digest, seen: Seen) -> None:
        """A morning's message, in the messenger and beyond it."""
        if digest.send is not None:
            self.judge(int(digest.send.chat), digest.send, seen)
        if digest.plain is not None:
            self._judge_plain(to, f"{digest.plain.subject}\n{digest.plain.text}", seen)

    def judge_calendar(self, person: int, seen: Seen) -> None:
        """What stands in their calendar, whichever companies it is made from."""
        companies = seen.after.values()
        entries = [e for each in companies for e in agenda(each, PACKS, CALENDAR, _id(person))]
        text = "\n".join(f"{each.company} {each.step.title}" for each in entries)
        self.judge_text(person, text, seen)

    def _judge_document(self, chat: int, document: object, seen: Seen) -> None:
        match document:
            case CalendarFile(person):
                demand(person == str(chat), f"{chat} has the calendar of {person}")
                self.judge_calendar(chat, seen)
            case TrailExport(company):
                known = seen.of(company)
                allowed = any(law.may(_id(chat), Action.LOOK_SENSITIVE, each) for each in known)
                demand(allowed, f"{chat} takes away the trail of {company}")

    def _judge_try(self, chat: int, errand: TryOut, seen: Seen) -> None:
        """To a robot of a company that they may set up, or to an address of their own."""
        company = CompanyId(errand.company)
        if company:
            known = seen.of(company)
            allowed = any(law.may(_id(chat), Action.ADMINISTER, each) for each in known)
            is_its = any(errand.address == each.address for one in known for each in one.robots)
            demand(allowed and is_its, f"{chat} tries a robot of {company}")
            to = f"{company}#{errand.number}"
        else:
            me = self.store.people[_id(chat)]
            demand(errand.address in me.addresses, f"{chat} tries another's address")
            to = me.person
        self._judge_plain(Recipient(to), f"{errand.subject}\n{errand.text}", seen)

    def _judge_plain(self, to: Recipient, text: str, seen: Seen) -> None:
        """Outside of private chats no internal matter is named, whoever hears of it."""
        place = to.partition("#")[0]
        for token in TOKEN.findall(text):
            homes = self.landed.get(token, ())
            demand(
                any(self._is_said_to(place, each, seen) for each in homes),
                f"{to} is told {token} of {homes}:\n{text}",
            )
        for company in _named(text):
            demand(self._is_near(place, company, seen), f"{to} is told of {company}:\n{text}")

    def _is_said_to(self, place: str, home: Landed, seen: Seen) -> bool:
        if not (home.is_company or home.is_name or home.is_title):
            return False
        is_internal = any(_is_internal(each, home) for each in seen.of(home.company))
        return not is_internal and self._is_near(place, home.company, seen)

    def _is_near(self, place: str, company: CompanyId, seen: Seen) -> bool:
        """It is a robot of the company, or an address of a member."""
        is_robot = not place.isdecimal()
        return place == company if is_robot else self._belongs(int(place), company, seen)

    # --- who may read -------------------------------------------------------------------

    def _knows(self, chat: int, company: CompanyId, seen: Seen) -> bool:
        """Whether the chat may know that there is this company."""
        if chat < 0:
            bound = any(group.chat == chat for each in seen.of(company) for group in each.groups)
            return bound or is_asked(chat, company, seen)
        return self._belongs(chat, company, seen) or self._is_invited(chat, company, seen)

    def _belongs(self, person: int, company: CompanyId, seen: Seen) -> bool:
        return any(law.roles_of(_id(person), each) for each in seen.of(company))

    def _is_invited(self, chat: int, company: CompanyId, seen: Seen) -> bool:
        notes = (self.store.notes.get(ChatId(chat), ""), seen.notes.get(ChatId(chat), ""))
        digests = [n.digest for note in notes if isinstance(n := read_note(note), Joining)]
        return any(i.digest in digests for each in seen.of(company) for i in each.invitations)

    def _may_read(self, chat: int, home: Landed, seen: Seen) -> bool:
        if home.is_name or home.is_company:
            return self._knows(chat, home.company, seen)
        if home.is_robot:
            known = seen.of(home.company)
            return any(law.may(_id(chat), Action.AUDIT, each) for each in known)
        if home.is_matter:
            known = seen.of(home.company)
            return any(law.may(_id(chat), each, one) for one in known for each in law.OF_MATTERS)
        if not home.item:
            return self._belongs(chat, home.company, seen)
        return any(self._sees(_id(chat), each, home) for each in seen.of(home.company))

    def _sees(self, person: PersonId, company: Company, home: Landed) -> bool:
        found = item_at(company, home)
        return found is not None and law.sees(person, company, *found)

    def _group_may_read(self, chat: int, home: Landed, seen: Seen) -> bool:
        """Titles of what is no internal matter, and names: in the company's own group without outsiders."""
        if home.is_company:
            return self._knows(chat, home.company, seen)
        if not (home.is_title or home.is_name):
            return False
        for company in seen.of(home.company):
            is_internal = home.is_title and _is_internal(company, home)
            groups = (each for each in company.groups if each.chat == chat)
            if not is_internal and any(not each.has_outsiders for each in groups):
                return True
        return False

    # --- where canaries stand -----------------------------------------------------------

    def land(self, company: Company, events: Iterable[Event]) -> None:
        """Know where the canaries of these events stand from now on."""
        for event in events:
            said = f"{event.new} {event.why} {event.behalf} {event.subject}"
            home = Landed(
                *(company.id, event.season, law.item_behind(company, event)),
                is_matter=event.kind in law.MATTERS,
                is_title=event.kind in TITLES,
                is_company=event.kind in OF_COMPANIES,
                is_robot=event.kind in OF_ROBOTS,
            )
            for token in (*TOKEN.findall(said), *TOKEN.findall(_handed_in(company, home))):
                self.landed.setdefault(token, (home,))
        people = (*company.members, *company.former)
        for name in (*(each.name for each in people), *(each.name for each in company.colleagues)):
            for token in TOKEN.findall(name):
                self._name(token, Landed(company.id, is_name=True))

    def _name(self, token: str, home: Landed) -> None:
        homes = self.landed.get(token, ())
        if home not in homes and all(each.is_name for each in homes):
            self.landed[token] = (*homes, home)


def _words(outgoing: Outgoing) -> str:
    """All that is read of it, also where it is no message."""
    match outgoing:
        case SendPicture(chat, picture, message, otherwise):
            shown = words((Send(chat, message), Send(chat, otherwise)))
            return f"{picture}\n{shown}"
        case SendPaper(chat, paper, caption, otherwise):
            said = f"{caption}\n{words((Send(chat, otherwise),))}"
            return f"{_on_paper(paper.paper)}\n{paper.name}\n{said}"
        case TakeAway(gone=gone, stays=stays):
            return f"{gone}\n{stays}"
        case _:
            return words((outgoing,))


def _on_paper(data: AnyPaper) -> str:
    """All that is written on it; the pack says nothing of a company."""
    told = f"{data.company}\n{data.names}"
    if isinstance(data, QualityData):
        return f"{told}\n{data.found}"
    return f"{told}\n{data.parts}\n{data.differences}\n{data.materials}"


def _id(person: int) -> PersonId:
    return PersonId(str(person))


def _named(text: str) -> Iterable[CompanyId]:
    return (CompanyId(company) for company, name in NAMES.items() if name[:4] in text)


def _is_internal(company: Company, home: Landed) -> bool:
    found = item_at(company, home) if home.item else None
    if found is None:
        return False
    season, item = found
    return season.tailoring.sensitive.get(item.key, item.sensitive)


def _handed_in(company: Company, home: Landed) -> str:
    """All that stands there by now, where it is from included."""
    seasons = [each for each in company.seasons if each.id == home.season]
    if home.is_matter:
        return repr([each.matters for each in seasons])
    if not home.item:
        return ""
    key = ItemKey(home.item)
    facts = [each.items.get(key) for each in company.facts]
    earlier = [given.get(key) for each in seasons for given in each.earlier.values()]
    return repr((facts, [each.items.get(key) for each in seasons], earlier))
