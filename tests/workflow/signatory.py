"""甲公司 with a boss, a legal representative, finance and figures: what tests of signing start from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from tests.workflow.crew import BOSS, CHIEF, CREW, FINANCE
from tests.workflow.firm import FIRST, PACKS, count, doer, founded, with_case
from workflow.actions import hand_in
from workflow.assigning import crew_of
from workflow.change import Doer, with_season
from workflow.checklist import find_task, season_of
from workflow.content import content_digest
from workflow.events import EventKind, NoticeKind
from workflow.given import Given
from workflow.ids import ItemKey, PackRef, PersonId
from workflow.judging import settled
from workflow.model import Company, Outcome, Season
from workflow.pack import Item, ItemKind, Pack
from workflow.resealing import resealed
from workflow.signatures import SignTerms
from workflow.signing import ask_to_sign, seen_mark, sign, waiting_for
from workflow.team import Role

PACK = PACKS[PackRef("call_centre@2")]
DRAFT, LIST = ItemKey("sign_draft"), ItemKey("sign_differences")
SEATS, REVENUE = ItemKey("seats_total"), ItemKey("revenue_total")
SPARED = (Role.VIEWER, Role.CLERK)


def at(person: PersonId, minutes: int = 0) -> Doer:
    """Somebody, so long after nine."""
    by = doer(person=person)
    return replace(by, at=by.at + timedelta(minutes=minutes))


def kept(done: Outcome, by: Doer, pack: Pack = PACK) -> Company:
    """What is kept of it: its findings settled, its signatures sealed."""
    return whole(done, by, pack).company


def whole(done: Outcome, by: Doer, pack: Pack = PACK) -> Outcome:
    """The same with the events and notices that come of it."""
    return resealed(settled(done, lambda _: pack, by), lambda _: pack, by)


def firm(pack: Pack = PACK, *without: Role) -> Company:
    """The team with the season of 2026, 280 seats in it, given by finance."""
    team = tuple(each for role, each in CREW.items() if role not in (*SPARED, *without))
    company = with_case(replace(founded(), members=team), pack)
    season = replace(season_of(company, FIRST), assigned={SEATS: FINANCE})
    return gives(with_season(company, season), SEATS, count(280), pack=pack)


def gives(
    company: Company, key: ItemKey, given: Given, who: PersonId = FINANCE, pack: Pack = PACK
) -> Company:
    """Somebody hands something in, and it is saved."""
    return kept(hand_in(company, FIRST, pack, key, given, by=at(who)), at(who), pack)


def asked(company: Company, pack: Pack = PACK) -> Company:
    """The manager has pressed 请签字."""
    return kept(ask_to_sign(company, FIRST, pack, by=at(CHIEF)), at(CHIEF), pack)


def digest(company: Company, pack: Pack = PACK) -> str:
    """Of what stands now."""
    return content_digest(company, case(company), pack)


def before(company: Company, who: PersonId = BOSS, pack: Pack = PACK) -> str:
    """What the button to agree carries that they have before their eyes."""
    season = case(company)
    return seen_mark(company, season, pack, waiting_for(company, season, pack, who))


def signs(company: Company, who: PersonId = BOSS, pack: Pack = PACK) -> Outcome:
    """Somebody agrees to what stands now."""
    seen = before(company, who, pack)
    return whole(sign(company, FIRST, pack, seen, by=at(who)), at(who), pack)


def signed(company: Company, who: PersonId = BOSS, pack: Pack = PACK) -> Company:
    """The same, as it is kept."""
    return signs(company, who, pack).company


def case(company: Company) -> Season:
    """The season."""
    return season_of(company, FIRST)


def is_done(company: Company, key: ItemKey = DRAFT, pack: Pack = PACK) -> bool:
    """Whether the signature is not owed any more."""
    return not find_task(company, case(company), pack, key).is_owed


def signature(company: Company, key: ItemKey = DRAFT, pack: Pack = PACK) -> Item:
    """The item as the season has it."""
    return find_task(company, case(company), pack, key).item


def with_terms(terms: SignTerms, pack: Pack = PACK) -> Pack:
    """The pack, asking so of every signature."""
    items = (
        replace(item, sign=terms) if item.kind is ItemKind.SIGN else item for item in pack.items
    )
    return replace(pack, items=tuple(items))


def assigned(company: Company, given: Mapping[ItemKey, PersonId]) -> Company:
    """These items are theirs."""
    return with_season(company, replace(case(company), assigned=given))


def told(done: Outcome, kind: NoticeKind) -> set[PersonId]:
    """Who hears of it."""
    return {each.to for each in done.notices if each.kind is kind}


def kinds(done: Outcome) -> list[EventKind]:
    """What the trail says."""
    return [each.kind for each in done.events]


def owing(company: Company, key: ItemKey = DRAFT) -> tuple[PersonId, ...]:
    """In whose 我的事 the signature stands."""
    return crew_of(company).persons(case(company), signature(company, key))


def change(company: Company, seats: int) -> Outcome:
    """Finance gives another number of seats."""
    by = at(FINANCE)
    return whole(hand_in(company, FIRST, PACK, SEATS, count(seats), by=by), by)
