"""撤销 on the day of filing: saved, read back, refused, pledged, published; each as it was before."""

from datetime import timedelta

import pytest

from tests.workflow.crew import CHIEF, CLERK, FINANCE, by, crew
from tests.workflow.firm import CALENDAR, FIRST, PACKS, count, first_season, gave
from tests.workflow.test_transcribing import REVENUE, economy, form, line, saved, typed
from tests.workflow.transcribing_acts import BOOK
from workflow.actions import undo
from workflow.change import Doer
from workflow.errors import AlreadyGiven, NothingToUndo
from workflow.events import EventKind, NoticeKind
from workflow.form_lines import LineState
from workflow.ids import ItemKey, PersonId
from workflow.model import Company
from workflow.publicity import choose_publicity
from workflow.transcribing import keep_pledge, read_back, refuse, save_form, type_over
from workflow.transcript import LineKey

PACK = PACKS[first_season(crew()).pack]
HERE = (FIRST, PACK, BOOK)
COST = ItemKey("cost_total")
LATER = timedelta(hours=1)


def at(hours: int, person: PersonId = CHIEF) -> Doer:
    now = by(person)
    return Doer(now.person, now.at + hours * LATER, now.today)


def undone(company: Company, person: PersonId = CHIEF) -> Company:
    return undo(company, lambda _: PACK, CALENDAR, BOOK, by=at(20, person)).company


def read(company: Company, hour: int = 1, **held: str) -> Company:
    lines = {LineKey(key): text for key, text in held.items()}
    return read_back(company, *HERE, "economy", lines, by=at(hour)).company


# --- saved --------------------------------------------------------------------------------


def test_a_form_that_was_said_to_be_saved_is_to_be_saved_again() -> None:
    back = undone(saved(economy()))

    assert form(back, "economy").saved is None
    assert form(back, "economy").is_typed


def test_after_the_saving_comes_what_was_typed_before_it() -> None:
    company = economy()
    newest = company.recent[-1].subject

    twice = undone(undone(saved(company)))

    assert line(twice, newest).state is LineState.OPEN


def test_what_another_saved_again_is_theirs() -> None:
    company = saved(economy())
    mark = form(company, "economy").mark
    company = refuse(company, *HERE, REVENUE, "超限", by=at(1, FINANCE)).company
    seen = line(company, REVENUE).mark
    company = type_over(company, *HERE, REVENUE, seen, by=at(2, FINANCE)).company
    theirs = save_form(company, *HERE, "economy", mark, by=at(3, FINANCE)).company

    with pytest.raises(NothingToUndo):
        undone(theirs)


# --- read back ----------------------------------------------------------------------------


def test_a_reading_that_was_pasted_by_mistake_leaves_nothing() -> None:
    company = saved(economy())

    back = undone(read(company, revenue_total="999"))

    assert first_season(back).transcript.otherwise == {}
    assert form(back, "economy").is_saved


def test_what_the_reading_found_to_be_the_same_is_to_be_typed_again() -> None:
    company = gave(crew(), REVENUE, count(1860))

    back = undone(read(company, revenue_total="1860"))

    assert line(back, REVENUE).state is LineState.OPEN


def test_what_was_typed_by_hand_stays_typed() -> None:
    company = typed(gave(crew(), REVENUE, count(1860)), REVENUE)

    back = undone(read(company, 0, revenue_total="1860"))

    assert line(back, REVENUE).state is LineState.TYPED


def test_what_an_earlier_reading_and_the_platform_had_said_is_open_again() -> None:
    company = gave(crew(), REVENUE, count(1860))
    company = refuse(company, *HERE, REVENUE, "超限", by=at(1)).company
    company = read(company, 2, revenue_total="21")

    settled = read(company, 3, revenue_total="1860")
    back = line(undone(settled), REVENUE)

    assert line(settled, REVENUE).state is LineState.TYPED
    assert back.refused
    assert back.refused.text == "超限"
    assert back.otherwise
    assert back.otherwise.text == "21"


def test_before_a_reading_comes_what_was_done_before_it() -> None:
    company = read(typed(gave(crew(), REVENUE, count(1860)), REVENUE), revenue_total="7")

    assert line(undone(undone(company)), REVENUE).state is LineState.OPEN


