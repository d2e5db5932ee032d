"""What a signer reads and where they can go from there; what nobody else reads or presses."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.desk import Desk
from chat.talk import Pressed, Room, Typed, What
from tests.chat.found import DOWN, SEATS, season, with_findings
from tests.chat.markup import messages, presses, words
from tests.chat.office import HERE, office, ours
from tests.chat.stage import LI, OURS, WANG, Stage, button, gives, incoming
from workflow.change import with_season
from workflow.ids import CompanyId, ItemKey, PersonId
from workflow.pack import ItemKind
from workflow.ports import ChatId
from workflow.signatures import SignTerms
from workflow.signing import seen_mark, waiting_for
from workflow.team import Group, Role

SIGN = button(Verb.SIGN_CARD, *HERE)
CHECK = button(Verb.CHECK, *HERE, 0)
DRAFT = ItemKey("sign_draft")
LINES = 12


def signer(one: Stage, person: int, *roles: Role) -> Stage:
    """The person has these roles beside their own."""
    company = ours(one)
    members = tuple(
        replace(each, roles=(*each.roles, *roles)) if each.person == str(person) else each
        for each in company.members
    )
    one.store.companies[CompanyId(OURS)] = replace(company, members=members)
    return one


def hides(one: Stage, *keys: str) -> None:
    """These items are internal matters from now on."""
    now = season(one)
    tailoring = replace(now.tailoring, sensitive=dict.fromkeys(map(ItemKey, keys), True))
    one.store.companies[CompanyId(OURS)] = with_season(ours(one), replace(now, tailoring=tailoring))


def belongs(one: Stage, person: int) -> None:
    """The draft's signature was given to that person."""
    now = replace(season(one), assigned={DRAFT: PersonId(str(person))})
    one.store.companies[CompanyId(OURS)] = with_season(ours(one), now)


def seen(one: Stage, person: int = WANG) -> str:
    """What the person's button to agree stands under."""
    where = (ours(one), season(one), one.desk.house.packs[season(one).pack])
    return seen_mark(*where, waiting_for(*where, PersonId(str(person))))


# --- what is read -----------------------------------------------------------------------


def test_what_counts_as_red_is_marked_red_and_what_was_explained_is_not() -> None:
    one = signer(with_findings(), LI, Role.BOSS)
    before = words(one.presses(LI, SIGN))

    one.presses(WANG, button(Verb.EXPLAIN_FINDING, *HERE, DOWN))
    one.types(WANG, "十二月外包合同到期,撤出一个职场")

    after = words(one.presses(LI, SIGN))
    assert "🔴 坐席总数减少达到 30%:400 席 → 280 席(−30.0 %),未说明" in before
    assert "🟡 坐席总数减少达到 30%:400 席 → 280 席(−30.0 %),说明已备" in after
    assert before.count("⛔") + before.count("🔴") == 2
    assert "红 2 ·" in before
    assert "红 1 ·" in after


def test_a_change_is_told_as_the_difference_list_tells_it_and_never_rounded_up() -> None:
    one = signer(with_findings(), WANG, Role.BOSS)
    gives(one, WANG, HERE, {SEATS: "281"})

    shown = words(one.presses(WANG, button(Verb.SIGN_ALL, *HERE, 0)))

    assert "400 席 → 281 席(−29.75 %)" in shown


def test_the_fullest_card_fits_the_screen_with_the_footer_last() -> None:
    one = with_findings()
    gives(one, WANG, HERE, {"agents_headcount": "0", "avg_month_eff_talk": "600"})
    gives(one, WANG, HERE, {"revenue_total": "10", "profit_total": "11", "complaints": "0"})
    house = one.desk.house
    packs = {
        key: replace(
            pack,
            items=tuple(
                replace(each, sign=SignTerms(quorum=2)) if each.kind is ItemKind.SIGN else each
                for each in pack.items
            ),
        )
        for key, pack in house.packs.items()
    }
    one = Stage(one.store, Desk(replace(house, packs=packs), one.store))
    signer(signer(one, WANG, Role.BOSS), LI, Role.LEGAL_REP)
    one.presses(WANG, button(Verb.SIGN_AGREE, *HERE, seen(one)))
    one.presses(LI, button(Verb.SIGN_ABOUT_ITEM, *HERE, SEATS))

    (card,) = messages(one.types(LI, "为什么少这么多"))

    lines = card.html.splitlines()
    assert "问题已转给经办人" in card.html
    assert "已签 1/2" in card.html
    assert "条,点「全部内容」看" in card.html
    assert len(lines) == LINES
    assert lines[-1] == "内部留痕,不代替年报承诺书"


