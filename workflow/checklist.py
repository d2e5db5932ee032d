"""The items of one season as its company keeps them, and how each of them stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from workflow.basis import Basis, Standing
from workflow.errors import NoSuchItem, NoSuchSeason
from workflow.given import (
    AnswerGiven,
    Entry,
    FilesGiven,
    ItemState,
    Located,
    NotApplicable,
    Review,
    WaitingUntil,
)
from workflow.handling import awaits_review, is_sensitive, needs_review
from workflow.ids import ItemKey, MilestoneKey, SeasonId
from workflow.milestones import milestones_of
from workflow.model import AddedItem, Company, Season
from workflow.pack import Duty, FormSpec, Item, ItemKind, Pack, Profile, Scope
from workflow.signed import is_signed
from workflow.text import Text

EMPTY = ItemState()


class Condition(StrEnum):
    """How an item stands. Only DONE and NOT_APPLICABLE are not owed any more."""

    OPEN = "open"
    """Nothing stands there, or what was handed in was given back."""
    WAITING = "waiting"
    ESTIMATED = "estimated"
    IN_REVIEW = "in_review"
    """Handed in, and not accepted yet."""
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


OWED = frozenset(Condition) - {Condition.DONE, Condition.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Task:
    """An item in one season: what is asked and what was handed in."""

    item: Item
    """As the season has it: the company's own title, its word on review and sensitivity, and the
    step it moved to where its own is not taken on."""
    state: ItemState
    condition: Condition
    """How it stands, from what was handed in and not withdrawn."""

    @property
    def is_owed(self) -> bool:
        """Whether something is still to be done."""
        return self.condition in OWED and self.item.duty is not Duty.CHECKING

    @property
    def newest(self) -> Entry | None:
        """The version that counts."""
        return self.state.live[-1] if self.state.live else None

    @property
    def given_back(self) -> Review | None:
        """Who gave the newest version back and why, if somebody did."""
        review = self.newest.review if self.newest else None
        return review if review and not review.accepted else None


def condition(company: Company, season: Season, item: Item, state: ItemState) -> Condition:
    """What the entries come to, and what others said of them."""
    live = state.live
    if not live or (live[-1].review and not live[-1].review.accepted):
        return Condition.OPEN
    claimed = _claimed(item, live)
    if claimed is Condition.DONE and item.kind is ItemKind.SIGN:
        claimed = Condition.DONE if is_signed(company, season, item, state) else Condition.OPEN
    if claimed is Condition.DONE and awaits_review(company, season, item, state):
        return Condition.IN_REVIEW
    return claimed


def _claimed(item: Item, live: tuple[Entry, ...]) -> Condition:
    """What they come to by themselves."""
    match live[-1].given:
        case NotApplicable():
            return Condition.NOT_APPLICABLE
        case WaitingUntil():
            return Condition.WAITING
        case AnswerGiven(estimate=True):
            return Condition.ESTIMATED
        case _ if isinstance(item.spec, FormSpec):
            return _form_condition(live)
        case _:
            return Condition.DONE


def _form_condition(live: tuple[Entry, ...]) -> Condition:
    """A form wants its lines and its files; lines that are an estimate stay one."""
    lines = [entry.given for entry in live if isinstance(entry.given, AnswerGiven)]
    if not lines or not any(isinstance(entry.given, FilesGiven | Located) for entry in live):
        return Condition.OPEN
    return Condition.ESTIMATED if lines[-1].estimate else Condition.DONE


def takes_files(item: Item) -> bool:
    """Papers and forms, and a scan for a signature; a confirmation is somebody's word, no file."""
    return item.kind in (ItemKind.MATERIAL, ItemKind.SIGN) or isinstance(item.spec, FormSpec)


def season_of(company: Company, season: SeasonId) -> Season:
    """The season of that id; NoSuchSeason if the company has none."""
    for each in company.seasons:
        if each.id == season:
            return each
    raise NoSuchSeason


def facts_of(company: Company, year: int) -> Mapping[ItemKey, ItemState]:
    """The company-wide answers of a reporting year."""
    return next((facts.items for facts in company.facts if facts.year == year), {})


def state_of(company: Company, season: Season, item: Item) -> ItemState:
    """What was handed in for the item, in the season or for the company as the item says."""
    kept = facts_of(company, season.year) if item.scope is Scope.COMPANY else season.items
    return kept.get(item.key, EMPTY)


def checklist(company: Company, season: Season, pack: Pack) -> tuple[Task, ...]:
    """All tasks of the season in the pack's order, the company's own at the end."""
    return tuple(_task(company, season, item) for item in asked_items(season, pack))


