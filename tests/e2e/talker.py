"""A person who acts and then waits for the words they expect, as people do."""

import asyncio
from collections.abc import Awaitable

from localchat.person import Bubble, Person
from localchat.server import LocalChat

NAME, CODE = "北京云呼科技有限公司", "91110108MA01ABCD2H"
PATIENCE = 60.0
"""Seconds; a busy machine reads a sheet in a process of its own."""


def as_typed(text: str) -> str:
    """A text with the hyphens that people type; dates on the screen have ones that never break."""
    return text.replace("\N{NON-BREAKING HYPHEN}", "-")


class Talker:
    """One persona in private or in a group; every act waits until the bot shows the expected words.

    What counts is what was not there before, or looked different.
    """

    def __init__(self, chat: LocalChat, number: int, group: int = 0) -> None:
        person = Person(chat, number)
        self.person = person.at(group) if group else person

    async def starts(self, expect: str) -> Bubble:
        """Press START."""
        return await self.after(self.person.start(), expect)

    async def says(self, text: str, expect: str) -> Bubble:
        """Send a text."""
        return await self.after(self.person.say(text), expect)

    async def presses(self, label: str, expect: str) -> Bubble:
        """Press the newest button whose label holds these words."""
        message, data = self.button(label)
        return await self.after(self.person.forge(message, data), expect)

    async def sends(self, name: str, content: bytes, expect: str, caption: str = "") -> Bubble:
        """Send a document."""
        return await self.after(self.person.send_file(name, content, caption=caption), expect)

    async def after(self, act: Awaitable[object], expect: str) -> Bubble:
        """The message that shows the words and did not, or not so, before the act."""
        before = self.person.replies
        await act
        return await self.sees(expect, before)

    async def sees(self, words: str, before: list[Bubble]) -> Bubble:
        """The newest message with the words that does not stand among those before."""

        def found() -> list[Bubble]:
            return [b for b in self.person.replies if words in as_typed(b.text) and b not in before]

        await self.person.until(lambda: bool(found()), PATIENCE)
        return found()[-1]

    def button(self, label: str) -> tuple[int, str]:
        """The message and the data of the newest button whose label holds these words."""
        for bubble in reversed(self.person.replies):
            for key in bubble.keys:
                if label in key.label and key.data:
                    return bubble.id, key.data
        message = f"no button {label!r} in {[b.labels for b in self.person.replies]}"
        raise LookupError(message)

    async def hears(self, words: str) -> Bubble:
        """The newest message with the words, once it is there: nobody asked for it."""
        return await self.sees(words, [])

    async def asks_until(self, text: str, words: str) -> Bubble:
        """Ask again and again: what happened in another chat may be heard a moment later."""
        async with asyncio.timeout(PATIENCE):
            while words not in as_typed((told := await self.says(text, "")).text):
                pass
        return told

    async def toasted(self, words: str) -> None:
        """Wait for a short word over the screen."""
        await self.person.until(
            lambda: any(words in toast.text for toast in self.person.toasts), PATIENCE
        )

    async def companies(self) -> Bubble:
        """The list of one's companies, behind 更多."""
        await self.says("更多", "")
        return await self.presses("🏢 企业", "您的企业")

    async def progress(self) -> str:
        """What 进度 says now; all that was sent before has been answered by then."""
        return as_typed((await self.says("进度", "法定截止")).text)


async def open_case(talker: Talker, name: str = NAME, code: str = CODE) -> None:
    """/new from the first question to the season that is created."""
    await fill_in_case(talker, name, code)
    await talker.presses("创建", "已创建")


async def fill_in_case(talker: Talker, name: str = NAME, code: str = CODE) -> None:
    """/new from the first question to the preview."""
    await talker.says("/new", "企业全称")
    await talker.says(name, "统一社会信用代码")
    await talker.says(code, "哪一种许可证")
    await talker.presses("呼叫中心", "许可证编号")
    await talker.says("京B2-20170206", "业务范围")
    await talker.presses("全网", "哪一年度")
    await talker.presses("2026 年度", "哪一档")
    await talker.presses("八步全套", "法定截止")


async def open_item(talker: Talker, title: str) -> Bubble:
    """From 交材料 to the card of a paper."""
    await talker.says("交材料", "交哪一份")
    return await talker.presses(title, "直接把文件或照片发过来")
