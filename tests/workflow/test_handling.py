"""How a company departs from its pack: what must be accepted, what is an internal matter."""

from collections.abc import Callable

import pytest

from tests.workflow.crew import FINANCE, by, crew, having
from tests.workflow.firm import CALL_CENTRE, FIRST, SEATS, count, first_season, gave, task
from workflow.cases import turn_season
from workflow.change import Doer
from workflow.checklist import Condition
from workflow.errors import AlreadyGiven, Archived, NoSuchItem
from workflow.events import EventKind
from workflow.ids import ItemKey
from workflow.model import Company, Lifecycle, Outcome
from workflow.reviewing import is_sensitive, needs_review, set_reviewed, set_sensitive

CERTIFICATES, SHAREHOLDERS = ItemKey("number_certificates"), ItemKey("shareholders")


def review(company: Company, key: ItemKey, by: Doer, *, on: bool) -> Outcome:
    return set_reviewed(company, FIRST, CALL_CENTRE, key, on, by=by)


def hide(company: Company, key: ItemKey, by: Doer, *, on: bool) -> Outcome:
    return set_sensitive(company, FIRST, CALL_CENTRE, key, on, by=by)


def turned(company: Company, key: ItemKey) -> tuple[bool, bool]:
    """Whether it is reviewed and sensitive, asked both ways."""
    season, item = first_season(company), task(company, key).item
    asked = needs_review(season, item), is_sensitive(season, item)
    assert asked == (item.reviewed, item.sensitive)
    return asked


def test_the_pack_says_what_is_reviewed_and_what_is_sensitive() -> None:
    company = crew()

    assert turned(company, SEATS) == (False, False)
    assert turned(company, CERTIFICATES) == (True, False)
    assert turned(company, SHAREHOLDERS) == (False, True)


@pytest.mark.parametrize("key", [SEATS, CERTIFICATES, SHAREHOLDERS])
def test_the_company_says_otherwise_and_back_again(key: ItemKey) -> None:
    company = crew()
    is_reviewed, is_hidden = turned(company, key)

    other = review(company, key, by(), on=not is_reviewed).company
    other = hide(other, key, by(), on=not is_hidden).company
    back = review(other, key, by(), on=is_reviewed).company

    assert turned(other, key) == (not is_reviewed, not is_hidden)
    assert turned(back, key) == (is_reviewed, not is_hidden)


def test_the_trail_tells_what_was_turned() -> None:
    (on,) = review(crew(), SEATS, by(), on=True).events
    (off,) = hide(crew(), SHAREHOLDERS, by(), on=False).events

    assert (on.kind, on.subject, on.old, on.new) == (EventKind.REVIEW_CHANGED, SEATS, "off", "on")
    assert (off.kind, off.old, off.new) == (EventKind.SENSITIVITY_CHANGED, "on", "off")


def test_what_waits_is_done_when_nobody_needs_to_accept_it_any_more() -> None:
    company = review(having(crew(), FINANCE, SEATS), SEATS, by(), on=True).company
    waiting = gave(company, SEATS, count(280), by=by(FINANCE))

    freed = review(waiting, SEATS, by(), on=False).company

    assert task(waiting, SEATS).condition is Condition.IN_REVIEW
    assert task(freed, SEATS).condition is Condition.DONE


@pytest.mark.parametrize("turn", [review, hide])
def test_a_second_tap_turns_nothing(turn: Callable[..., Outcome]) -> None:
    company = turn(crew(), SEATS, by(), on=True).company

    with pytest.raises(AlreadyGiven):
        turn(company, SEATS, by(), on=True)


@pytest.mark.parametrize("turn", [review, hide])
def test_nothing_is_turned_where_nothing_is(turn: Callable[..., Outcome]) -> None:
    archived = turn_season(crew(), FIRST, Lifecycle.ARCHIVED, by=by()).company

    with pytest.raises(NoSuchItem):
        turn(crew(), ItemKey("nothing"), by(), on=True)
    with pytest.raises(Archived):
        turn(archived, SEATS, by(), on=True)