def asked_items(season: Season, pack: Pack) -> Iterator[Item]:
    """The items of the checklist, what the company does without left out."""
    return (item for item in items_of(season, pack) if not _is_dropped(item, season))


def _is_dropped(item: Item, season: Season) -> bool:
    tailoring = season.tailoring
    return item.key in tailoring.dropped_items or item.milestone in tailoring.dropped_steps


def _task(company: Company, season: Season, item: Item) -> Task:
    state = state_of(company, season, item)
    return Task(item, state, condition(company, season, item, state))


def items_of(season: Season, pack: Pack) -> tuple[Item, ...]:
    """The items of the season's profile, dropped ones too, with the company's titles."""
    profile, place = pack.profile(season.profile), _placing(season, pack)
    own = tuple(_own_item(added) for added in season.tailoring.added)
    packed = (item for item in pack.items if _is_asked(item, season, profile))
    return tuple(place(item) for item in (*packed, *own))


def item_of(season: Season, pack: Pack, key: ItemKey) -> Item | None:
    """The one of that key among `items_of` and `inputs_of`, without making all of them."""
    item = pack.find(key)
    if item is None:
        own = (_own_item(added) for added in season.tailoring.added if added.key == key)
        item = next(own, None)
    elif item.duty is not Duty.CHECKING and not _is_asked(
        item, season, pack.profile(season.profile)
    ):
        return None
    return None if item is None else _placing(season, pack)(item)


def _is_asked(item: Item, season: Season, profile: Profile) -> bool:
    """A substantive change opens its papers in whatever profile, and lets them rest again."""
    if item.opened_by:
        return not season.triggered.isdisjoint(item.opened_by)
    return item.duty in profile.duties


def inputs_of(season: Season, pack: Pack) -> tuple[Item, ...]:
    """What is asked only for the rules (校验数据): not on the checklist, and never owed."""
    place = _placing(season, pack)
    return tuple(place(item) for item in pack.items if item.duty is Duty.CHECKING)


def known_items(season: Season, pack: Pack) -> tuple[Item, ...]:
    """All that may ever be handed in: the checklist's, the rules' inputs, papers that rest."""
    resting = (item for item in pack.items if item.opened_by)
    items = (*items_of(season, pack), *inputs_of(season, pack), *resting)
    return tuple({item.key: item for item in reversed(items)}.values())[::-1]


def input_tasks(company: Company, season: Season, pack: Pack) -> tuple[Task, ...]:
    """The same with what was handed in for them."""
    return tuple(_task(company, season, item) for item in inputs_of(season, pack))


def find_task(company: Company, season: Season, pack: Pack, key: ItemKey) -> Task:
    """The task of that key; NoSuchItem if the season does not have it."""
    item = item_of(season, pack, key)
    if item is None or (item.duty is not Duty.CHECKING and _is_dropped(item, season)):
        raise NoSuchItem
    return _task(company, season, item)


def _placing(season: Season, pack: Pack) -> Callable[[Item], Item]:
    """How the season has an item: its title, its step, whether it is reviewed and internal."""
    fold_into, steps = pack.profile(season.profile).fold_into, milestones_of(season, pack)
    # Doing without a step is no way round what filing asks: that moves to the filing itself.
    dropped = season.tailoring.dropped_steps.keys()
    asked = {key for key, step in steps.items() if step.after_filing or key not in dropped}

    def place(item: Item) -> Item:
        steps_of_it = asked if item.duty is Duty.STATUTORY else steps
        return _tailored(
            item, season, item.milestone if item.milestone in steps_of_it else fold_into
        )

    return place


def _tailored(item: Item, season: Season, milestone: MilestoneKey) -> Item:
    title = season.tailoring.renamed.get(item.key)
    reviewed, sensitive = needs_review(season, item), is_sensitive(season, item)
    is_as_packed = (milestone, reviewed, sensitive) == (
        item.milestone,
        item.reviewed,
        item.sensitive,
    )
    if title is None and is_as_packed:
        return item
    return replace(
        item,
        milestone=milestone,
        title=item.title if title is None else Text(title, title),
        reviewed=reviewed,
        sensitive=sensitive,
    )


def _own_item(added: AddedItem) -> Item:
    return Item(
        key=added.key,
        milestone=added.milestone,
        kind=ItemKind(added.kind),
        title=Text(added.title, added.title),
        basis=Basis(Standing.INTERNAL),
        departments=(),
    )
