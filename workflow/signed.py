"""Who has signed what stands now, who is still to sign, and whether that is enough."""

from workflow.given import AnswerGiven, Confirmed, Entry, FilesGiven, ItemState, Located
from workflow.ids import ItemKey, PersonId
from workflow.model import Company, Season
from workflow.pack import Item
from workflow.team import Role

SIGNERS = frozenset({Role.BOSS, Role.LEGAL_REP})
"""Whose signature is meant where one is asked."""
Signature = Confirmed | FilesGiven | Located
"""By name, or on a paper that was scanned or lies somewhere."""


def signers_of(company: Company, season: Season, item: Item) -> tuple[PersonId, ...]:
    """Who may sign the item here: the one it was given to, else the boss and legal representative.

    Where the pack lets nobody sign for their own figures, those who handed some in are left out,
    unless nobody else is there.
    """
    owner = season.assigned.get(item.key)
    members = tuple(each.person for each in company.members)
    if owner in members:
        asked = tuple(each for each in members if each == owner)
    else:
        asked = tuple(m.person for m in company.members if not SIGNERS.isdisjoint(m.roles))
    if item.sign.own:
        return asked
    authors = _authors(company, season)
    return tuple(each for each in asked if each not in authors) or asked


def _authors(company: Company, season: Season) -> frozenset[PersonId]:
    """Those whose answers stand in the report."""
    facts = [each.items for each in company.facts if each.year == season.year]
    states = [state for items in (season.items, *facts) for state in items.values()]
    newest = [state.live[-1] for state in states if state.live]
    return frozenset(each.by for each in newest if isinstance(each.given, AnswerGiven))


def signatures(season: Season, item: Item, state: ItemState) -> tuple[Entry, ...]:
    """Those that hold: made for what stands now, and not given back."""
    return tuple(
        each
        for each in state.live
        if isinstance(each.given, Signature)
        and (each.review is None or each.review.accepted)
        and not is_aside(season, item.key, each)
    )


def is_aside(season: Season, item: ItemKey, entry: Entry) -> bool:
    """Whether it was made for something that does not stand any more."""
    seal = season.signing.seals.get(item, {}).get(entry.version)
    return seal is not None and seal.digest != season.signing.content


def is_signed(company: Company, season: Season, item: Item, state: ItemState) -> bool:
    """Whether enough have signed; a paper is taken to hold whatever signatures it needs."""
    found = signatures(season, item, state)
    names = {each.given.name for each in found if isinstance(each.given, Confirmed)}
    is_on_paper = any(not isinstance(each.given, Confirmed) for each in found)
    return is_on_paper or len(names) >= wanted(company, season, item)


def wanted(company: Company, season: Season, item: Item) -> int:
    """How many are to sign: two are needed where there are two."""
    return max(1, min(item.sign.quorum, len(signers_of(company, season, item))))


def still_to_sign(company: Company, season: Season, item: Item) -> tuple[PersonId, ...]:
    """The signers whose signature does not stand; nobody once there are enough."""
    state = season.items.get(item.key, ItemState())
    if is_signed(company, season, item, state):
        return ()
    have = {each.by for each in signatures(season, item, state)}
    return tuple(each for each in signers_of(company, season, item) if each not in have)


def owed_by(company: Company, season: Season, item: Item) -> tuple[PersonId, ...] | None:
    """Who owes a signature that was asked for; None where none was, or who runs the work is to act."""
    ask = season.signing.asked.get(item.key)
    if ask is None or ask.given_back or ask.on_paper:
        return None
    return still_to_sign(company, season, item) or None


def is_with_keepers(season: Season, item: ItemKey) -> bool:
    """Whether those who run the work are to act first: it was given back, or goes on paper."""
    ask = season.signing.asked.get(item)
    return ask is not None and (ask.given_back is not None or ask.on_paper)
