"""Clients that an agency brings in: what is wanted for them, and how their companies are built."""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow.cases import open_company, open_season
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind
from workflow.ids import CompanyId, PackRef, PersonId
from workflow.membership import place, with_member
from workflow.model import Company, Coverage, Lifecycle, Outcome
from workflow.opening import fill_in_known
from workflow.pack import Pack
from workflow.team import Member, Role


@dataclass(frozen=True, slots=True)
class Wanted:
    """A season that a line asks for."""

    pack: PackRef
    profile: str
    year: int
    licence_no: str
    province: str


@dataclass(frozen=True, slots=True)
class Client:
    """A company to be built, or to be completed, with its seasons."""

    name: str
    uscc: str
    owner: PersonId
    called: str
    """The owner's name."""
    seasons: tuple[Wanted, ...]


def build_client(
    company: CompanyId, client: Client, packs: Mapping[PackRef, Pack], *, by: Doer, called: str
) -> Outcome:
    """A new company with its seasons; the importer (known as `called`) and the owner are its clerks."""
    built = open_company(company, client.name, client.uscc, by=by, called=called, role=Role.CLERK)
    if client.owner != by.person:
        owner = Member(client.owner, client.called, (Role.CLERK,))
        done = Done(EventKind.MEMBER_JOINED, subject=owner.person, new=place(owner))
        built = built.then(outcome(with_member(built.company, owner), by, done))
    for wanted in client.seasons:
        built = built.then(_with_season(built.company, wanted, packs[wanted.pack], by))
    return built


def complete_client(
    company: Company, client: Client, packs: Mapping[PackRef, Pack], *, by: Doer
) -> Outcome | None:
    """The seasons of the list that a known company lacks; None if it has them all.

    Nothing else of it changes. NotAllowed, Archived where they cannot be opened.
    """
    completed = Outcome(company, ())
    for wanted in client.seasons:
        if not _has(completed.company, wanted):
            step = _with_season(completed.company, wanted, packs[wanted.pack], by)
            completed = completed.then(step)
    return completed if completed.events else None


def _has(company: Company, wanted: Wanted) -> bool:
    """Without a number any licence of that kind is meant: its number may have come since."""
    return any(
        (kind_of(each.pack), each.year) == (kind_of(wanted.pack), wanted.year)
        and wanted.licence_no in ("", each.licence_no)
        and each.lifecycle is not Lifecycle.REMOVED
        for each in company.seasons
    )


def kind_of(ref: PackRef) -> str:
    """The kind of licence, whatever the version of its pack."""
    return ref.partition("@")[0]


def _with_season(company: Company, wanted: Wanted, pack: Pack, by: Doer) -> Outcome:
    opened = open_season(
        company,
        pack,
        wanted.profile,
        wanted.year,
        licence_no=wanted.licence_no,
        coverage=Coverage(wanted.province),
        by=by,
    )
    season = opened.company.seasons[-1]
    return opened.then(fill_in_known(opened.company, season.id, pack, by=by))
