"""Handed in is not accepted: who accepts, who is told, and what stands meanwhile."""

from dataclasses import replace

import pytest

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, by, crew, having
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    REGIME,
    SEATS,
    count,
    gave,
    look,
    paper,
    task,
)
from workflow.actions import hand_in, undo, withdraw
from workflow.checklist import Condition
from workflow.errors import (
    AlreadyGiven,
    ItemChanged,
    NothingToUndo,
    ReasonNeeded,
    TooLong,
)
from workflow.events import EventKind, NoticeKind
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
from workflow.model import Company, Outcome
from workflow.opening import fill_in_known
from workflow.reviewing import (
    accept,
    give_back,
    set_reviewed,
)
from workflow.team import Role
from workflow.team_errors import NothingToReview, OwnWork

CERTIFICATES = ItemKey("number_certificates")
"""The pack has another person accept it."""
LINES = AnswerGiven(Rows(((Words("王工"), None, Choices(("l2",)), None),)))
ALONE = tuple(role for role in Role if role is not Role.MANAGER)


def reviewed(company: Company, key: ItemKey = SEATS) -> Company:
    """The company asks for a review of its own accord."""
    return set_reviewed(company, FIRST, CALL_CENTRE, key, True, by=by()).company  # noqa: FBT003


def accepted(company: Company, key: ItemKey, version: int, person: PersonId = CHIEF) -> Company:
    return accept(company, FIRST, CALL_CENTRE, key, version, by=by(person)).company


def returned(company: Company, key: ItemKey, version: int, person: PersonId = CHIEF) -> Outcome:
    return give_back(company, FIRST, CALL_CENTRE, key, version, "看不清", by=by(person))


def stands(company: Company, key: ItemKey) -> Condition:
    return task(company, key).condition


def handed_in(key: ItemKey = CERTIFICATES, given: Given | None = None) -> Company:
    """Something the one of finance was given and handed in."""
    return gave(having(crew(), FINANCE, key), key, given or paper(), by=by(FINANCE))


# --- what waits -------------------------------------------------------------------------


def test_what_is_handed_in_waits_and_is_still_owed() -> None:
    company = handed_in()

    assert stands(company, CERTIFICATES) is Condition.IN_REVIEW
    assert task(company, CERTIFICATES).is_owed
    assert look(company).in_review == 1
    assert look(company).done == look(crew()).done


def test_filing_misses_what_is_not_accepted() -> None:
    company = reviewed(having(crew(), FINANCE, SEATS))
    before = len(look(company).missing)

    waiting = gave(company, SEATS, count(280), by=by(FINANCE))

    assert len(look(waiting).missing) == before
    assert len(look(accepted(waiting, SEATS, 1)).missing) == before - 1


@pytest.mark.parametrize(
    ("given", "condition"),
    [
        (count(280), Condition.IN_REVIEW),
        (count(280, estimate=True), Condition.ESTIMATED),
        (WaitingUntil(by().today, ""), Condition.WAITING),
        (NotApplicable("未开通"), Condition.NOT_APPLICABLE),
    ],
)
def test_only_what_would_be_done_waits_to_be_accepted(given: Given, condition: Condition) -> None:
    company = gave(reviewed(crew()), SEATS, given)

    assert stands(company, SEATS) is condition


def test_a_place_instead_of_the_paper_waits_too() -> None:
    assert stands(handed_in(given=Located("人事部 2 号柜")), CERTIFICATES) is Condition.IN_REVIEW


def test_a_company_of_one_does_not_wait_for_a_second_person() -> None:
    alone = gave(crew(*ALONE), CERTIFICATES, paper())
    with_boss = gave(crew(Role.CLERK), CERTIFICATES, paper())

    assert stands(alone, CERTIFICATES) is Condition.DONE
    assert stands(with_boss, CERTIFICATES) is Condition.DONE


def test_what_the_company_itself_wants_accepted_waits_even_then() -> None:
    company = gave(reviewed(crew(Role.CLERK)), SEATS, count(280))

    assert stands(company, SEATS) is Condition.IN_REVIEW
    assert stands(accepted(company, SEATS, 1, BOSS), SEATS) is Condition.DONE


# --- who is told ------------------------------------------------------------------------


