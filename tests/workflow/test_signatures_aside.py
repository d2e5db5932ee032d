"""What changes later puts a signature aside, asks again once, and lets it stand when it goes back."""

from tests.workflow.crew import BOSS, CHIEF, LEGAL_REP
from tests.workflow.firm import FIRST, paper
from tests.workflow.signatory import (
    DRAFT,
    PACK,
    asked,
    at,
    case,
    change,
    digest,
    firm,
    is_done,
    kept,
    kinds,
    owing,
    signed,
    told,
    whole,
)
from workflow.actions import hand_in
from workflow.events import EventKind, NoticeKind
from workflow.signing import (
    SEEN,
    take_back_signatures,
)


def test_a_change_puts_the_signature_aside_and_asks_again() -> None:
    done = change(signed(asked(firm())), 290)

    assert kinds(done)[-2:] == [EventKind.SIGN_ASIDE, EventKind.SIGN_ASIDE]
    assert told(done, NoticeKind.SIGN_AGAIN) == {BOSS}
    assert not is_done(done.company)
    assert is_done(signed(done.company))


def test_it_asks_again_once_however_often_it_changes() -> None:
    once = change(signed(asked(firm())), 290)

    twice = change(once.company, 291)

    assert not told(twice, NoticeKind.SIGN_AGAIN)
    assert EventKind.SIGN_ASIDE not in kinds(twice)


def test_what_was_signed_stands_again_with_its_signature() -> None:
    aside = change(signed(asked(firm())), 290)

    back = change(aside.company, 280)

    assert is_done(back.company)
    assert kinds(back)[-2:] == [EventKind.SIGN_STANDS, EventKind.SIGN_STANDS]
    assert not told(back, NoticeKind.SIGN_AGAIN)


def test_what_is_no_content_puts_nothing_aside() -> None:
    company = signed(asked(firm()))
    by = at(CHIEF)

    proof = hand_in(company, FIRST, PACK, PACK.proof, paper("已报.png"), by=by)

    assert is_done(kept(proof, by))


def test_a_paper_that_was_signed_goes_aside_as_well() -> None:
    company = firm()
    by = at(CHIEF)
    scanned = hand_in(company, FIRST, PACK, DRAFT, paper("签字.pdf"), by=by, behalf="老周")
    company = kept(scanned, by)
    assert is_done(company)

    done = change(company, 290)

    assert not is_done(done.company)
    assert told(done, NoticeKind.SIGN_AGAIN) == {CHIEF, BOSS, LEGAL_REP}


def test_of_each_signer_the_lines_are_kept_with_the_newest_signature_alone() -> None:
    company = signed(asked(firm()))

    again = signed(change(company, 290).company)

    assert [bool(seal.marks) for seal in case(again).signing.seals[DRAFT].values()] == [False, True]


def test_a_signature_of_before_does_not_stand_because_the_newer_one_is_taken_back() -> None:
    again = signed(change(signed(asked(firm())), 290).company)
    seen = digest(again)[:SEEN]

    done = whole(take_back_signatures(again, FIRST, PACK, seen, by=at(BOSS)), at(BOSS))

    assert not is_done(done.company)
    assert owing(done.company) == (BOSS, LEGAL_REP)
