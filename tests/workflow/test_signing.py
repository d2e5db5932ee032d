"""Signing in chat: who is asked and signs, two where two are needed, and what is done instead."""

from dataclasses import replace

import pytest

from tests.workflow.crew import BOSS, CHIEF, FINANCE, LEGAL_REP
from tests.workflow.firm import CALENDAR, FIRST, count, paper
from tests.workflow.signatory import (
    DRAFT,
    LIST,
    PACK,
    SEATS,
    asked,
    assigned,
    at,
    before,
    case,
    digest,
    firm,
    gives,
    is_done,
    kept,
    kinds,
    owing,
    signature,
    signed,
    signs,
    told,
    with_terms,
)
from workflow.actions import hand_in, undo, withdraw
from workflow.assigning import crew_of
from workflow.errors import NothingToUndo, ReasonNeeded
from workflow.events import EventKind, NoticeKind
from workflow.given import Confirmed
from workflow.ids import PersonId
from workflow.model import FilingFact
from workflow.records import record_filing
from workflow.sign_errors import (
    AskedAlready,
    ContentChanged,
    NobodySigns,
    NothingToSign,
    NotYourSignature,
    SignedAlready,
)
from workflow.signatures import SignTerms
from workflow.signing import (
    SEEN,
    ask_to_sign,
    return_unsigned,
    sign,
    sign_on_paper,
    take_back_signatures,
    unsigned,
    waiting_for,
)
from workflow.team import Role

TWO = with_terms(SignTerms(quorum=2))
NOT_OWN = with_terms(SignTerms(own=False))


# --- asked ------------------------------------------------------------------------------


def test_every_signer_is_asked_once_for_all_there_is_to_sign() -> None:
    done = ask_to_sign(firm(), FIRST, PACK, by=at(CHIEF))

    assert told(done, NoticeKind.SIGN_ASKED) == {BOSS, LEGAL_REP}
    assert len(done.notices) == 2
    assert kinds(done) == [EventKind.SIGN_ASKED, EventKind.SIGN_ASKED]


def test_a_signature_given_to_somebody_is_asked_of_them_alone() -> None:
    company = assigned(firm(), {DRAFT: FINANCE, LIST: FINANCE})

    done = ask_to_sign(company, FIRST, PACK, by=at(CHIEF))

    assert told(done, NoticeKind.SIGN_ASKED) == {FINANCE}
    assert owing(done.company) == (FINANCE,)


def test_what_was_asked_is_owed_by_the_signers_until_one_has_signed() -> None:
    company = asked(firm())

    assert owing(company) == (BOSS, LEGAL_REP)
    assert not is_done(company)
    assert is_done(signed(company))


def test_where_nobody_could_sign_that_is_said() -> None:
    company = firm(PACK, Role.BOSS, Role.LEGAL_REP)

    with pytest.raises(NobodySigns):
        ask_to_sign(company, FIRST, PACK, by=at(CHIEF))


def test_nothing_is_asked_where_all_is_signed() -> None:
    with pytest.raises(NothingToSign):
        ask_to_sign(signed(firm()), FIRST, PACK, by=at(CHIEF))


def test_nobody_is_asked_twice_in_a_row_but_the_next_day_they_are() -> None:
    company = asked(firm())

    with pytest.raises(AskedAlready):
        ask_to_sign(company, FIRST, PACK, by=at(CHIEF, 60))
    done = ask_to_sign(company, FIRST, PACK, by=at(CHIEF, 24 * 60))
    assert told(done, NoticeKind.SIGN_ASKED) == {BOSS, LEGAL_REP}


# --- signed -----------------------------------------------------------------------------


def test_a_signature_keeps_who_when_the_name_and_the_hash() -> None:
    company = asked(firm())

    done = signs(company)

    entry = case(done.company).items[DRAFT].entries[-1]
    assert (entry.by, entry.at, entry.given) == (BOSS, at(BOSS).at, Confirmed("老周"))
    assert case(done.company).signing.seals[DRAFT][entry.version].digest == digest(company)
    assert [each.digests for each in done.events] == [(digest(company),)] * 2
    assert told(done, NoticeKind.SIGN_DONE) == {CHIEF}


def test_signing_is_itself_no_change_of_what_is_signed() -> None:
    before = asked(firm())

    assert digest(signed(before)) == digest(before)


def test_what_was_shown_must_be_what_stands() -> None:
    company = asked(firm())
    seen = before(company)
    changed = gives(company, SEATS, count(281))

    with pytest.raises(ContentChanged):
        sign(changed, FIRST, PACK, seen, by=at(BOSS))