# --- the difference list ----------------------------------------------------------------


def test_a_signer_goes_to_the_difference_list_and_back() -> None:
    one = signer(with_findings(), WANG, Role.BOSS)

    there = one.presses(WANG, SIGN)
    back = one.presses(WANG, CHECK)

    assert CHECK in presses(there)
    assert SIGN in presses(back)


def test_who_does_not_sign_is_led_to_no_signature() -> None:
    one = with_findings()

    assert SIGN not in presses(one.presses(WANG, CHECK))


def test_where_nothing_was_found_there_is_no_way_to_it() -> None:
    one = signer(office(), WANG, Role.BOSS)

    card = one.presses(WANG, SIGN)

    assert "请签" in words(card)
    assert CHECK not in presses(card)


def test_what_is_an_internal_matter_to_the_signer_is_only_counted() -> None:
    one = with_findings()
    hides(one, SEATS)
    belongs(one, LI)

    card = one.presses(LI, SIGN)
    every = one.presses(LI, button(Verb.SIGN_ALL, *HERE, 0))
    asked = one.presses(LI, button(Verb.SIGN_ABOUT, *HERE, 0))

    assert "红 2" in words(card)
    assert "2 项内部事项" in words(card)
    assert "差异 1 项" in words(card)
    assert all("280 席" not in words(each) for each in (card, every, asked))


# --- who does not sign ------------------------------------------------------------------


def test_who_is_no_signer_presses_in_vain() -> None:
    one = with_findings()
    before = one.kept(OURS)

    answers = [
        one.presses(LI, button(Verb.SIGN_AGREE, *HERE, seen(one))),
        one.presses(LI, button(Verb.SIGN_RETURN, *HERE)),
        one.presses(LI, button(Verb.SIGN_PAPER, *HERE)),
        one.presses(LI, button(Verb.SIGN_ABOUT, *HERE, 0)),
    ]

    assert one.kept(OURS) == before
    assert all("不归您" in words(each) for each in answers)


def test_who_does_not_run_the_work_asks_nobody_to_sign() -> None:
    one = signer(with_findings(), LI, Role.BOSS)
    before = one.kept(OURS)

    one.presses(LI, button(Verb.SIGN_ASK, *HERE))

    assert one.kept(OURS) == before
    assert button(Verb.SIGN_ASK, *HERE) not in presses(one.presses(LI, SIGN))


@pytest.mark.parametrize(
    "what",
    [
        Typed("/sign"),
        Pressed(SIGN, 1, "p"),
        Pressed(button(Verb.SIGN_AGREE, *HERE, "x"), 1, "p"),
        Pressed(button(Verb.SIGN_ALL, *HERE, 0), 1, "p"),
    ],
    ids=["the command", "the card", "agreed", "all of it"],
)
def test_in_a_group_nothing_is_signed_or_shown(what: What) -> None:
    one = signer(with_findings(), WANG, Role.BOSS)
    group = Group(-9, "年报群", has_outsiders=False)
    one.store.companies[CompanyId(OURS)] = replace(ours(one), groups=(group,))
    before = one.kept(OURS)
    incoming_there = replace(incoming(WANG, what), chat=ChatId(-9), room=Room("年报群"))

    answer = one.desk.receive(incoming_there)

    assert one.kept(OURS) == before
    assert messages(answer) == []
