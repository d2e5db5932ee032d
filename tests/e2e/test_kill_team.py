"""kill -9 around the notices to those who did not ask: none is lost, none comes a third time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from chat.buttons import Verb, encode, ref
from localchat.clock import ShiftedClock
from localchat.faults import Delay
from localchat.people import Persona
from localchat.server import LocalChat, Settings
from running.rooms import PACKS
from storage.packs import load_packs
from tests.e2e.lives import Lives
from tests.e2e.talker import Talker, open_case
from tests.e2e.team import bring_in
from workflow.ids import PackRef
from workflow.pack import Duty, Item

pytestmark = pytest.mark.anyio

WANG, LI = Persona(2001, "王经理"), Persona(2002, "李雷")
KILLS = 60
HESITATION = 0.06
"""Seconds from a press to the kill, at most: the length of its commit, answer and notice."""
REPEATED = "可能重复"
LATE = 2.0
"""Seconds that what the bot has asked of the server takes: time to kill it meanwhile."""


class Pair:
    """A manager who gives items away, and the one who must hear of each."""

    def __init__(self, chat: LocalChat, folder: Path) -> None:
        self.faults = chat.faults
        self.lives = Lives(chat, folder)
        self.wang, self.li = Talker(chat, WANG.id), Talker(chat, LI.id)
        self._here = ""
        self._card = 0

    async def settle_in(self) -> None:
        """A company, and 李雷 in it."""
        await open_case(self.wang)
        await bring_in(self.wang, self.li, "法务经办", LI.first_name)
        await self.wang.hears("已加入")
        self._card = (await self.wang.says("进度", "法定截止")).id
        _, data = self.wang.button("全部步骤")
        _, company, season, *_ = data.split("|")
        self._here = f"{company}|{season}"

    async def give(self, item: Item) -> None:
        """Press the button; nobody waits."""
        company, season = self._here.split("|")
        press = encode(ref(Verb.ASSIGN_TO, company, season, item.key, str(LI.id)))
        await self.wang.person.forge(self._card, press)

    def heard(self, item: Item) -> list[str]:
        """The notices of it, as 李雷 has them."""
        said = f"把「{item.title.zh}」交给您"
        return [seen.text for seen in self.li.person.replies if said in seen.text]

    async def until_heard(self, item: Item, times: int = 1) -> None:
        """Wait until so many have come."""
        await self.li.person.until(lambda: len(self.heard(item)) >= times, 60)

    async def until_asked(self) -> None:
        """Wait until the bot has met the planned delay: its request is with the server."""
        async with asyncio.timeout(20):
            while self.faults.left():  # noqa: ASYNC110 - the server tells nobody of it
                await asyncio.sleep(0.005)


@asynccontextmanager
async def pair_in(folder: Path) -> AsyncIterator[Pair]:
    """The two at work, the bot alive."""
    chat = LocalChat(Settings(people=(WANG, LI)), ShiftedClock())
    await chat.start()
    pair = Pair(chat, folder)
    try:
        pair.lives.begin()
        await pair.settle_in()
        yield pair
    finally:
        pair.lives.close()
        await chat.stop()


def items() -> Iterator[Item]:
    """Every item of the checklist that nothing has to open, each to be given away once."""
    pack = load_packs(PACKS)[PackRef("call_centre@2")]
    return (item for item in pack.items if item.duty is not Duty.CHECKING and not item.opened_by)


async def test_what_was_committed_and_not_yet_said_is_said_once_by_the_next_life(
    tmp_path: Path,
) -> None:
    async with pair_in(tmp_path) as pair:
        item = next(items())
        pair.faults.plan("answerCallbackQuery", Delay(LATE))
        await pair.give(item)
        await pair.until_asked()  # answered after the commit, and before the notices

        pair.lives.kill()
        before = pair.heard(item)
        pair.lives.begin()
        await pair.until_heard(item)
        pair.lives.stop()

        assert before == []
        assert len(pair.heard(item)) == 1
        assert REPEATED not in pair.heard(item)[0]


async def test_what_may_have_been_said_is_said_once_more_and_marked(tmp_path: Path) -> None:
    async with pair_in(tmp_path) as pair:
        item = next(items())
        pair.faults.plan("sendMessage", Delay(LATE))
        await pair.give(item)
        await pair.until_asked()

        pair.lives.kill()
        pair.lives.begin()
        await pair.until_heard(item, times=2)
        pair.lives.stop()

        assert sorted(REPEATED in told for told in pair.heard(item)) == [False, True]


async def fight(folder: Path, kills: int) -> str:
    """Give an item away and kill at a random moment after it, so often; the figures."""
    began = monotonic()
    async with pair_in(folder) as pair:
        given = tuple(islice(items(), kills))
        for kill, item in enumerate(given):
            await pair.give(item)
            await asyncio.sleep(Random(kill).random() * HESITATION)  # noqa: S311 - a seed replays a failure
            pair.lives.kill()
            pair.lives.begin()
            await pair.until_heard(item)
        pair.lives.stop()
        told = [pair.heard(item) for item in given]
    assert all(REPEATED not in first or len(each) == 1 for each in told for first in each[:1])
    assert all(REPEATED in again for each in told for again in each[1:])
    assert max(map(len, told)) <= 2
    twice = sum(len(each) > 1 for each in told)
    return f"{kills} kills, every notice heard, {twice} twice; {monotonic() - began:.0f} s"


@pytest.mark.slow
async def test_kills_at_any_moment_lose_no_notice(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    figures = await fight(tmp_path, KILLS)

    assert figures.startswith(f"{KILLS} kills")
    figure(figures)
