"""Hypothesis strategies for walks: two managers doing anything to two seasons, in any order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.workflow.firm import (
    CALENDAR,
    COLLEAGUE,
    CUSTODY,
    FIRST,
    MANAGER,
    MULTI_PARTY,
    OPENED,
    PACKS,
    PLEDGE,
    REGIME,
    SEATS,
    SECOND,
    STAFF,
    count,
    doer,
    opened,
    paper,
    with_case,
)
from workflow import tailoring
from workflow.actions import hand_in, undo, withdraw
from workflow.cases import turn_season
from workflow.change import Doer
from workflow.checklist import season_of
from workflow.errors import WorkflowError
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Given,
    NotApplicable,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.ids import ItemKey, MilestoneKey, PersonId, SeasonId
from workflow.model import Company, FilingFact, Lifecycle, Outcome, Season
from workflow.pack import Pack
from workflow.records import record_filing, withdraw_filing

Act = Callable[[Company, Doer], Outcome]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was not refused: what was there, what came of it, who did it."""

    before: Company
    outcome: Outcome
    by: Doer

    @property
    def after(self) -> Company:
        """The company after it."""
        return self.outcome.company


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps taken, from the same start; refused ones have left nothing."""

    start: Company
    taken: tuple[Taken, ...]

    def __repr__(self) -> str:
        events = (event for step in self.taken for event in step.outcome.events)
        told = (f"{each.by} {each.kind} {each.subject} {each.version}" for each in events)
        return f"Walk({'; '.join(told)})"

    @property
    def end(self) -> Company:
        """The company after the last step."""
        return self.taken[-1].after if self.taken else self.start


def pack_of(season: Season) -> Pack:
    """The released pack of a season."""
    return PACKS[season.pack]


# --- what can be done -------------------------------------------------------------------


def _hands_in(case: SeasonId, key: ItemKey, given: Given) -> Act:
    return lambda c, by: hand_in(c, case, pack_of(season_of(c, case)), key, given, by=by)


def _withdraws(case: SeasonId, key: ItemKey, version: int) -> Act:
    return lambda c, by: withdraw(c, case, pack_of(season_of(c, case)), key, version, by=by)


def _undoes() -> Act:
    return lambda c, by: undo(c, pack_of, CALENDAR, by=by)


def _records(case: SeasonId, fact: FilingFact, days_ago: int) -> Act:
    ago = timedelta(days=days_ago)
    return lambda c, by: record_filing(c, case, fact, by.today - ago, by=by)


def _withdraws_fact(case: SeasonId, version: int) -> Act:
    return lambda c, by: withdraw_filing(c, case, version, by=by)


def _turns(case: SeasonId, to: Lifecycle) -> Act:
    return lambda c, by: turn_season(c, case, to, by=by)


def _adds(case: SeasonId, step: MilestoneKey, title: str, kind: tailoring.OwnKind) -> Act:
    return lambda c, by: tailoring.add_item(
        c, case, pack_of(season_of(c, case)), step, title, kind, by=by
    )


def _adds_step(case: SeasonId, title: str, day: date) -> Act:
    return lambda c, by: tailoring.add_step(c, case, title, day, by=by)


def _renames(case: SeasonId, key: ItemKey, title: str) -> Act:
    return lambda c, by: tailoring.rename_item(
        c, case, pack_of(season_of(c, case)), key, title, by=by
    )


def _renames_step(case: SeasonId, step: MilestoneKey, title: str) -> Act:
    return lambda c, by: tailoring.rename_step(
        c, case, pack_of(season_of(c, case)), step, title, by=by
    )


def _drops(case: SeasonId, key: ItemKey) -> Act:
    return lambda c, by: tailoring.drop_item(
        c, case, pack_of(season_of(c, case)), key, "没有", by=by
    )


def _drops_step(case: SeasonId, step: MilestoneKey) -> Act:
    return lambda c, by: tailoring.drop_step(
        c, case, pack_of(season_of(c, case)), step, "不做", by=by
    )


def _restores(case: SeasonId, key: ItemKey) -> Act:
    return lambda c, by: tailoring.restore_item(c, case, key, by=by)


def _restores_step(case: SeasonId, step: MilestoneKey) -> Act:
    return lambda c, by: tailoring.restore_step(c, case, step, by=by)


_cases = st.sampled_from([FIRST, SECOND])
_keys = st.sampled_from([SEATS, STAFF, CUSTODY, PLEDGE, REGIME, ItemKey("own1"), ItemKey("own2")])
_steps = st.sampled_from([MilestoneKey(key) for key in ("M3", "M5", "M6", "P5", "S2", "X1")])
_titles = st.sampled_from(["甲", "乙", "丙"])
_days = st.integers(0, 120).map(lambda days: OPENED + timedelta(days=days))
_kinds: st.SearchStrategy[tailoring.OwnKind] = st.sampled_from(("material", "confirm"))
_numbers = (count(280), count(281), count(282, estimate=True))
_papers = (paper("a"), paper("b"), paper("c", "album"), paper("d", "album"), paper("e", "album"))
_lines = AnswerGiven(Rows(((Words("王工"), None, Choices(("l2",)), None),)))
_fitting: dict[ItemKey, tuple[Given, ...]] = {
    SEATS: _numbers,
    STAFF: _numbers,
    CUSTODY: _papers,
    PLEDGE: (Confirmed("王经理"), *_papers),
    REGIME: (_lines, *_papers),
    ItemKey("own1"): _papers,
    ItemKey("own2"): (Confirmed("王经理"),),
}
_anything: tuple[Given, ...] = (
    NotApplicable("没有"),
    WaitingUntil(OPENED + timedelta(days=99), ""),
    *_numbers,
    *_papers,
)
_fitting_pairs = st.sampled_from(
    [(key, each) for key, givens in _fitting.items() for each in givens]
)
_pairs = _fitting_pairs | st.tuples(_keys, st.sampled_from(_anything))
_hand_ins = st.builds(lambda case, pair: _hands_in(case, *pair), _cases, _pairs)
_acts: st.SearchStrategy[Act] = st.one_of(
    _hand_ins,
    _hand_ins,
    _hand_ins,
    st.builds(_withdraws, _cases, _keys, st.integers(1, 3)),
    st.builds(_undoes),
    st.builds(_records, _cases, st.sampled_from(FilingFact), st.integers(0, 3)),
    st.builds(_withdraws_fact, _cases, st.integers(1, 3)),
    st.builds(_turns, st.just(SECOND), st.sampled_from([Lifecycle.ACTIVE, Lifecycle.ARCHIVED])),
    st.builds(_adds, _cases, _steps, _titles, _kinds),
    st.builds(_adds_step, _cases, _titles, _days),
    st.builds(_renames, _cases, _keys, _titles),
    st.builds(_renames_step, _cases, _steps, _titles),
    st.builds(_drops, _cases, _keys),
    st.builds(_drops_step, _cases, _steps),
    st.builds(_restores, _cases, _keys),
    st.builds(_restores_step, _cases, _steps),
)
_moves = st.tuples(st.sampled_from([MANAGER, COLLEAGUE]), st.integers(0, 4), _acts)

START = with_case(opened(), MULTI_PARTY, licence_no="B2-2")


def walked(start: Company, moves: list[tuple[PersonId, int, Act]]) -> Walk:
    """One move after the other: who, how many days later, what; refused ones leave nothing."""
    company, today, taken = start, OPENED, []
    for person, days, act in moves:
        today += timedelta(days=days)
        by = doer(today, person)
        try:
            outcome = act(company, by)
        except WorkflowError:
            continue
        taken.append(Taken(company, outcome, by))
        company = outcome.company
    return Walk(start, tuple(taken))


walks = (st.lists(_moves, max_size=12) | st.lists(_moves, min_size=20, max_size=80)).map(
    lambda moves: walked(START, moves)
)
