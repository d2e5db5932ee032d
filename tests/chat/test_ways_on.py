"""From where somebody stands there is a way on: to the finding, to the signature, to whoever signs."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from tests.chat.found import ADD_UP, SEATS, after_400_seats, with_findings
from tests.chat.markup import presses, words
from tests.chat.office import HERE, office, ours
from tests.chat.stage import LI, OURS, WANG, Stage, button
from tests.chat.test_signing_cards import signer
from workflow.ids import CompanyId
from workflow.team import Role

CHECK = button(Verb.CHECK, *HERE, 0)
SIGN = button(Verb.SIGN_CARD, *HERE)
FILL = button(Verb.FILL, *HERE)


def test_a_figure_that_puts_a_finding_right_leads_back_to_the_rest() -> None:
    one = with_findings()

    one.presses(WANG, button(Verb.ITEM, *HERE, "seats_self"))
    said = one.types(WANG, "220")

    assert CHECK in presses(said)


def test_from_an_item_a_finding_stands_on_one_goes_back_to_it() -> None:
    one = with_findings()

    own = one.presses(WANG, button(Verb.ITEM, *HERE, "seats_self"))
    total = one.presses(WANG, button(Verb.ITEM, *HERE, SEATS))

    assert button(Verb.FINDING, *HERE, ADD_UP) in presses(own)
    assert CHECK in presses(total)


def test_a_paper_that_a_change_calls_for_leads_back_to_the_change() -> None:
    one = with_findings()

    shown = one.presses(WANG, button(Verb.ITEM, *HERE, "leaving_note"))

    assert button(Verb.FINDING, *HERE, "seats_down") in presses(shown)


def test_an_item_without_a_finding_leads_to_none() -> None:
    one = after_400_seats()

    shown = one.presses(WANG, button(Verb.ITEM, *HERE, SEATS))

    assert CHECK not in presses(shown)


# --- signing ----------------------------------------------------------------------------


def test_where_nobody_signs_the_boss_can_be_invited_at_once() -> None:
    one = office()

    alone = one.presses(WANG, SIGN)
    signer(one, LI, Role.BOSS)
    together = one.presses(WANG, SIGN)

    assert button(Verb.INVITE, OURS) in presses(alone)
    assert button(Verb.INVITE, OURS) not in presses(together)


def test_progress_leads_to_the_signature_once_it_was_asked_for() -> None:
    one = signer(signer(office(), WANG, Role.BOSS), LI, Role.BOSS)

    before = one.types(WANG, "/status")
    one.presses(WANG, button(Verb.SIGN_ASK, *HERE))
    after = one.types(WANG, "/status")

    assert SIGN not in presses(before)
    assert SIGN in presses(after)


def test_a_finding_without_a_figure_is_told_to_the_signer_in_words() -> None:
    one = signer(with_findings(), LI, Role.BOSS)

    shown = words(one.presses(LI, button(Verb.SIGN_ALL, *HERE, 0)))

    assert "外包坐席 60 席,还没有外包协议,未说明" in shown
    assert "—,未说明" not in shown


# --- what people type instead of pressing -------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "verb"),
    [("誊录", Verb.FORM), ("签字", Verb.SIGN_ALL), ("出文件", Verb.PAPER)],
)
def test_the_names_of_what_is_here_open_it(typed: str, verb: Verb) -> None:
    one = with_findings()

    shown = one.types(WANG, typed)

    assert any(each.startswith(f"{verb}|") for each in presses(shown))


def only_signs() -> Stage:
    """王 is the boss and nothing else."""
    one = office()
    company = ours(one)
    wang, *others = company.members
    boss = replace(wang, roles=(Role.BOSS,), departments=())
    one.store.companies[CompanyId(OURS)] = replace(company, members=(boss, *others))
    return one


def test_who_has_no_sheet_to_fill_reads_so_on_a_card_when_they_ask_for_one() -> None:
    one = only_signs()

    said = one.types(WANG, "三年对照表")

    assert button(Verb.STEPS, *HERE, 0) in presses(said)


def test_who_has_nothing_to_fill_in_is_offered_no_way_there() -> None:
    one = only_signs()

    assert FILL not in presses(one.types(WANG, "/status"))
    assert FILL in presses(office().types(WANG, "/status"))


def test_a_sentence_while_a_file_is_wanted_is_offered_what_it_may_mean() -> None:
    one = with_findings()
    one.presses(WANG, button(Verb.ITEM, *HERE, "leaving_note"))

    said = one.types(WANG, "管局叫我们改数")

    assert button(Verb.PLAIN, "authority") in presses(said)
    assert "这一项要的是文件或照片" in words(said)
