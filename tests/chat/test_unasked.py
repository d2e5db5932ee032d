"""What others did waits while somebody rests, and then is said in one message, by mail unnamed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from chat.buttons import Verb
from chat.talk import Send
from chat.unasked import Notified
from tests.chat.stage import button
from tests.talk import ZONE
from tests.walls.town import (
    CLERK,
    FINANCE,
    HERE,
    LAWYER,
    LAWYERS_ITEM,
    MANAGER,
    OTHERS_MANAGER,
    A,
    B,
    Town,
    town,
)
from workflow.change import Doer
from workflow.channels import Address, ChannelKind
from workflow.events import Notice, NoticeKind
from workflow.habits import Habit
from workflow.heads import Head
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.model import FilingFact
from workflow.ports import Acquaintance
from workflow.posting import OwedNotice
from workflow.records import record_filing

PLAIN_ITEM, OTHER_ITEM = "trunk_contracts", "login_screenshot"
MORNING = datetime(2027, 3, 11, 8, tzinfo=ZONE)
EVENING = datetime(2027, 3, 10, 22, tzinfo=ZONE)


@pytest.fixture
def one() -> Town:
    here = town()
    for owed in here.store.outbox.due(here.now, 1000):
        here.store.outbox.dead(owed.notice.key, "before", here.now)
    return here


def gives(one: Town, *items: str, to: int = FINANCE) -> None:
    """The manager gives the items away, one after the other."""
    one.presses(MANAGER, *(button(Verb.ASSIGN_TO, *HERE, item, to) for item in items))


def hears(one: Town, at: datetime, person: int = FINANCE) -> Notified:
    """What they hear then of all that they are owed."""
    return one.desk.notices(one.store.outbox.due_to(PersonId(str(person)), at, 99), at)


def waited(one: Town, until: datetime = MORNING, person: int = FINANCE) -> Notified:
    """What they hear in the morning after it was held."""
    one.store.outbox.hold(hears(one, EVENING, person).covers, until)
    return hears(one, until, person)


def known(one: Town, person: int) -> Acquaintance:
    """Somebody as the bot remembers them."""
    return one.store.people[PersonId(str(person))]


def remember(one: Town, person: Acquaintance) -> None:
    one.store.people[person.person] = person


def labels(told: Notified) -> Sequence[str]:
    assert isinstance(told.send, Send)
    return [each.label for row in told.send.message.buttons for each in row]


def lines(told: Notified) -> Sequence[str]:
    assert isinstance(told.send, Send)
    return re.sub("<[^>]+>", "", told.send.message.html).splitlines()


# --- when ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ago", "waits"), [(20, False), (59, False), (60, True), (-1, True), (100_000, True)]
)
def test_in_the_evening_only_who_was_here_within_the_hour_hears_at_once(
    one: Town, ago: int, *, waits: bool
) -> None:
    seen = EVENING - timedelta(minutes=ago)
    remember(one, replace(known(one, FINANCE), seen=seen))
    gives(one, PLAIN_ITEM)

    told = hears(one, EVENING)

    assert told.not_before == (MORNING if waits else None)
    assert (told.send is None) == waits
    assert len(told.covers) == 1


def test_by_day_it_is_said_at_once(one: Town) -> None:
    gives(one, PLAIN_ITEM)

    assert hears(one, one.now).send is not None


def test_it_waits_for_the_end_of_their_own_quiet_hours(one: Town) -> None:
    habit = Habit(quiet_from=time(19), quiet_to=time(10))
    remember(one, replace(known(one, FINANCE), habit=habit))
    gives(one, PLAIN_ITEM)

    told = hears(one, EVENING)

    assert told.not_before == MORNING.replace(hour=10)


@pytest.mark.parametrize(("hour", "waits"), [(22, False), (3, True)])
def test_in_the_last_two_days_before_the_law_s_date_only_the_night_is_quiet(
    one: Town, hour: int, *, waits: bool
) -> None:
    gives(one, PLAIN_ITEM)

    told = hears(one, datetime(2027, 3, 30, hour, tzinfo=ZONE))

    assert (told.not_before is not None) == waits


def test_a_chat_nobody_knows_is_disturbed_as_usual(one: Town) -> None:
    notice = Notice("k", PersonId("-100"), NoticeKind.TRAIL_HEAD_KEPT, CompanyId(A), PersonId("1"))

    told = one.desk.notices([OwedNotice(notice, 0, repeated=False)], EVENING)

    assert told.not_before == MORNING


# --- in one message -----------------------------------------------------------------------


def test_what_waited_comes_in_one_message_with_a_button_for_each_of_the_first_three(
    one: Town,
) -> None:
    gives(one, PLAIN_ITEM, OTHER_ITEM, "legal_rep")
    one.presses(MANAGER, button(Verb.ROLE, A, FINANCE, "viewer", "on"))

    told = waited(one)

    first, second, *others = lines(told)
    assert first == one.store.companies[CompanyId(A)].name
    assert "4 件事" in second
    assert [each[:2] for each in others[:4]] == ["1.", "2.", "3.", "4."]
    assert labels(told) == ["1. ▶️ 打开", "2. ▶️ 打开", "3. ▶️ 打开"]
    assert (len(told.covers), told.over) == (4, ())


def test_one_alone_is_said_as_by_day(one: Town) -> None:
    gives(one, PLAIN_ITEM)

    told = waited(one)

    assert labels(told) == ["▶️ 打开"]
    assert "件事" not in "\n".join(lines(told))


def test_what_came_to_nothing_over_night_is_not_said(one: Town) -> None:
    gives(one, PLAIN_ITEM)
    one.store.outbox.hold(hears(one, EVENING).covers, MORNING)
    one.presses(MANAGER, button(Verb.REMOVE_SURE, A, FINANCE))

    told = hears(one, MORNING)

    assert (len(told.over), told.covers, told.send) == (1, (), None)


def test_it_fits_on_a_screen_and_says_how_many_more_there_are(one: Town) -> None:
    season = one.store.companies[CompanyId(A)].seasons[0]
    keys = [item.key for item in one.desk.house.packs[season.pack].items][:20]
    gives(one, *keys)

    told = waited(one)

    shown = lines(told)
    assert len(shown) <= 12
    numbered = [line for line in shown if line[0].isdigit()]
    assert f"另有 {len(told.covers) - len(numbered)} 件" in shown[-1]


def test_what_the_law_is_about_stands_first_and_companies_apart(one: Town) -> None:
    ours, theirs = (one.store.companies[CompanyId(each)] for each in (A, B))
    doer = Doer(PersonId(str(OTHERS_MANAGER)), one.now, one.now.date())
    done = record_filing(theirs, SeasonId("1"), FilingFact.REPORTED, one.now.date(), by=doer)
    one.store.companies[theirs.id] = done.company
    kinds = (
        (NoticeKind.LEFT, ours, None),
        (NoticeKind.LEFT, theirs, None),
        (NoticeKind.REPORTED, theirs, SeasonId("1")),
    )
    owed = [
        Notice(f"{n}", PersonId(str(CLERK)), kind, company.id, PersonId("1"), season=season)
        for n, (kind, company, season) in enumerate(kinds)
    ]

    told = one.desk.notices([OwedNotice(n, 0, repeated=False, held=True) for n in owed], MORNING)

    shown = lines(told)
    assert (shown[0], shown[4]) == (theirs.name, ours.name)
    assert "已报 ✔" in shown[2]
    assert [line[:2] for line in shown[2:] if line[0].isdigit()] == ["1.", "2.", "3."]


def test_what_may_be_a_second_copy_goes_apart_and_says_so(one: Town) -> None:
    gives(one, PLAIN_ITEM, OTHER_ITEM)
    first, second = (
        replace(each, held=True)
        for each in one.store.outbox.due_to(PersonId(str(FINANCE)), MORNING, 9)
    )

    told = one.desk.notices([replace(first, repeated=True), second], MORNING)

    assert told.covers == (first.notice.key,)
    assert "可能重复" in "\n".join(lines(told))


def test_by_day_each_goes_alone(one: Town) -> None:
    gives(one, PLAIN_ITEM, OTHER_ITEM)

    told = hears(one, one.now)

    assert len(told.covers) == 1


# --- heads --------------------------------------------------------------------------------


def test_a_head_comes_without_a_sound_and_never_with_anything_else(one: Town) -> None:
    head = str(Head(CompanyId(A), 7, "ab" * 32))
    to = PersonId(str(MANAGER))
    kind = NoticeKind.TRAIL_HEAD
    notice = Notice("h", to, kind, CompanyId(A), PersonId("1"), why=head, count=1)
    other = Notice("j", to, NoticeKind.LEFT, CompanyId(A), PersonId(str(LAWYER)))
    owed = [OwedNotice(each, 0, repeated=False, held=True) for each in (other, notice)]

    told = [one.desk.notices(each, MORNING) for each in (owed, owed[1:])]

    assert [(each.covers, each.is_silent) for each in told] == [(("j",), False), (("h",), True)]


# --- by mail ------------------------------------------------------------------------------

MAILBOX = Address(ChannelKind.MAIL, "fin@example.com")


def test_for_the_mail_it_is_said_without_buttons_and_names_whom_to_ask(one: Town) -> None:
    remember(one, replace(known(one, FINANCE), addresses=(MAILBOX,)))
    gives(one, PLAIN_ITEM)

    told = hears(one, one.now).plain

    assert told is not None
    company = one.store.companies[CompanyId(A)]
    assert told.subject == f"年报消息:{company.name}"
    assert told.text.startswith(company.name)
    assert "交给您" in told.text
    assert "打不开可以问" in told.text
    assert "<" not in told.text


def test_an_internal_matter_is_not_named_in_a_mail_nor_why_it_came_back(one: Town) -> None:
    remember(one, replace(known(one, LAWYER), addresses=(MAILBOX,)))
    given_back = Notice(
        "g",
        PersonId(str(LAWYER)),
        NoticeKind.GIVEN_BACK,
        CompanyId(A),
        PersonId(str(MANAGER)),
        season=SeasonId("1"),
        subject=LAWYERS_ITEM,
        why="ZZ的名字写错了",
    )

    told = one.desk.notices([OwedNotice(given_back, 0, repeated=False)], one.now)

    assert told.plain is not None
    assert "ZZ的名字写错了" in "\n".join(lines(told))
    assert "ZZ的名字写错了" not in told.plain.text
    assert "内部事项" in told.plain.text


def test_who_is_reached_in_telegram_alone_has_no_plain_text(one: Town) -> None:
    gives(one, PLAIN_ITEM)

    assert hears(one, one.now).plain is None