# --- what the platform said -----------------------------------------------------------------


def test_an_error_of_the_platform_written_down_at_the_wrong_line_is_taken_off() -> None:
    company = saved(economy())

    back = undone(refuse(company, *HERE, REVENUE, "超限", by=at(1)).company)

    assert line(back, REVENUE).refused is None
    assert form(back, "economy").is_saved


def test_one_that_was_settled_since_is_not_taken_off() -> None:
    company = refuse(gave(crew(), REVENUE, count(1)), *HERE, REVENUE, "超限", by=at(1)).company
    mark = line(company, REVENUE).mark
    company = type_over(company, *HERE, REVENUE, mark, by=at(2, FINANCE)).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_an_error_ends_when_the_value_is_corrected_and_stands_again_with_it() -> None:
    company = refuse(gave(crew(), REVENUE, count(1)), *HERE, REVENUE, "超限", by=at(1)).company

    corrected = gave(company, REVENUE, count(2))

    assert line(company, REVENUE).state is LineState.REFUSED
    assert line(corrected, REVENUE).state is LineState.OPEN
    assert line(gave(corrected, REVENUE, count(1)), REVENUE).state is LineState.REFUSED


def test_an_error_is_told_once_to_who_runs_the_work_and_whose_it_is() -> None:
    company = gave(crew(), REVENUE, count(1))

    first = refuse(company, *HERE, REVENUE, "超限", by=at(1))
    more = refuse(first.company, *HERE, REVENUE, "还是超限", by=at(2))

    assert FINANCE in {each.to for each in first.notices}
    assert CHIEF not in {each.to for each in first.notices}
    assert {(each.kind, each.subject, each.why) for each in first.notices} == {
        (NoticeKind.SYSTEM_REFUSED, REVENUE, "超限")
    }
    assert more.notices == ()


def test_the_same_error_twice_is_refused() -> None:
    company = refuse(gave(crew(), REVENUE, count(1)), *HERE, REVENUE, "超限", by=at(1)).company

    with pytest.raises(AlreadyGiven):
        refuse(company, *HERE, REVENUE, " 超限", by=at(2))


# --- the pledge, what is published ----------------------------------------------------------


def test_the_pledge_is_the_former_one_again() -> None:
    company = keep_pledge(crew(), *HERE, "先前的", by=at(1)).company

    back = undone(keep_pledge(company, *HERE, "贴错的", by=at(2)).company)

    assert first_season(back).transcript.pledge == "先前的"
    assert first_season(undone(back)).transcript.pledge == ""


def public(company: Company, hour: int, **chosen: bool) -> Company:
    keys = {ItemKey(key): value for key, value in chosen.items()}
    return choose_publicity(company, *HERE, keys, by=at(hour)).company


def test_what_was_decided_with_one_press_is_taken_back_with_one() -> None:
    company = public(crew(), 1, revenue_total=True)
    all_no = public(company, 2, revenue_total=False, cost_total=False, revenue_telecom=False)

    once = undone(all_no)

    assert first_season(once).transcript.public == {REVENUE: True}
    assert first_season(undone(once)).transcript.public == {}


def test_of_two_presses_for_two_figures_the_later_alone_is_taken_back() -> None:
    both = public(public(crew(), 1, revenue_total=True), 2, cost_total=True)

    assert first_season(undone(both)).transcript.public == {REVENUE: True}


def test_a_choice_that_another_changed_since_stays_theirs() -> None:
    company = public(crew(), 1, revenue_total=True)
    theirs = choose_publicity(company, *HERE, {REVENUE: False}, by=at(2, CLERK))

    with pytest.raises(NothingToUndo):
        undone(theirs.company)


def test_the_trail_says_what_was_taken_back_and_what_holds_again() -> None:
    company = public(public(crew(), 1, cost_total=True), 2, cost_total=False)

    told = undo(company, lambda _: PACK, CALENDAR, BOOK, by=at(3))

    assert [(each.kind, each.subject, each.old, each.new) for each in told.events] == [
        (EventKind.PUBLICITY_RESTORED, COST, "off", "on")
    ]