def test_who_runs_the_work_is_told_that_something_waits_and_the_boss_is_not() -> None:
    company = having(crew(), FINANCE, CERTIFICATES)

    done = hand_in(company, FIRST, CALL_CENTRE, CERTIFICATES, paper(), by=by(FINANCE))

    told = [(each.to, each.kind, each.subject) for each in done.notices]
    assert told == [(person, NoticeKind.TO_REVIEW, CERTIFICATES) for person in (CHIEF, CLERK)]


def test_a_version_that_takes_the_place_of_a_waiting_one_is_not_told_again() -> None:
    done = hand_in(handed_in(), FIRST, CALL_CENTRE, CERTIFICATES, paper("b"), by=by(FINANCE))

    assert done.notices == ()


def test_what_needs_no_review_is_told_to_nobody() -> None:
    done = hand_in(crew(), FIRST, CALL_CENTRE, CUSTODY, paper(), by=by())

    assert done.notices == ()


def test_what_was_known_at_the_opening_is_told_to_nobody() -> None:
    company = reviewed(crew(), ItemKey("company_name"))

    assert fill_in_known(company, FIRST, CALL_CENTRE, by=by()).notices == ()


# --- accepted ---------------------------------------------------------------------------


@pytest.mark.parametrize("person", [CHIEF, CLERK, BOSS])
def test_another_person_accepts_it(person: PersonId) -> None:
    done = accept(handed_in(), FIRST, CALL_CENTRE, CERTIFICATES, 1, by=by(person))

    assert stands(done.company, CERTIFICATES) is Condition.DONE
    (event,) = done.events
    assert (event.kind, event.subject, event.version) == (EventKind.ACCEPTED, CERTIFICATES, 1)
    assert (event.by, event.new) == (person, "a.pdf")


def test_nobody_accepts_or_gives_back_what_they_handed_in() -> None:
    company = gave(crew(), CERTIFICATES, paper())

    with pytest.raises(OwnWork):
        accepted(company, CERTIFICATES, 1)
    with pytest.raises(OwnWork):
        returned(company, CERTIFICATES, 1)


def test_who_gave_the_lines_of_a_form_does_not_accept_the_files_to_them() -> None:
    company = gave(reviewed(crew(), REGIME), REGIME, LINES)
    company = gave(company, REGIME, paper(), by=by(CLERK))

    with pytest.raises(OwnWork):
        accepted(company, REGIME, 2)
    with pytest.raises(OwnWork):
        accepted(company, REGIME, 2, CLERK)
    assert stands(accepted(company, REGIME, 2, BOSS), REGIME) is Condition.DONE


def test_nobody_gives_back_their_own_word_that_a_form_does_not_apply() -> None:
    company = gave(crew(), REGIME, NotApplicable("没有"))

    with pytest.raises(OwnWork):
        returned(company, REGIME, 1)


def test_half_a_form_is_not_to_be_accepted() -> None:
    company = gave(reviewed(crew(), REGIME), REGIME, LINES)

    assert stands(company, REGIME) is Condition.OPEN
    with pytest.raises(NothingToReview):
        accepted(company, REGIME, 1, CLERK)


def test_a_newer_version_is_not_accepted_unseen() -> None:
    company = gave(handed_in(), CERTIFICATES, paper("b"), by=by(FINANCE))

    with pytest.raises(ItemChanged):
        accepted(company, CERTIFICATES, 1)
    with pytest.raises(ItemChanged):
        returned(company, CERTIFICATES, 1)


def test_what_was_accepted_is_accepted_once() -> None:
    company = accepted(handed_in(), CERTIFICATES, 1)

    with pytest.raises(AlreadyGiven):
        accepted(company, CERTIFICATES, 1, CLERK)


def test_what_does_not_wait_is_not_accepted() -> None:
    done = gave(crew(), CUSTODY, paper())

    with pytest.raises(NothingToReview):
        accepted(done, CUSTODY, 1, CLERK)
    with pytest.raises(NothingToReview):
        accepted(crew(), CUSTODY, 0, CLERK)


def test_a_version_after_an_accepted_one_is_accepted_anew() -> None:
    company = gave(accepted(handed_in(), CERTIFICATES, 1), CERTIFICATES, paper("b"))

    assert stands(company, CERTIFICATES) is Condition.IN_REVIEW


def test_an_accepted_version_is_not_taken_back() -> None:
    company = accepted(handed_in(), CERTIFICATES, 1)

    with pytest.raises(NothingToUndo):
        withdraw(company, FIRST, CALL_CENTRE, CERTIFICATES, 1, by=by(FINANCE))
    with pytest.raises(NothingToUndo):
        undo(company, lambda _: CALL_CENTRE, CALENDAR, by=by(FINANCE))


