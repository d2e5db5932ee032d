"""Notices to whoever rests are held, then go in one message; where Telegram fails by other ways."""

from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from chat.screens.plain_digest import Plain
from chat.unasked import Notified
from gateway.failures import Fate
from gateway.notices import REPEAT_AFTER
from localchat.faults import Drop, When
from storage.database import Database
from tests.gateway.postings import journal, owing, state_of
from tests.gateway.pumping import HOUR, LI, START, WANG, pump
from tests.gateway.reminded import MAILBOX, Posts
from tests.gateway.stage import Stage, send
from workflow.posting import OwedNotice

pytestmark = pytest.mark.anyio


@pytest.fixture
def disk(stage: Stage) -> Database:
    return stage.held.enter_context(journal(stage.folder))


def wakes_at(moment: datetime) -> Callable[[Sequence[OwedNotice]], Notified]:
    """Nobody may be disturbed before that; then everything is said in one message."""

    def told(owed: Sequence[OwedNotice]) -> Notified:
        keys = tuple(one.notice.key for one in owed)
        if not all(one.held for one in owed):
            return Notified(keys, not_before=moment)
        mark = " (again)" if owed[0].repeated else ""
        text = "+".join(one.notice.subject for one in owed) + mark
        return Notified(keys, send=send(int(owed[0].notice.to), text), plain=Plain("news", text))

    return told


async def test_what_may_not_be_heard_yet_is_held_and_then_comes_in_one_message(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    working = await pump(stage, owing(disk, WANG, WANG))
    stage.desk.tells = wakes_at(START + HOUR)

    waits_for = await working.work()
    silent = stage.person().replies
    afterwards = await working.work(HOUR)

    assert (silent, waits_for, afterwards) == ([], START + HOUR, None)
    assert [one.text for one in stage.person().replies] == ["0+1"]
    assert disk.ask("select state, attempts from outbox") == [("sent", 1)] * 2


async def test_whoever_comes_meanwhile_hears_it_then(stage: Stage, disk: Database) -> None:
    await stage.person(0).start()
    await stage.person(1).start()
    working = await pump(stage, owing(disk, WANG, LI))
    stage.desk.tells = wakes_at(START + HOUR)
    await working.work()

    working.here(LI)
    await working.work()

    assert [one.text for one in stage.person(1).replies] == ["1"]
    assert stage.person(0).replies == []


async def test_one_message_of_several_that_may_have_arrived_is_repeated_as_one(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Drop(When.BEFORE))
    working = await pump(stage, owing(disk, WANG, WANG))
    stage.desk.tells = wakes_at(START + HOUR)

    await working.work()
    await working.work(HOUR)
    await working.work(REPEAT_AFTER)

    assert [one.text for one in stage.person().replies] == ["0+1 (again)"]


async def test_one_we_stumble_over_holds_up_none_of_those_it_was_held_with(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    working = await pump(stage, owing(disk, WANG, WANG, WANG))
    tells = wakes_at(START + HOUR)

    def stumble(owed: Sequence[OwedNotice]) -> Notified:
        if any(one.held and one.notice.subject == "1" for one in owed):
            raise ZeroDivisionError
        return tells(owed)

    stage.desk.tells = stumble
    await working.work()
    await working.work(HOUR)

    assert [one.text for one in stage.person().replies] == ["0", "2"]
    assert state_of(disk, 1)[0] == "pending"


# --- other ways ---------------------------------------------------------------------------


async def test_whom_telegram_does_not_reach_has_it_by_mail(stage: Stage, disk: Database) -> None:
    await stage.person().start()
    await stage.person().block()
    posts = Posts()
    working = await pump(stage, owing(disk, WANG), posts)
    stage.desk.tells = wakes_at(START)

    await working.work()

    assert posts.posted == [(MAILBOX.target, "0")]
    assert state_of(disk, 0) == ("sent", 0, "")


async def test_whom_nothing_reaches_is_owed_nothing_any_more(stage: Stage, disk: Database) -> None:
    await stage.person().start()
    await stage.person().block()
    working = await pump(stage, owing(disk, WANG), Posts({MAILBOX.target: Fate.PERMANENT}))
    stage.desk.tells = wakes_at(START)

    await working.work()

    assert state_of(disk, 0) == ("dead", 0, "as told")


async def test_what_the_mail_did_not_take_is_tried_again(stage: Stage, disk: Database) -> None:
    await stage.person().start()
    await stage.person().block()
    posts = Posts({MAILBOX.target: Fate.NOT_SENT})
    working = await pump(stage, owing(disk, WANG), posts)
    stage.desk.tells = wakes_at(START)
    await working.work()

    posts.fates.clear()
    await working.work(HOUR)

    assert len(posts.posted) == 2
    assert state_of(disk, 0) == ("sent", 0, "")
