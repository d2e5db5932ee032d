"""Papers of a substantive change: opened by a figure, resting when it is put right, kept all along."""

from dataclasses import replace
from decimal import Decimal

from tests.workflow.firm import CALENDAR, MANAGER, PACKS, SEATS, count, doer, opened, paper
from workflow.actions import hand_in, undo
from workflow.change import with_season
from workflow.checklist import Condition, find_task, items_of, known_items
from workflow.given import AnswerGiven, Entry, Given, ItemState, Number
from workflow.ids import ItemKey, PackRef
from workflow.judging import findings, settled
from workflow.model import Company, Outcome, Season

PACK = PACKS[PackRef("call_centre@2")]
NOTE = ItemKey("leaving_note")


def of_400_seats() -> Company:
    """Last year had 400 seats."""
    company = opened(PACK)
    entry = Entry(1, MANAGER, doer().at, AnswerGiven(Number(Decimal(400))))
    season = replace(company.seasons[0], earlier={2025: {SEATS: ItemState((entry,))}})
    return with_season(company, season)


def gives(company: Company, key: ItemKey, given: Given) -> Company:
    return kept(hand_in(company, season(company).id, PACK, key, given, by=doer()))


def kept(decided: Outcome) -> Company:
    return settled(decided, lambda _: PACK, doer()).company


def season(company: Company) -> Season:
    return company.seasons[0]


def asks_for_note(company: Company) -> bool:
    return NOTE in {item.key for item in items_of(season(company), PACK)}


def test_a_substantive_change_opens_its_papers() -> None:
    company = of_400_seats()

    fewer = gives(company, SEATS, count(280))

    assert (asks_for_note(company), asks_for_note(fewer)) == (False, True)


def test_less_than_the_threshold_opens_nothing() -> None:
    company = gives(of_400_seats(), SEATS, count(281))

    assert not asks_for_note(company)


def test_a_corrected_figure_lets_the_papers_rest_and_keeps_what_was_handed_in() -> None:
    handed_in = gives(gives(of_400_seats(), SEATS, count(280)), NOTE, paper())

    corrected = gives(handed_in, SEATS, count(390))
    again = gives(corrected, SEATS, count(270))

    assert not asks_for_note(corrected)
    assert find_task(again, season(again), PACK, NOTE).condition is Condition.DONE


def test_a_paper_can_be_taken_back_while_it_rests() -> None:
    handed_in = gives(gives(of_400_seats(), SEATS, count(280)), NOTE, paper())
    resting = gives(handed_in, SEATS, count(390))
    figure_back = kept(undo(resting, lambda _: PACK, CALENDAR, by=doer()))

    paper_back = kept(undo(figure_back, lambda _: PACK, CALENDAR, by=doer()))

    assert season(paper_back).items[NOTE].live == ()


def test_every_item_of_the_pack_is_known_once_whether_it_rests_or_not() -> None:
    resting, wanted = opened(PACK), gives(of_400_seats(), SEATS, count(280))

    known = [item.key for item in known_items(season(resting), PACK)]

    assert sorted(known) == sorted(item.key for item in PACK.items)
    assert sorted(known) == sorted(item.key for item in known_items(season(wanted), PACK))


def test_the_change_is_a_finding_until_the_figure_is_corrected() -> None:
    fewer = gives(of_400_seats(), SEATS, count(280))
    corrected = gives(fewer, SEATS, count(390))

    states = [
        [(each.key, each.state.value) for each in findings(one, season(one), PACK)]
        for one in (fewer, corrected)
    ]

    assert states == [[("seats_down", "open")], [("seats_down", "fixed")]]
