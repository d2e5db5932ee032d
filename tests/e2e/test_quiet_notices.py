"""What colleagues do in the evening: who is here hears at once, who rests in the morning, in one message."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.server import LocalChat, Settings
from storage.database import JournalReader, to_moment
from tests.e2e import lives
from tests.e2e.reminding import SHANGHAI, Life
from tests.e2e.talker import NAME, Talker, open_case
from tests.e2e.team import assign, bring_in
from tests.gateway.channels.post_office import PostOffice

pytestmark = pytest.mark.anyio

WANG, LI, HAN = Persona(2001, "王经理"), Persona(2002, "李雷"), Persona(2003, "韩梅梅")
AFTERNOON = datetime(2027, 1, 5, 16, tzinfo=SHANGHAI)
LATER = timedelta(hours=6)
MORNING = datetime(2027, 1, 6, 8, tzinfo=SHANGHAI)
FIRST, SECOND, HANS = "trunk_contracts", "account_custody", "login_screenshot"
MAILBOX = "li@corp.com.cn"
PATIENCE = 90.0


class Evening:
    """The three at work since the afternoon; each life of the bot begins at an hour of its own."""

    def __init__(self, chat: LocalChat, clock: ShiftedClock, folder: Path, mail: int) -> None:
        self.now = clock
        """What the server's clock shows, and the present life's."""
        self.wang, self.li, self.han = (Talker(chat, each.id) for each in (WANG, LI, HAN))
        self._folder = folder
        config = folder / "config.toml"
        config.write_text(
            f'{lives.settings(chat)}[trail]\ntell = "off"\n'
            f'[mail]\nhost = "127.0.0.1"\nport = {mail}\ntls = "none"\nsender = "bot@corp.cn"\n',
            encoding="utf-8",
        )
        config.chmod(0o600)
        self.life = self.begin(AFTERNOON)

    def begin(self, at: datetime) -> Life:
        """Let a life open the folder when it is so late."""
        self.now.set_to(at)
        self.life = Life(self._folder, at)
        return self.life

    async def gather(self) -> None:
        """A company, and both colleagues in it."""
        await open_case(self.wang)
        await bring_in(self.wang, self.li, "法务经办", LI.first_name)
        await bring_in(self.wang, self.han, "法务经办", HAN.first_name)

    async def until_held(self, count: int) -> Sequence[datetime]:
        """Wait until so many notices are held; the moments until when."""
        async with asyncio.timeout(PATIENCE):
            while len(found := self._held()) < count:  # noqa: ASYNC110 - the disk tells nobody of it
                await asyncio.sleep(0.05)
        return found

    def heard(self, who: Talker) -> list[str]:
        """What they were told unasked of items that are theirs now."""
        return [each.text for each in who.person.replies if "交给您" in each.text]

    def _held(self) -> Sequence[datetime]:
        reader = JournalReader(self._folder / "data" / "journal.sqlite")
        try:
            rows = reader.ask("select next_at from outbox where held and state = 'pending'")
        finally:
            reader.close()
        return [to_moment(at) for (at,) in rows]


@pytest.fixture
async def mail() -> AsyncIterator[PostOffice]:
    office = PostOffice()
    await office.start()
    yield office
    await office.stop()


@pytest.fixture
async def evening(tmp_path: Path, mail: PostOffice) -> AsyncIterator[Evening]:
    clock = ShiftedClock()
    chat = LocalChat(Settings(people=(WANG, LI, HAN)), clock)
    await chat.start()
    made = Evening(chat, clock, tmp_path, mail.port)
    try:
        await made.gather()
        yield made
    finally:
        made.life.close()
        await chat.stop()


async def test_who_is_here_hears_at_once_who_rests_in_the_morning_whatever_is_killed_meanwhile(
    evening: Evening,
) -> None:
    await evening.life.stop()
    evening.begin(AFTERNOON + LATER - timedelta(minutes=20))
    await evening.han.progress()
    await evening.life.stop()

    evening.begin(AFTERNOON + LATER)
    await assign(evening.wang, FIRST, "李雷")
    await assign(evening.wang, SECOND, "李雷")
    await assign(evening.wang, HANS, "韩梅梅")
    await evening.han.hears("交给您")
    held_until = await evening.until_held(2)
    at_night = evening.heard(evening.li)
    await evening.life.kill()
    evening.begin(MORNING - timedelta(seconds=5))
    told = await evening.li.hears("交给您")
    came_at = evening.now()

    assert (at_night, set(held_until)) == ([], {MORNING})
    assert came_at >= MORNING
    assert told.text.splitlines()[0] == NAME
    assert "有 2 件事" in told.text
    assert told.labels == ["1. ▶️ 打开", "2. ▶️ 打开"]
    assert len(evening.heard(evening.li)) == 1


async def test_who_comes_back_in_the_evening_hears_what_was_held(evening: Evening) -> None:
    await evening.life.stop()
    evening.begin(AFTERNOON + LATER)
    await assign(evening.wang, FIRST, "李雷")
    await evening.until_held(1)
    before = evening.heard(evening.li)

    await evening.li.progress()
    await evening.li.hears("交给您")

    assert before == []


async def test_who_blocked_the_bot_has_it_by_mail(evening: Evening, mail: PostOffice) -> None:
    await evening.li.says("/remind", "提醒设置")
    await evening.li.presses("备用渠道", "备用渠道")
    await evening.li.presses("加一个", "把您的邮箱发给我")
    await evening.li.says(MAILBOX, "1. 邮箱")
    await evening.li.person.block()

    await assign(evening.wang, FIRST, "李雷")
    async with asyncio.timeout(PATIENCE):
        while not mail.letters:  # noqa: ASYNC110 - the post office tells nobody of it
            await asyncio.sleep(0.05)

    letter = mail.letter()
    assert str(letter["Subject"]) == f"年报消息:{NAME}"
    assert letter["To"] == MAILBOX
    text = letter.get_content()
    assert "把「中继合同」交给您" in text
    assert "打不开可以问王经理" in text
