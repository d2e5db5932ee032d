"""A season moved to another version of its pack: what comes, what goes, what stays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import asked_items, season_of, state_of
from workflow.errors import AlreadyGiven, WorkflowError
from workflow.events import EventKind
from workflow.ids import PackRef, SeasonId
from workflow.model import Company, Outcome, Season
from workflow.pack import Duty, Item, Pack
from workflow.permissions import Action, require


class OtherReport(WorkflowError):
    """The pack is another licence's: a season stays with its report."""

    sentence = "error-other-report"


class VersionUnfit(WorkflowError):
    """The version lacks a profile or step of the season, or asks otherwise for what was answered."""

    sentence = "error-version-unfit"


@dataclass(frozen=True, slots=True)
class Repacking:
    """What moving a season to another version does; what was handed in is kept in any case."""

    old: PackRef
    new: PackRef
    comes: tuple[Item, ...]
    """On the checklist from now on."""
    goes: tuple[Item, ...]
    """Not asked any more."""
    changes: tuple[Item, ...]
    """Asked in other words, or by another department."""
    inputs: int
    """More inputs of the rules (校验数据), which nobody owes."""
    papers: int
    """More papers that only a substantive change opens."""
    rules: int
    """More rules that the figures are held against; less than nothing on the way back."""
    aside: int
    """Items answered already that this version does not know: kept, and there again on return."""


def version_of(ref: PackRef) -> int:
    """The number behind the @."""
    return int(ref.partition("@")[2])


def versions_of(season: Season, packs: Iterable[PackRef]) -> tuple[PackRef, ...]:
    """The other versions of the season's pack, the newest first."""
    same = [each for each in packs if _name(each) == _name(season.pack) and each != season.pack]
    return tuple(sorted(same, key=version_of, reverse=True))


def newer_version(season: Season, packs: Iterable[PackRef]) -> PackRef | None:
    """The newest version, if the season goes by an older one."""
    newest = next(iter(versions_of(season, packs)), None)
    return newest if newest and version_of(newest) > version_of(season.pack) else None


def preview(company: Company, season: SeasonId, old: Pack, new: Pack) -> Repacking:
    """What the move would do. OtherReport, AlreadyGiven, VersionUnfit."""
    case = season_of(company, season)
    _require_fit(company, case, old, new)
    moved = replace(case, pack=new.ref)
    before = {item.key: item for item in asked_items(case, old)}
    after = {item.key: item for item in asked_items(moved, new)}
    return Repacking(
        old=old.ref,
        new=new.ref,
        comes=tuple(item for key, item in after.items() if key not in before),
        goes=tuple(item for key, item in before.items() if key not in after),
        changes=tuple(item for key, item in after.items() if before.get(key, item) != item),
        inputs=_count(new, Duty.CHECKING) - _count(old, Duty.CHECKING),
        papers=_opened(new) - _opened(old),
        rules=len(new.rules) - len(old.rules),
        aside=sum(
            new.find(item.key) is None and bool(state_of(company, case, item).entries)
            for item in old.items
        ),
    )


def move_pack(company: Company, season: SeasonId, old: Pack, new: Pack, *, by: Doer) -> Outcome:
    """改用新版规则: the season goes by `new` from now on; all that was handed in is kept.

    OtherReport for another licence's pack, AlreadyGiven for the same one, VersionUnfit where the
    season could not go on.
    """
    require(by.person, Action.ADMINISTER, company)
    case = season_of(company, season)
    require_active(company, case)
    _require_fit(company, case, old, new)
    changed = replace(case, pack=new.ref)
    done = Done(EventKind.PACK_MOVED, season=case, old=old.ref, new=new.ref)
    return outcome(with_season(company, changed), by, done)


def _require_fit(company: Company, case: Season, old: Pack, new: Pack) -> None:
    if _name(old.ref) != _name(new.ref):
        raise OtherReport
    if case.pack == new.ref:
        raise AlreadyGiven
    if all(profile.key != case.profile for profile in new.profiles):
        raise VersionUnfit
    steps = {step.key for step in new.milestones}
    used = {added.milestone for added in case.tailoring.added if _is_packed(added.milestone, old)}
    used |= {key for key in (*case.moved, *case.tailoring.renamed_steps) if _is_packed(key, old)}
    if not used <= steps or any(
        _is_asked_otherwise(company, case, each, new) for each in old.items
    ):
        raise VersionUnfit


def _is_packed(step: str, pack: Pack) -> bool:
    """Whether the step is the pack's, and none of the company's own."""
    return any(each.key == step for each in pack.milestones)


def _is_asked_otherwise(company: Company, case: Season, item: Item, new: Pack) -> bool:
    """Whether something stands for it that would not be an answer any more."""
    other = new.find(item.key)
    if other is None or not state_of(company, case, item).entries:
        return False
    return (other.kind, type(other.spec), other.scope) != (item.kind, type(item.spec), item.scope)


def _count(pack: Pack, duty: Duty) -> int:
    return sum(item.duty is duty for item in pack.items)


def _opened(pack: Pack) -> int:
    return sum(bool(item.opened_by) for item in pack.items)


def _name(ref: PackRef) -> str:
    return ref.partition("@")[0]
