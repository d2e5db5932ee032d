"""Signatures kept to what they were given for: sealed when made, aside when the content changes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from workflow.assigning import crew_of
from workflow.change import Doer, Done, outcome, with_season
from workflow.content import content, digest_of, marks_of
from workflow.events import EventKind, NoticeKind
from workflow.given import Confirmed, Entry, ItemState
from workflow.ids import PersonId
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.notify import telling
from workflow.pack import Item, ItemKind, Pack
from workflow.signatures import Seal
from workflow.signed import Signature, signatures, signers_of

SETTLES = timedelta(minutes=30)
"""So long after a change the signers are asked again: more of the same may follow, or it goes back."""


def resealed(done: Outcome, pack_of: Callable[[Season], Pack], by: Doer) -> Outcome:
    """The outcome with new signatures sealed, and those put aside that were for something else.

    Whose signature went aside is asked again, once, until they sign or what they signed stands
    again. To be called once for what a person did, after its findings are settled.
    """
    for season in done.company.seasons:
        if season.lifecycle is Lifecycle.ACTIVE:
            pack = pack_of(season)
            items = tuple(_signed_items(season, pack))
            if items:
                done = done.then(_resealed(done.company, season, pack, items, by))
    return done


def _signed_items(season: Season, pack: Pack) -> Iterator[Item]:
    """Where anything was ever signed."""
    for key in season.items:
        item = pack.find(key)
        if item is not None and item.kind is ItemKind.SIGN:
            yield item


def _resealed(
    company: Company, season: Season, pack: Pack, items: tuple[Item, ...], by: Doer
) -> Outcome:
    lines = content(company, season, pack)
    seal = Seal(digest_of(lines), marks_of(lines))
    seals = {item.key: _seals(season, item, seal) for item in items}
    signing = replace(season.signing, content=seal.digest, seals=seals)
    if signing == season.signing:
        return Outcome(company, ())
    now = replace(season, signing=signing)
    changed = with_season(company, now)
    turned = tuple(_turned(season, now, items))
    if not turned:
        return Outcome(changed, ())
    told = outcome(changed, by, *turned)
    people = _asked_again(changed, season, now, items)
    return telling(told, people, NoticeKind.SIGN_AGAIN, settles=SETTLES, count=len(turned))


def _state(season: Season, item: Item) -> ItemState:
    return season.items.get(item.key, ItemState())


def _seals(season: Season, item: Item, now: Seal) -> Mapping[int, Seal]:
    """The seals there were, and one for each signature that had none.

    The lines are kept with the newest of each signer alone: what changed since is shown from there.
    """
    known = season.signing.seals.get(item.key, {})
    made = [each for each in _state(season, item).live if isinstance(each.given, Signature)]
    newest = {_who(each): each.version for each in made}.values()
    seals = {each.version: known.get(each.version, now) for each in made}
    return {
        version: seal if version in newest else replace(seal, marks={})
        for version, seal in seals.items()
    }


def _who(entry: Entry) -> tuple[PersonId, str]:
    return entry.by, entry.given.name if isinstance(entry.given, Confirmed) else ""


def _turned(before: Season, now: Season, items: tuple[Item, ...]) -> Iterator[Done]:
    """What went aside, and what stands again."""
    for item in items:
        old, new = _standing(before, item), _standing(now, item)
        if old - new:
            yield Done(EventKind.SIGN_ASIDE, season=now, subject=item.key)
        elif new - old:
            yield Done(EventKind.SIGN_STANDS, season=now, subject=item.key)


def _standing(season: Season, item: Item) -> frozenset[int]:
    return frozenset(each.version for each in signatures(season, item, _state(season, item)))


def _asked_again(
    company: Company, before: Season, now: Season, items: tuple[Item, ...]
) -> tuple[PersonId, ...]:
    """Those whose signature went aside; of a paper that others brought, who owes it now."""
    people: dict[PersonId, None] = {}
    for item in items:
        gone = _standing(before, item) - _standing(now, item)
        entries = [each for each in _state(now, item).live if each.version in gone]
        signers = signers_of(company, now, item)
        own = [each.by for each in entries if each.by in signers]
        owing = crew_of(company).persons(now, item) if len(own) < len(entries) else ()
        people |= dict.fromkeys((*own, *owing))
    return tuple(people)
