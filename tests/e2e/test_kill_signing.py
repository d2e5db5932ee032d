"""kill -9 around explaining, accepting and signing: all is kept once, a signature for what was shown."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from chat.buttons import Verb, encode, ref
from localchat.bubbles import Bubble
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.server import LocalChat, Settings
from tests.e2e.judged import RULE, SEATS, Words, missing, require_kept_once, signed
from tests.e2e.lives import Lives
from tests.e2e.talker import Talker, open_case
from tests.e2e.team import bring_in, open_by_key
from workflow.events import EventKind

pytestmark = pytest.mark.anyio

WANG, ZHAO = Persona(2001, "王经理"), Persona(2002, "赵总")
KILLS = 20
DEADLY = 0.7
"""How many acts are followed by a kill."""
HESITATION = 0.12
"""Seconds from an act to the kill, at most: the length of its commit, answer and notice."""
PATIENCE = 60.0
AGENTS = "agents_headcount"
"""Too many for any number of seats: a finding as long as there are both figures."""
FIRST = 1_001
DRAFT, AGREE = "老板签字:年报初稿", "✅ 同意,签字"
SIGNED, REPEATED = "赵总 已签字", "可能重复"
SAID = {EventKind.FINDING_EXPLAINED: "说明", EventKind.FINDING_ACCEPTED: "接受"}
ASKS = {
    EventKind.FINDING_EXPLAINED: Verb.EXPLAIN_FINDING,
    EventKind.FINDING_ACCEPTED: Verb.ACCEPT_FINDING,
}


class Campaign:
    """A manager who changes a figure, explains and accepts what it means, and a boss who signs."""

    def __init__(self, chat: LocalChat, folder: Path) -> None:
        self.lives = Lives(chat, folder)
        self.wang, self.zhao = Talker(chat, WANG.id), Talker(chat, ZHAO.id)
        self.words = Words()
        self.kills = 0
        self._chance = Random(1)  # noqa: S311 - a seed replays a failure
        self._deadly = 0.0
        self._season = ""
        self._seats = self._screen = 0
        """The messages that numbers answer, and that show whatever is pressed."""

    async def settle_in(self) -> None:
        """A company, the boss in it, a finding, and a first signature; nobody dies yet."""
        await open_case(self.wang)
        await bring_in(self.wang, self.zhao, "老板", ZHAO.first_name)
        agents = await open_by_key(self.wang, AGENTS)
        await self.wang.after(self.wang.person.say("900000", reply_to=agents.id), "✅ 人工坐席")
        self._screen = agents.id
        self._seats = (await open_by_key(self.wang, SEATS)).id
        _, data = self.wang.button("全部步骤")
        _, self.words.company, self._season, *_ = data.split("|")
        await self._more_seats()
        await self.wang.says("/sign", "还没有请签")
        await self.wang.presses("📨 请签字", "已请 1 人签字")
        await self._agree(await self._looks(), seats=FIRST)
        await self.wang.hears(SIGNED)
        self._deadly = DEADLY

    async def round(self, *, races: bool = False) -> None:
        """Another figure, what it means explained and accepted, and signed."""
        await self._change()
        for kind in SAID:
            await self._say(kind)
        await self._sign(races=races)

    async def _change(self) -> None:
        """More seats than ever."""
        await self._more_seats()
        await self._maybe_die()
        await self._press(Verb.ITEM, SEATS)
        await self._shown(f"{self.words.figures[-1]:,} 席")

    async def _say(self, kind: EventKind) -> None:
        """Press and type at once; what stands is looked at after the kill."""
        why = f"第{len(self.words.reasons) + 1}次{SAID[kind]}。"
        self.words.reasons.append((kind, why))
        await self._press(ASKS[kind], RULE)
        await self.wang.person.say(why)
        await self._maybe_die()
        await self._press(Verb.FINDING, RULE)
        await self._shown(why)

    async def _sign(self, *, races: bool) -> None:
        """Press until nothing is left to sign: once, and more often only if the figures move."""
        presses = 0
        while AGREE in (card := await self._looks()).labels:
            assert presses < 1 + 2 * races
            presses += 1
            if races and presses == 1:
                await self._more_seats()
            await self._agree(card, seats=_seats_on(card))
            await self._maybe_die()
        self.words.signatures += 1
        await self.wang.person.until(self._is_told, PATIENCE)

    async def _agree(self, card: Bubble, seats: int) -> None:
        """同意, under what the card shows."""
        data = next(key.data for key in card.keys if key.label == AGREE)
        self.words.shown[data.split("|")[-1]] = seats
        await self.zhao.person.forge(card.id, data)

    async def _looks(self) -> Bubble:
        """/sign, as the boss; the answer is newer than the question."""
        asked = await self.zhao.person.say("/sign")

        def answers() -> list[Bubble]:
            return [b for b in self.zhao.person.replies_after(asked) if DRAFT in b.text]

        await self.zhao.person.until(lambda: bool(answers()), PATIENCE)
        return answers()[0]

    async def _more_seats(self) -> None:
        self.words.figures.append(FIRST + len(self.words.figures))
        await self.wang.person.say(str(self.words.figures[-1]), reply_to=self._seats)

    async def _press(self, verb: Verb, subject: str) -> None:
        data = encode(ref(verb, self.words.company, self._season, subject))
        await self.wang.person.forge(self._screen, data)

    async def _shown(self, words: str) -> None:
        """Wait until the manager reads it."""
        await self.wang.person.until(lambda: words in self._read(), PATIENCE)
        self._note()

    def _read(self) -> str:
        return "\n".join(each.text for each in self.wang.person.replies)

    def _note(self) -> None:
        self.words.seen |= {why for _, why in self.words.reasons if why in self._read()}

    # --- who is told, and the kills ---------------------------------------------------------

    def heard(self) -> list[str]:
        """What the manager was told of signatures."""
        return [b.text for b in self.wang.person.replies if SIGNED in b.text]

    def _is_told(self) -> bool:
        return len(self.heard()) >= signed(self.lives.data, self.words)

    async def _maybe_die(self) -> None:
        """Perhaps a kill at a random moment after the act, and the next life."""
        if self._chance.random() >= self._deadly:
            return
        await asyncio.sleep(self._chance.random() * HESITATION)
        self.lives.kill()
        self.kills += 1
        self._note()
        assert missing(self.lives.data, self.words) == []
        self.lives.begin()


def _seats_on(card: Bubble) -> int:
    """What the card to sign says of them, since they changed."""
    found = re.search(r"坐席总数:.* → ([\d,]+) 席", card.text)
    assert found, card.text
    return int(found[1].replace(",", ""))


@asynccontextmanager
async def campaign_in(folder: Path) -> AsyncIterator[Campaign]:
    """The two at work, the bot alive."""
    chat = LocalChat(Settings(people=(WANG, ZHAO)), ShiftedClock())
    await chat.start()
    fought = Campaign(chat, folder)
    try:
        fought.lives.begin()
        await fought.settle_in()
        yield fought
    finally:
        fought.lives.close()
        await chat.stop()


async def fight(folder: Path, kills: int) -> str:
    """Rounds until there were so many kills, every second with a race, and a last one; the figures."""
    began, rounds = monotonic(), 1
    async with campaign_in(folder) as fought:
        while fought.kills < kills:
            await fought.round(races=rounds % 2 == 1)
            rounds += 1
        await fought.round()
        fought.lives.stop()
        require_kept_once(fought.lives.data, fought.words)
        told, given = fought.heard(), signed(fought.lives.data, fought.words)
    repeated = sum(REPEATED in each for each in told)
    assert len(told) - repeated <= given <= len(told)
    assert repeated <= fought.kills
    return (
        f"{fought.kills} kills around {len(fought.words.reasons)} reasons and {given} signatures: "
        f"all kept once, each for what was shown, {repeated} notices repeated and marked; "
        f"{monotonic() - began:.0f} s in all"
    )


async def test_a_few_kills_lose_no_reason_and_no_signature(tmp_path: Path) -> None:
    figures = await fight(tmp_path, 3)

    assert "all kept once" in figures


@pytest.mark.slow
async def test_many_kills_lose_no_reason_and_no_signature(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    figures = await fight(tmp_path, KILLS)

    assert "all kept once" in figures
    figure(figures)
