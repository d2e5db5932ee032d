"""Who hands in what: one's own, one's department's, anything for somebody else; and what is noted."""

import pytest

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP, VIEWER, by, crew, having
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    SEATS,
    SIGNATURE,
    STRANGER,
    count,
    gave,
    paper,
    task,
)
from workflow.actions import hand_in, undo, withdraw
from workflow.change import Doer, Done, outcome
from workflow.checklist import Condition
from workflow.errors import (
    AlreadyGiven,
    NoSuchCompany,
    NotAllowed,
    NothingToUndo,
    ReasonNeeded,
    TooLong,
    WrongKind,
)
from workflow.events import EventKind
from workflow.given import Confirmed, FilesGiven, Located
from workflow.ids import ItemKey, PersonId
from workflow.model import Company
from workflow.team_errors import NotYours

REVENUE = ItemKey("revenue_total")
PLACE = Located("人事部 2 号柜")


# --- whose ------------------------------------------------------------------------------


def test_a_contributor_hands_in_for_the_department_and_takes_it_back() -> None:
    company = gave(crew(), REVENUE, count(1860), by=by(FINANCE))

    back = withdraw(company, FIRST, CALL_CENTRE, REVENUE, 1, by=by(FINANCE)).company

    assert task(company, REVENUE).condition is Condition.DONE
    assert task(back, REVENUE).condition is Condition.OPEN


def test_a_contributor_does_not_hand_in_for_another_department() -> None:
    with pytest.raises(NotYours):
        gave(crew(), SEATS, count(280), by=by(FINANCE))


def test_a_contributor_hands_in_what_was_given_to_them() -> None:
    company = gave(having(crew(), FINANCE, SEATS), SEATS, count(280), by=by(FINANCE))

    assert task(company, SEATS).condition is Condition.DONE


@pytest.mark.parametrize("person", [BOSS, LEGAL_REP])
def test_who_signs_hands_in_the_signature_and_nothing_else(person: PersonId) -> None:
    company = gave(crew(), SIGNATURE, Confirmed("周总"), by=by(person))

    assert task(company, SIGNATURE).condition is Condition.DONE
    with pytest.raises(NotYours):
        gave(company, CUSTODY, paper(), by=by(person))


def test_a_viewer_hands_in_nothing() -> None:
    company = having(crew(), VIEWER, SEATS)

    with pytest.raises(NotAllowed):
        gave(company, SEATS, count(280), by=by(VIEWER))


def test_a_stranger_is_not_told_that_the_company_exists() -> None:
    with pytest.raises(NoSuchCompany):
        gave(crew(), SEATS, count(280), by=by(STRANGER))


def test_who_lost_the_item_since_may_still_take_their_own_version_back() -> None:
    company = gave(having(crew(), FINANCE, SEATS), SEATS, count(280), by=by(FINANCE))
    company = having(company, CLERK, SEATS)

    company = undo(company, lambda _: CALL_CENTRE, CALENDAR, by=by(FINANCE)).company

    assert task(company, SEATS).condition is Condition.OPEN


# --- for whom and why -------------------------------------------------------------------


def test_for_whom_it_was_handed_in_is_kept_and_told_in_the_trail() -> None:
    done = hand_in(crew(), FIRST, CALL_CENTRE, CUSTODY, paper(), by=by(), behalf=" 张会计\n(财务) ")

    (entry,) = task(done.company, CUSTODY).state.entries
    assert (entry.by, entry.behalf) == (CHIEF, "张会计 (财务)")
    assert [(event.by, event.behalf) for event in done.events] == [(CHIEF, "张会计 (财务)")]


def test_why_a_version_takes_the_place_of_another_is_kept() -> None:
    company = gave(crew(), CUSTODY, paper("a"))

    done = hand_in(company, FIRST, CALL_CENTRE, CUSTODY, paper("b"), by=by(), reason=" 旧的没盖章 ")

    assert [entry.reason for entry in task(done.company, CUSTODY).state.entries] == [
        "",
        "旧的没盖章",
    ]
    assert [event.why for event in done.events] == ["旧的没盖章"]


@pytest.mark.parametrize(
    ("behalf", "reason", "longest"), [("名" * 41, "", 40), ("", "因" * 201, 200)]
)
def test_a_name_or_a_reason_beyond_its_length_is_refused(
    behalf: str, reason: str, longest: int
) -> None:
    with pytest.raises(TooLong) as refused:
        hand_in(crew(), FIRST, CALL_CENTRE, CUSTODY, paper(), by=by(), behalf=behalf, reason=reason)

    assert refused.value.facts == {"longest": longest}


def test_the_trail_vouches_for_the_bytes_of_every_file() -> None:
    both = FilesGiven((*paper("a").files, *paper("b").files))

    (files,) = hand_in(crew(), FIRST, CALL_CENTRE, CUSTODY, both, by=by()).events
    (number,) = hand_in(crew(), FIRST, CALL_CENTRE, SEATS, count(1), by=by()).events

    assert files.digests == tuple(file.sha256 for file in both.files)
    assert number.digests == ()


def test_a_later_part_of_an_album_is_vouched_for_by_itself() -> None:
    company = gave(crew(), CUSTODY, paper("1.jpg", "A"))

    (event,) = hand_in(company, FIRST, CALL_CENTRE, CUSTODY, paper("2.jpg", "A"), by=by()).events

    assert event.version == 1
    assert event.digests == (paper("2.jpg").files[0].sha256,)


# --- where it is kept -------------------------------------------------------------------


@pytest.mark.parametrize("key", [CUSTODY, SIGNATURE])
def test_a_place_is_registered_instead_of_a_paper(key: ItemKey) -> None:
    company = gave(crew(), key, PLACE)

    assert task(company, key).condition is Condition.DONE
    assert company.recent[-1].new == "人事部 2 号柜"


def test_a_place_is_no_number_and_needs_words() -> None:
    with pytest.raises(WrongKind):
        gave(crew(), SEATS, PLACE)
    with pytest.raises(ReasonNeeded):
        gave(crew(), CUSTODY, Located(" "))


def test_the_same_place_again_is_already_given() -> None:
    with pytest.raises(AlreadyGiven):
        gave(gave(crew(), CUSTODY, PLACE), CUSTODY, PLACE)


# --- what is no step --------------------------------------------------------------------


def happened(company: Company, kind: EventKind, who: Doer) -> Company:
    return outcome(company, who, Done(kind)).company


@pytest.mark.parametrize("kind", [EventKind.DOWNLOADED, EventKind.NUDGED])
def test_having_looked_or_called_does_not_stand_before_an_undo(kind: EventKind) -> None:
    company = happened(gave(crew(), CUSTODY, paper()), kind, by())

    company = undo(company, lambda _: CALL_CENTRE, CALENDAR, by=by()).company

    assert task(company, CUSTODY).condition is Condition.OPEN


@pytest.mark.parametrize("kind", [EventKind.ASSIGNED, EventKind.ACCEPTED, EventKind.MEMBER_JOINED])
def test_what_others_know_already_is_not_undone_nor_what_was_before_it(kind: EventKind) -> None:
    company = happened(gave(crew(), CUSTODY, paper()), kind, by())

    with pytest.raises(NothingToUndo):
        undo(company, lambda _: CALL_CENTRE, CALENDAR, by=by())
