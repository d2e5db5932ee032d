"""Hypothesis strategies for walks of a team: it shares the work on a few items that are reviewed."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    COLLEAGUE,
    FIRST,
    MANAGER,
    REGIME,
    SEATS,
    count,
    doer,
    opened,
    paper,
)
from tests.workflow.walks import Act, walked
from workflow.actions import hand_in, undo, withdraw
from workflow.assigning import assign, take
from workflow.checklist import find_task, season_of
from workflow.given import (
    AnswerGiven,
    Choices,
    Given,
    Located,
    NotApplicable,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.ids import ItemKey, PersonId
from workflow.model import Company
from workflow.reviewing import accept, give_back, set_reviewed
from workflow.team import Department, Member, Role

HELPER = PersonId("p3")
BOSS = PersonId("p4")
VIEWER = PersonId("p5")
OTHERS = (
    Member(HELPER, "小李", (Role.CONTRIBUTOR,), (Department.IT, Department.OPS)),
    Member(BOSS, "老周", (Role.BOSS,)),
    Member(VIEWER, "吴审计", (Role.VIEWER,)),
)
CERTIFICATES = ItemKey("number_certificates")
"""The pack has another person accept it; the company itself asks it of the seats and the form."""


def _newest(company: Company, key: ItemKey) -> int:
    newest = find_task(company, season_of(company, FIRST), CALL_CENTRE, key).newest
    return newest.version if newest else 0


def _hands_in(key: ItemKey, given: Given) -> Act:
    return lambda c, by: hand_in(c, FIRST, CALL_CENTRE, key, given, by=by)


def _withdraws(key: ItemKey) -> Act:
    return lambda c, by: withdraw(c, FIRST, CALL_CENTRE, key, _newest(c, key), by=by)


def _undoes() -> Act:
    return lambda c, by: undo(c, lambda _: CALL_CENTRE, CALENDAR, by=by)


def _accepts(key: ItemKey, before: int) -> Act:
    return lambda c, by: accept(c, FIRST, CALL_CENTRE, key, _newest(c, key) - before, by=by)


def _gives_back(key: ItemKey, before: int) -> Act:
    return lambda c, by: give_back(
        c, FIRST, CALL_CENTRE, key, _newest(c, key) - before, "看不清", by=by
    )


def _turns(key: ItemKey, *, on: bool) -> Act:
    return lambda c, by: set_reviewed(c, FIRST, CALL_CENTRE, key, on, by=by)


def _assigns(keys: list[ItemKey], to: PersonId | None) -> Act:
    return lambda c, by: assign(c, FIRST, CALL_CENTRE, keys, to, by=by)


def _takes(key: ItemKey) -> Act:
    return lambda c, by: take(c, FIRST, CALL_CENTRE, key, by=by)


_people = (MANAGER, COLLEAGUE, *(each.person for each in OTHERS))
_keys = st.sampled_from([SEATS, SEATS, CERTIFICATES, CERTIFICATES, REGIME])
_lines = AnswerGiven(Rows(((Words("王工"), None, Choices(("l2",)), None),)))
_papers = (paper("a"), paper("b"), paper("c", "album"), paper("d", "album"), Located("2 号柜"))
_fitting: dict[ItemKey, tuple[Given, ...]] = {
    SEATS: (count(280), count(281), count(282, estimate=True)),
    REGIME: (_lines, _lines, *_papers),
    CERTIFICATES: _papers,
}
_hand_ins = st.sampled_from(
    [_hands_in(key, each) for key, givens in _fitting.items() for each in givens]
)
_anything = st.sampled_from([NotApplicable("没有"), WaitingUntil(date(2028, 1, 4), "")])
_late = st.sampled_from([0, 0, 0, 0, 0, 1])
"""Now and then somebody still sees the version before."""
_reviews = st.builds(_accepts, _keys, _late) | st.builds(_accepts, _keys, _late)
_takes_back = st.builds(_withdraws, _keys) | st.builds(_undoes)
_acts: st.SearchStrategy[Act] = st.one_of(
    _hand_ins,
    _hand_ins,
    _hand_ins,
    st.builds(_hands_in, _keys, _anything),
    _reviews,
    _reviews,
    _reviews,
    _takes_back,
    st.builds(_gives_back, _keys, _late),
    st.builds(_turns, _keys, on=st.sampled_from([True, True, False])),
    st.builds(_assigns, st.lists(_keys, max_size=3), st.sampled_from([*_people, None])),
    st.builds(_takes, _keys),
)
_moves = st.tuples(st.sampled_from([*_people, *_people[:3], *_people[:3]]), st.just(0), _acts)


def _started() -> Company:
    company = opened()
    company = replace(company, members=(*company.members, *OTHERS))
    for key in (SEATS, REGIME):
        company = set_reviewed(company, FIRST, CALL_CENTRE, key, True, by=doer()).company  # noqa: FBT003
    return company


START = _started()
work_walks = st.lists(_moves, min_size=20, max_size=60).map(lambda moves: walked(START, moves))
