"""/calendar where no public address is set, and what is kept of a feed's secret."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chat.buttons import Verb
from chat.documents import CalendarFile
from chat.talk import Copy, Outgoing, Press, Send, SendDocument, Toast
from tests.chat.markup import presses, words
from tests.chat.stage import STRANGER, WANG, Stage, button, stage
from workflow.ids import PersonId
from workflow.inviting import digest_of
from workflow.ports import Acquaintance

ME = PersonId(str(WANG))
ADDRESS = re.compile(r"https://nianbao\.example/feed/([0-9a-z]{30})\.ics")


def known(one: Stage) -> Acquaintance:
    return one.store.people[ME]


def without_address() -> Stage:
    """The operator has configured none."""
    one = stage()
    one.desk = replace(one.desk, house=replace(one.desk.house, public_url=""))
    return one


def made(one: Stage) -> Sequence[Outgoing]:
    return one.presses(WANG, button(Verb.FEED_MAKE, known(one).feed[:8]))


def secret_in(answer: Sequence[Outgoing]) -> str:
    (secret,) = set(ADDRESS.findall(words(answer)))
    return str(secret)


def test_the_file_is_that_of_who_asks() -> None:
    answer = stage().types(WANG, "/calendar")

    (sent,) = [each for each in answer if isinstance(each, SendDocument)]
    assert sent.document == CalendarFile(ME, "年报日期.ics")


def test_whoever_has_no_company_gets_no_file() -> None:
    answer = stage().types(STRANGER, "/calendar")

    assert not [each for each in answer if isinstance(each, SendDocument)]


def test_only_the_digest_of_the_secret_is_kept() -> None:
    one = stage()

    secret = secret_in(made(one))

    assert known(one).feed == digest_of(secret)
    assert secret not in repr(one.store)


def test_no_button_that_comes_back_stands_under_the_address() -> None:
    """A press brings the message along, and with it the secret into our inbox."""
    (shown,) = [each for each in made(stage()) if isinstance(each, Send)]

    buttons = [b for row in shown.message.buttons for b in row]
    assert ADDRESS.search(shown.message.html)
    assert [type(b) for b in buttons] == [Copy]
    assert not [b for b in buttons if isinstance(b, Press)]


def test_tapped_twice_the_first_address_stays_good() -> None:
    one = stage()
    first = button(Verb.FEED_MAKE, "")
    secret = secret_in(one.presses(WANG, first))

    again = one.presses(WANG, first)

    assert [type(each) for each in again] == [Toast]
    assert known(one).feed == digest_of(secret)


def test_a_new_address_ends_the_old_one() -> None:
    one = stage()
    old, new = secret_in(made(one)), secret_in(made(one))

    assert old != new
    assert known(one).feed == digest_of(new)


def test_switched_off_nothing_is_left_of_it_but_the_alarms_one_chose() -> None:
    one = stage()
    made(one)
    one.presses(WANG, button(Verb.CALENDAR_ALARMS, "on"))

    one.presses(WANG, button(Verb.FEED_OFF))

    assert (known(one).feed, known(one).calendar_alarms) == ("", True)


def test_without_a_public_address_there_is_only_the_file_and_it_says_why() -> None:
    one = without_address()

    answer = one.types(WANG, "/calendar")

    assert "没有开通订阅地址" in words(answer)
    assert not [data for data in presses(answer) if data.startswith(Verb.FEED_MAKE)]
    assert [each for each in answer if isinstance(each, SendDocument)]


def test_without_a_public_address_an_old_button_makes_none() -> None:
    one = without_address()

    answer = made(one)

    assert "没有开通订阅地址" in words(answer)
    assert known(one).feed == ""


def test_a_feed_can_be_switched_off_where_there_are_none_any_more() -> None:
    one = stage()
    made(one)
    one.desk = replace(one.desk, house=replace(one.desk.house, public_url=""))

    answer = one.types(WANG, "/calendar")

    assert button(Verb.FEED_OFF) in presses(answer)