def test_a_signature_that_was_not_shown_is_not_given_along() -> None:
    company = assigned(firm(), {LIST: CHIEF})
    seen = before(company)
    both = assigned(company, {LIST: BOSS})

    with pytest.raises(ContentChanged):
        sign(both, FIRST, PACK, seen, by=at(BOSS))
    assert len(signs(both).company.seasons[0].signing.seals) == len((DRAFT, LIST))


def test_nobody_signs_twice_for_the_same() -> None:
    company = signed(asked(firm()))

    with pytest.raises(SignedAlready):
        signs(company)


@pytest.mark.parametrize("who", [CHIEF, FINANCE])
def test_who_is_no_signer_signs_nothing(who: PersonId) -> None:
    with pytest.raises(NotYourSignature):
        signs(asked(firm()), who)


def test_a_signer_who_lost_the_role_signs_no_more_and_what_they_signed_stays() -> None:
    company = signed(asked(firm()))
    members = (
        replace(each, roles=(Role.CONTRIBUTOR,)) if each.person == BOSS else each
        for each in company.members
    )
    later = replace(company, members=tuple(members))

    assert is_done(later)
    changed = gives(later, SEATS, count(300))
    with pytest.raises(NotYourSignature):
        signs(changed)
    assert waiting_for(changed, case(changed), PACK, LEGAL_REP)


# --- two are needed, and not one's own --------------------------------------------------


def test_two_sign_where_the_pack_asks_for_two_in_whatever_order() -> None:
    first = signed(asked(firm(TWO), TWO), LEGAL_REP, TWO)

    assert not is_done(first, pack=TWO)
    assert crew_of(first).persons(case(first), signature(first, DRAFT, TWO)) == (BOSS,)
    assert is_done(signed(first, BOSS, TWO), pack=TWO)


def test_two_who_press_at_once_both_sign() -> None:
    company = asked(firm(TWO), TWO)
    seen = before(company, BOSS, TWO)

    one = kept(sign(company, FIRST, TWO, seen, by=at(BOSS)), at(BOSS), TWO)
    both = kept(sign(one, FIRST, TWO, seen, by=at(LEGAL_REP)), at(LEGAL_REP), TWO)

    assert [each.by for each in case(both).items[DRAFT].live] == [BOSS, LEGAL_REP]
    assert is_done(both, pack=TWO)


def test_two_are_needed_only_where_there_are_two() -> None:
    company = asked(firm(TWO, Role.LEGAL_REP), TWO)

    assert is_done(signed(company, BOSS, TWO), pack=TWO)


def test_the_same_name_twice_is_one_signature() -> None:
    company = firm(TWO)
    typed = hand_in(company, FIRST, TWO, DRAFT, Confirmed("老周"), by=at(CHIEF))
    by_name = kept(typed, at(CHIEF), TWO)

    assert not is_done(signed(by_name, BOSS, TWO), pack=TWO)


def test_nobody_signs_for_their_own_figures_where_the_pack_says_so() -> None:
    company = assigned(firm(NOT_OWN), {SEATS: BOSS})
    company = gives(company, SEATS, count(290), BOSS, NOT_OWN)

    with pytest.raises(NotYourSignature):
        signs(company, BOSS, NOT_OWN)
    assert is_done(signed(company, LEGAL_REP, NOT_OWN), pack=NOT_OWN)


def test_the_only_signer_signs_their_own_figures_too() -> None:
    company = assigned(firm(NOT_OWN, Role.LEGAL_REP), {SEATS: BOSS})
    company = gives(company, SEATS, count(290), BOSS, NOT_OWN)

    assert is_done(signed(company, BOSS, NOT_OWN), pack=NOT_OWN)


# --- given back, on paper, taken back ---------------------------------------------------


def test_what_is_given_back_is_with_those_who_run_the_work() -> None:
    done = return_unsigned(asked(firm()), FIRST, PACK, "坐席不对", by=at(BOSS))

    assert told(done, NoticeKind.SIGN_GIVEN_BACK) == {CHIEF}
    assert done.events[0].why == "坐席不对"
    assert owing(done.company) == (CHIEF,)
    assert owing(asked(done.company)) == (BOSS, LEGAL_REP)


def test_giving_back_takes_a_reason() -> None:
    with pytest.raises(ReasonNeeded):
        return_unsigned(asked(firm()), FIRST, PACK, "  ", by=at(BOSS))


