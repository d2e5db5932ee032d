"""What one recipient hears: one message, asked again before it is said, nothing private elsewhere."""

from dataclasses import replace
from decimal import Decimal

import pytest

from chat.buttons import Verb
from chat.rounds import Rounds
from chat.talk import Link, Message, Send, Toast
from tests.chat.agency import agency, companies
from tests.chat.markup import presses
from tests.chat.morning import ME, at, labels, message, of_kind, told, waiting
from tests.chat.office import office, ours
from tests.chat.stage import LI, OURS, SEASON, WANG, Stage, button, opens, stage
from workflow.change import with_season
from workflow.channels import Address, ChannelKind
from workflow.counting import Trial
from workflow.habits import Habit
from workflow.ids import CompanyId, ItemKey, PersonId
from workflow.ports import ChatId
from workflow.reminders import Ending, Pending, Recipient, RungKind, SendRef
from workflow.team import Group, Robot

GROUP = Recipient("-100500")
ROBOT = Recipient(f"{OURS}#7")
MAIL = Address(ChannelKind.MAIL, "wang@example.com")


# --- one message ------------------------------------------------------------------------


def test_all_that_is_owed_is_one_message_that_fits_a_screen_and_names_the_company_first() -> None:
    one = stage()
    owed = waiting(one, at("03-31"))

    digest = told(one, at("03-31"))

    lines = message(digest).html.splitlines()
    assert "一公司" in lines[0]
    assert len(lines) <= 12
    assert {*digest.covers, *digest.folds} == {each.owed.key for each in owed}
    assert len(message(digest).buttons) == 4


def test_of_several_rungs_of_one_thing_the_newest_is_said_with_the_days_that_are_really_left() -> (
    None
):
    one = stage()
    law = of_kind(waiting(one, at("03-29")), RungKind.STATUTORY)

    digest = told(one, at("03-29"), pending=[Pending(each) for each in law])

    assert len(law) > len({each.rung.subject for each in law})
    assert len(digest.covers) == len({each.rung.subject for each in law})
    assert "还剩 <b>2</b> 天" in message(digest).html


def test_a_second_copy_has_the_number_of_the_first_and_says_that_it_may_be_one() -> None:
    one = stage()
    first = told(one, at("03-24"))
    doubted = [replace(each, doubted=first.ref) for each in waiting(one, at("03-24"))]

    second = told(one, at("03-24", 13), pending=doubted)

    assert first.ref in message(first).html
    assert (first.is_repeat, second.is_repeat) == (False, True)
    assert second.ref == first.ref
    assert "可能重复" in message(second).html
    assert "可能重复" not in message(first).html


def test_who_wants_a_message_for_each_company_hears_of_one_at_a_time() -> None:
    one = stage()
    opens(one, WANG, "三公司", "91110000802100433B")
    owed = waiting(one, at("03-24"))
    habit = Habit(digest=False)
    one.store.people[PersonId(ME)] = replace(one.store.people[PersonId(ME)], habit=habit)

    digest = told(one, at("03-24"), pending=owed)

    assert len({each.owed.company for each in owed}) == 2
    (company,) = {each.owed.company for each in owed if each.owed.key in digest.covers}
    assert company == owed[0].owed.company


def test_of_many_companies_there_are_counts_with_buttons_and_only_the_soonest_are_read() -> None:
    one = agency(12)
    damaged = companies(one)[-1].id
    owed = waiting(one, at("03-31"))
    last = sorted(owed, key=lambda each: each.owed.company == damaged)
    one.store.damaged.add(damaged)

    digest = told(one, at("03-31"), pending=last)

    assert "12 家企业" in message(digest).html.splitlines()[0]
    assert isinstance(digest.send, Send)
    verbs = {each[:2] for each in presses([digest.send])}
    assert Verb.SIGN in verbs
    assert Verb.LATER not in verbs
    assert button(Verb.LATER_ALL, digest.ref) in presses([digest.send])


# --- asked once more --------------------------------------------------------------------


def test_what_was_done_meanwhile_ends_unsaid() -> None:
    one = stage()
    law = of_kind(waiting(one, at("03-24")), RungKind.STATUTORY)
    report = [Pending(each) for each in law if each.rung.subject == "M6"]
    one.presses(WANG, button(Verb.FACT_ON, OURS, SEASON, "reported", "2027-03-10"))

    digest = told(one, at("03-24"), pending=report)

    assert (digest.covers, digest.send) == ((), None)
    assert {each.ending for each in digest.ends.values()} == {Ending.DONE}


def test_what_belongs_to_a_damaged_company_waits_an_hour() -> None:
    one = stage()
    owed = waiting(one, at("03-24"))
    one.store.damaged.add(CompanyId(OURS))

    digest = told(one, at("03-24"), pending=owed)

    assert digest.not_before == at("03-24", 13)
    assert set(digest.covers) == {each.owed.key for each in owed}
    assert digest.send is None


def test_what_a_vanished_company_owed_is_over() -> None:
    one = stage()
    owed = waiting(one, at("03-24"))
    del one.store.companies[CompanyId(OURS)]

    digest = told(one, at("03-24"), pending=owed)

    assert set(digest.ends) == {each.owed.key for each in owed}


def test_whoever_is_owed_nothing_hears_nothing() -> None:
    one = stage()

    assert Rounds(one.desk.house, one.store).digest(ME, (), at("03-24")) is None


# --- quiet hours ------------------------------------------------------------------------


def test_in_quiet_hours_nothing_is_said_before_they_are_over() -> None:
    one = stage()

    digest = told(one, at("03-24", 22))

    assert digest.not_before == at("03-25", 8)
    assert (digest.send, digest.plain) == (None, None)


