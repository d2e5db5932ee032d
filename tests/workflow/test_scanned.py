"""One scan answers all signatures that were put on paper together, and is taken back with them."""

from tests.workflow.crew import BOSS, CHIEF, FINANCE
from tests.workflow.firm import CALENDAR, FIRST, count, paper
from tests.workflow.signatory import (
    DRAFT,
    LIST,
    PACK,
    SEATS,
    asked,
    assigned,
    at,
    case,
    digest,
    firm,
    gives,
    is_done,
    kept,
)
from workflow.actions import hand_in, undo, withdraw
from workflow.given import Entry
from workflow.ids import ItemKey, PersonId
from workflow.model import Company
from workflow.reviewing import accept, set_reviewed
from workflow.signing import sign_on_paper


def on_paper() -> Company:
    """All signatures were asked for, and the boss wants to sign on paper."""
    return kept(sign_on_paper(asked(firm()), FIRST, PACK, by=at(BOSS)), at(BOSS))


def scanned(company: Company, who: PersonId = CHIEF, name: str = "签字.pdf") -> Company:
    done = hand_in(company, FIRST, PACK, DRAFT, paper(name), by=at(who, 5))
    return kept(done, at(who, 5))


def live(company: Company, key: ItemKey) -> tuple[Entry, ...]:
    state = case(company).items.get(key)
    return state.live if state else ()


def test_one_scan_is_all_signatures_under_the_same_hash() -> None:
    company = scanned(on_paper())

    assert is_done(company)
    assert is_done(company, LIST)
    seals = {case(company).signing.seals[key][1].digest for key in (DRAFT, LIST)}
    assert seals == {digest(company)}


def test_who_signs_may_send_the_scan_themselves() -> None:
    company = scanned(on_paper(), BOSS)

    assert is_done(company, LIST)


def test_a_signature_that_was_put_on_paper_by_nobody_wants_its_own() -> None:
    company = scanned(asked(firm()))

    assert is_done(company)
    assert not is_done(company, LIST)


def test_a_file_for_anything_else_is_for_that_alone() -> None:
    company = on_paper()

    company = gives(company, ItemKey("account_custody"), paper("保管表.pdf"), CHIEF)

    assert not is_done(company)


def test_what_somebody_may_not_hand_in_is_left_to_others() -> None:
    company = assigned(on_paper(), {DRAFT: FINANCE})

    company = scanned(company, FINANCE)

    assert is_done(company)
    assert live(company, LIST) == ()


def test_a_better_scan_takes_the_place_of_both() -> None:
    company = scanned(scanned(on_paper()), name="清楚的.pdf")

    assert [each.version for each in live(company, LIST)] == [1, 2]
    assert live(company, LIST)[-1].given == live(company, DRAFT)[-1].given


def test_pages_of_one_album_are_one_scan() -> None:
    company = on_paper()
    for name in ("1.jpg", "2.jpg"):
        done = hand_in(company, FIRST, PACK, DRAFT, paper(name, "album"), by=at(CHIEF, 5))
        company = kept(done, at(CHIEF, 5))

    assert live(company, LIST) == live(company, DRAFT)
    assert len(live(company, LIST)) == 1


def test_taken_back_on_either_card_it_is_taken_back_of_all() -> None:
    company = scanned(on_paper())

    done = withdraw(company, FIRST, PACK, LIST, 1, by=at(CHIEF, 6))

    assert {each.subject for each in done.events} == {DRAFT, LIST}
    assert live(done.company, DRAFT) == live(done.company, LIST) == ()


def test_one_undo_takes_it_back_and_the_next_what_was_before() -> None:
    company = scanned(gives(on_paper(), SEATS, count(300), CHIEF))

    once = undo(company, lambda _: PACK, CALENDAR, by=at(CHIEF, 6)).company
    twice = undo(once, lambda _: PACK, CALENDAR, by=at(CHIEF, 7)).company

    assert live(once, DRAFT) == live(once, LIST) == ()
    assert [each.version for each in live(once, SEATS)] == [1, 2]
    assert [each.version for each in live(twice, SEATS)] == [1]


def test_where_it_was_accepted_already_it_stays() -> None:
    reviewed = set_reviewed(on_paper(), FIRST, PACK, LIST, True, by=at(CHIEF))  # noqa: FBT003
    company = scanned(reviewed.company, BOSS)
    company = accept(company, FIRST, PACK, LIST, 1, by=at(CHIEF, 6)).company

    company = withdraw(company, FIRST, PACK, DRAFT, 1, by=at(BOSS, 7)).company

    assert live(company, DRAFT) == ()
    assert is_done(company, LIST)
