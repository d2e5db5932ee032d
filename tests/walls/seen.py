"""What a step did to the companies, where canaries came to stand, and what the walls ask of both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chat.note import Binding, read_note
from tests.talk import PACKS
from tests.walls import law
from workflow.events import Event
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.model import Company, Season
from workflow.pack import Item, Pack
from workflow.permissions import Action
from workflow.ports import ChatId

Companies = Mapping[CompanyId, Company]


class WallBroken(AssertionError):
    """Somebody read or changed what is none of theirs."""


def demand(kept: bool, otherwise: str) -> None:  # noqa: FBT001 - the question is the argument
    """WallBroken if it is not so."""
    if not kept:
        raise WallBroken(otherwise)


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a canary came to stand."""

    company: CompanyId
    season: SeasonId | None = None
    item: str = ""
    is_title: bool = False
    is_name: bool = False
    """A member's."""
    is_company: bool = False
    """The company's own name."""
    is_matter: bool = False
    """What the authority said: for those who see internal matters or deal with it."""
    is_robot: bool = False
    """What a robot is called: said where the company is set up, and in its records."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The companies before and after a step, and the notes of the chats."""

    before: Companies
    after: Companies
    notes: Mapping[ChatId, str]

    def of(self, company: CompanyId) -> Iterable[Company]:
        """The company as it was and as it is."""
        return (each[company] for each in (self.before, self.after) if company in each)


def item_at(company: Company, home: Landed) -> tuple[Season, Item] | None:
    """The item where the canary stands."""
    if home.season is None:
        return None
    return law.item_of(company, home.season, home.item, pack_of(company, home.season))


def pack_of(company: Company, season: SeasonId | None) -> Pack:
    """The pack of that season."""
    return next(PACKS[each.pack] for each in company.seasons if each.id == season)


def came_in(event: Event, before: Company, after: Company) -> bool:
    """By one link that was open, and to nothing beyond what it offers."""
    person = PersonId(event.subject)
    used = [each for each in before.invitations if each not in after.invitations]
    if person != event.by or len(used) != 1:
        return False
    (link,) = used
    was_open = link.used_by is None and not link.revoked and event.at < link.expires
    inviter = law.gives(link.by, frozenset({link.role}), before)
    gained = law.roles_of(person, after) - law.roles_of(person, before)
    return was_open and inviter and gained <= {link.role} and link.by != person


def was_asked(event: Event, group: int, after: Company, notes: Mapping[ChatId, str]) -> bool:
    """In that very group, by the one who asked in private for this company."""
    note = read_note(notes.get(ChatId(group), ""))
    if not isinstance(note, Binding):
        return False
    return (note.by, note.company, event.subject) == (event.by, after.id, str(group))


def is_asked(chat: int, company: CompanyId, seen: Seen) -> bool:
    """Somebody who may bind it asked to show it there."""
    note = read_note(seen.notes.get(ChatId(chat), ""))
    if not isinstance(note, Binding) or note.company != company:
        return False
    by = PersonId(note.by)
    return any(law.may(by, Action.BIND_GROUP, each) for each in seen.of(company))


def opened_for_colleagues(person: int, fresh: Company, before: Companies) -> bool:
    """Nobody is made to keep a new company but who opens it, and people they work with already."""
    me = PersonId(str(person))
    known = {
        member.person
        for company in before.values()
        if law.roles_of(me, company)
        for member in company.members
    }
    return {each.person for each in fresh.members} <= {me, *known}