def test_in_the_last_two_days_the_law_is_told_in_the_evening_and_only_the_law() -> None:
    one = stage()
    owed = waiting(one, at("03-30", 22))

    digest = told(one, at("03-30", 22), pending=owed)

    said = [each.owed.rung.kind for each in owed if each.owed.key in digest.covers]
    assert digest.not_before is None
    assert set(said) == {RungKind.STATUTORY}
    assert of_kind(owed, RungKind.INTERNAL)


def test_in_the_last_two_days_the_night_is_quiet_all_the_same() -> None:
    one = stage()
    law = [Pending(each) for each in of_kind(waiting(one, at("03-31", 3)), RungKind.STATUTORY)]

    assert told(one, at("03-31", 3), pending=law).not_before == at("03-31", 7)


# --- outside private chats --------------------------------------------------------------


def test_mail_has_the_same_facts_without_markup_and_without_internal_matters() -> None:
    one = stage()
    me = one.store.people[PersonId(ME)]
    one.store.people[PersonId(ME)] = replace(me, addresses=(MAIL,))
    company = ours(one)
    season = company.seasons[0]
    hidden = {item.key: True for item in one.desk.house.packs[season.pack].items}
    tailored = replace(season.tailoring, sensitive=hidden)
    seasons = (replace(season, tailoring=tailored), *company.seasons[1:])
    one.store.companies[CompanyId(OURS)] = replace(company, seasons=seasons)

    digest = told(one, at("03-12"))

    assert digest.plain is not None
    private = {label for label in labels(digest) if "登录截图" in label}
    assert private
    assert "登录截图" not in digest.plain.text
    assert "t.me" not in digest.plain.text
    assert "</b>" not in digest.plain.text.replace("""<b>&"'</i>""", "")
    assert "\n" not in digest.plain.subject


def test_who_is_reached_in_telegram_alone_costs_no_other_text() -> None:
    assert told(stage(), at("03-24")).plain is None


def grouped(*, outsiders: bool) -> Stage:
    """The office with a group and a robot."""
    one = office()
    group = Group(int(GROUP), "年报群", has_outsiders=outsiders)
    robot = Robot(7, "机器人", MAIL)
    one.store.companies[CompanyId(OURS)] = replace(ours(one), groups=(group,), robots=(robot,))
    return one


def test_a_robot_is_told_as_text_alone() -> None:
    digest = told(grouped(outsiders=False), at("03-24"), ROBOT)

    assert digest.send is None
    assert digest.plain is not None
    assert "还差" in digest.plain.text


def test_a_group_names_whom_nothing_reaches_in_private_and_counts_the_others() -> None:
    one = grouped(outsiders=False)
    now = at("03-19")
    before = message(told(one, now, GROUP)).html
    li = one.store.people[PersonId(str(LI))]
    one.store.people[PersonId(str(LI))] = replace(li, blocked=True)

    after = message(told(one, now, GROUP)).html

    assert "李会计" not in before
    assert "李会计" in after
    assert "已私聊" in before


def test_a_group_with_outsiders_hears_no_name_and_no_item() -> None:
    one = grouped(outsiders=True)
    li = one.store.people[PersonId(str(LI))]
    one.store.people[PersonId(str(LI))] = replace(li, blocked=True)

    digest = told(one, at("03-19"), GROUP)

    assert "李会计" not in message(digest).html
    assert labels(digest) == ["🔒 私聊里打开"]


def test_a_group_hears_of_an_internal_matter_but_not_which() -> None:
    one = grouped(outsiders=False)
    li = one.store.people[PersonId(str(LI))]
    one.store.people[PersonId(str(LI))] = replace(li, blocked=True)
    before = message(told(one, at("03-19"), GROUP))
    (key,) = {button.url.rpartition("-")[2] for button in _links(before)[:1]}
    company = one.store.companies[CompanyId(OURS)]
    named = one.desk.house.packs[company.seasons[0].pack].item(ItemKey(key)).title.zh
    for season in company.seasons:
        tailoring = replace(season.tailoring, sensitive={ItemKey(key): True})
        company = with_season(company, replace(season, tailoring=tailoring))
    one.store.companies[company.id] = company

    after = message(told(one, at("03-19"), GROUP))

    assert named in str(before)
    assert named not in str(after)
    assert key not in str(after)
    assert "内部事项" in after.html


def _links(shown: Message) -> list[Link]:
    return [each for row in shown.buttons for each in row if isinstance(each, Link)]


# --- the trial --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "reaches"),
    [(400, 280, True), (400, 281, False), (200, 260, True), (0, 1, True), (0, 0, False)],
)
def test_a_change_of_thirty_percent_is_one_to_explain(before: int, now: int, reaches: bool) -> None:  # noqa: FBT001 - a table
    trial = Trial(Decimal(before), Decimal(now))

    assert trial.reaches is reaches
    assert (now <= trial.low or now >= trial.high) is (reaches or not before)


def test_a_reference_is_short_and_has_no_signs_that_are_taken_for_others() -> None:
    ref = told(stage(), at("03-24")).ref

    assert len(ref) == 8
    assert not set(ref) & set("ILOU")
    assert ref != SendRef("")


@pytest.mark.parametrize("verb", [Verb.HANDLE, Verb.SAY_WORD])
def test_who_does_not_run_the_work_says_no_word_to_a_warning(verb: Verb) -> None:
    one = office()
    before = ours(one)

    answer = one.presses(LI, button(verb, OURS, SEASON, "M6"))

    assert isinstance(answer[0], Toast)
    assert answer[0].text
    assert ours(one) == before
    assert one.store.notes.get(ChatId(LI), "") == ""