def test_on_paper_those_who_run_the_work_bring_it_until_it_is_scanned() -> None:
    done = sign_on_paper(asked(firm()), FIRST, PACK, by=at(BOSS))
    by = at(CHIEF)
    scanned = hand_in(done.company, FIRST, PACK, DRAFT, paper("签字.pdf"), by=by, behalf="老周")

    assert told(done, NoticeKind.SIGN_ON_PAPER) == {CHIEF}
    assert owing(done.company) == (CHIEF,)
    assert is_done(kept(scanned, by))


def test_one_s_own_signature_is_taken_back_though_another_signed_since() -> None:
    company = asked(firm(TWO), TWO)
    company = signed(signed(company, BOSS, TWO), LEGAL_REP, TWO)
    seen = digest(company, TWO)[:SEEN]

    done = take_back_signatures(company, FIRST, TWO, seen, by=at(BOSS))

    assert [each.by for each in case(done.company).items[DRAFT].live] == [LEGAL_REP]
    with pytest.raises(NothingToUndo):
        take_back_signatures(done.company, FIRST, TWO, seen, by=at(BOSS))


@pytest.mark.parametrize("who", [BOSS, CHIEF], ids=["signed in chat", "typed as a name"])
def test_a_signature_taken_back_on_the_item_s_card_is_withdrawn_as_one(who: PersonId) -> None:
    company = assigned(firm(), {DRAFT: BOSS, LIST: BOSS})
    if who == BOSS:
        company = signed(company)
    else:
        typed = hand_in(company, FIRST, PACK, DRAFT, Confirmed("老周"), by=at(CHIEF))
        company = kept(typed, at(CHIEF))

    done = withdraw(company, FIRST, PACK, DRAFT, 1, by=at(who))

    assert kinds(done) == [EventKind.SIGN_WITHDRAWN]
    assert not is_done(done.company)


def test_what_was_taken_back_on_the_card_is_not_undone_a_second_time() -> None:
    company = signed(firm())
    company = kept(withdraw(company, FIRST, PACK, LIST, 1, by=at(BOSS)), at(BOSS))

    undone = undo(company, lambda _: PACK, CALENDAR, by=at(BOSS))

    assert [(each.kind, each.subject) for each in undone.events] == [
        (EventKind.SIGN_WITHDRAWN, DRAFT)
    ]


def test_a_name_that_was_typed_and_taken_back_on_the_card_is_not_undone_again() -> None:
    company = gives(firm(), SEATS, count(281), CHIEF)
    typed = hand_in(company, FIRST, PACK, DRAFT, Confirmed("老周"), by=at(CHIEF))
    company = kept(typed, at(CHIEF))
    company = kept(withdraw(company, FIRST, PACK, DRAFT, 1, by=at(CHIEF)), at(CHIEF))

    undone = undo(company, lambda _: PACK, CALENDAR, by=at(CHIEF))

    assert [(each.kind, each.subject) for each in undone.events] == [(EventKind.WITHDRAWN, SEATS)]


def test_a_scan_taken_back_on_the_item_s_card_is_a_paper_withdrawn() -> None:
    by = at(CHIEF)
    scanned = hand_in(firm(), FIRST, PACK, DRAFT, paper("签字.pdf"), by=by, behalf="老周")

    done = withdraw(kept(scanned, by), FIRST, PACK, DRAFT, 1, by=by)

    assert kinds(done) == [EventKind.WITHDRAWN]


def test_a_button_of_another_content_takes_nothing_back() -> None:
    company = signed(asked(firm()))

    with pytest.raises(NothingToUndo):
        take_back_signatures(company, FIRST, PACK, "0" * SEEN, by=at(BOSS))


def test_the_last_step_can_be_undone_and_that_is_a_signature_after_the_other() -> None:
    company = signed(asked(firm()))

    once = undo(company, lambda _: PACK, CALENDAR, by=at(BOSS)).company
    twice = undo(once, lambda _: PACK, CALENDAR, by=at(BOSS)).company

    assert (is_done(once, DRAFT), is_done(once, LIST)) == (True, False)
    assert not is_done(twice, DRAFT)


def test_without_a_signature_it_can_be_filed_and_the_debt_stays() -> None:
    by = at(CHIEF)
    filed = record_filing(firm(), FIRST, FilingFact.REPORTED, by.today, by=by)

    company = kept(filed, by)

    assert [task.item.key for task in unsigned(company, case(company), PACK)] == [DRAFT, LIST]