def test_the_accepted_version_counts_again_when_a_newer_one_is_taken_back() -> None:
    company = gave(accepted(handed_in(), CERTIFICATES, 1), CERTIFICATES, paper("b"), by=by(FINANCE))

    company = withdraw(company, FIRST, CALL_CENTRE, CERTIFICATES, 2, by=by(FINANCE)).company

    assert stands(company, CERTIFICATES) is Condition.DONE


def test_a_late_part_of_an_album_does_not_slip_into_what_was_accepted() -> None:
    company = accepted(handed_in(given=paper("1.jpg", "A")), CERTIFICATES, 1)

    company = gave(company, CERTIFICATES, paper("2.jpg", "A"), by=by(FINANCE))

    assert [entry.given for entry in task(company, CERTIFICATES).state.entries] == [
        paper("1.jpg", "A"),
        paper("2.jpg", "A"),
    ]
    assert stands(company, CERTIFICATES) is Condition.IN_REVIEW


# --- given back -------------------------------------------------------------------------


def test_what_is_given_back_is_open_again_and_who_handed_it_in_hears_why() -> None:
    done = give_back(
        handed_in(), FIRST, CALL_CENTRE, CERTIFICATES, 1, "  第 2 页\n看不清 ", by=by()
    )

    assert stands(done.company, CERTIFICATES) is Condition.OPEN
    back = task(done.company, CERTIFICATES).given_back
    assert back is not None
    assert (back.by, back.reason) == (CHIEF, "第 2 页 看不清")
    (event,) = done.events
    assert (event.kind, event.old, event.why) == (EventKind.GIVEN_BACK, "a.pdf", "第 2 页 看不清")
    (notice,) = done.notices
    assert (notice.to, notice.kind, notice.why) == (
        FINANCE,
        NoticeKind.GIVEN_BACK,
        "第 2 页 看不清",
    )


def test_when_who_handed_it_in_is_gone_those_hear_it_whose_item_it_is() -> None:
    company = handed_in()
    members = tuple(each for each in company.members if each.person != FINANCE)

    done = returned(replace(company, members=members), CERTIFICATES, 1)

    assert [notice.to for notice in done.notices] == [CLERK]


@pytest.mark.parametrize(("reason", "refusal"), [(" ", ReasonNeeded), ("长" * 201, TooLong)])
def test_giving_back_needs_a_reason_of_one_sentence(
    reason: str, refusal: type[ReasonNeeded | TooLong]
) -> None:
    with pytest.raises(refusal):
        give_back(handed_in(), FIRST, CALL_CENTRE, CERTIFICATES, 1, reason, by=by())


def test_something_accepted_or_never_to_be_accepted_can_be_given_back() -> None:
    company = accepted(handed_in(), CERTIFICATES, 1)
    company = gave(company, CUSTODY, paper(), by=by(CLERK))

    company = returned(company, CERTIFICATES, 1, BOSS).company
    company = returned(company, CUSTODY, 1).company

    assert stands(company, CERTIFICATES) is Condition.OPEN
    assert stands(company, CUSTODY) is Condition.OPEN


def test_what_is_waited_for_or_was_given_back_is_not_given_back() -> None:
    waiting = gave(crew(), SEATS, WaitingUntil(by().today, ""), by=by(CLERK))
    back = returned(handed_in(), CERTIFICATES, 1).company

    with pytest.raises(NothingToReview):
        returned(waiting, SEATS, 1)
    with pytest.raises(AlreadyGiven):
        returned(back, CERTIFICATES, 1)


def test_who_insists_may_hand_the_same_in_again() -> None:
    company = returned(handed_in(), CERTIFICATES, 1).company

    company = gave(company, CERTIFICATES, paper(), by=by(FINANCE))

    assert stands(company, CERTIFICATES) is Condition.IN_REVIEW
    assert task(company, CERTIFICATES).state.version == 2


def test_a_version_that_was_given_back_can_be_taken_back() -> None:
    company = returned(handed_in(), CERTIFICATES, 1).company

    company = withdraw(company, FIRST, CALL_CENTRE, CERTIFICATES, 1, by=by(FINANCE)).company

    assert task(company, CERTIFICATES).state.live == ()
