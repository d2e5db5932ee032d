"""A phone with the local chat's page open: typing, tapping, sending, looking, taking pictures."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

from playwright.async_api import FilePayload, Locator, Page, async_playwright, expect

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
IS_MISSING = not Path(CHROMIUM).exists()
IS_REQUIRED = os.environ.get("CI") == "true" or "CHROMIUM" in os.environ
"""Where a browser is promised, its absence is a failure, not a skip."""

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 60_000.0
"""Milliseconds."""


class Phone:
    """One page of 390 × 844; `pictures` is where its screenshots go."""

    def __init__(self, page: Page, pictures: Path) -> None:
        self.page = page
        self.log = page.get_by_role("log")
        self._pictures = pictures

    async def types(self, text: str, answer: str) -> None:
        """Type into the box, press Enter, and wait for the bot's words."""
        await self.page.get_by_role("textbox").fill(text)
        await self.page.keyboard.press("Enter")
        await self.sees(answer)

    async def taps(self, label: str, answer: str) -> None:
        """Tap the newest button in the chat with this label, and wait for the bot's words."""
        await self.log.get_by_role("button", name=label).last.click()
        await self.sees(answer)

    async def taps_key(self, label: str, answer: str) -> None:
        """Tap a key below the chat."""
        await self.page.get_by_role("button", name=label, exact=True).last.click()
        await self.sees(answer)

    async def sends(self, name: str, content: bytes, answer: str) -> None:
        """Choose a file and send it."""
        chosen: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": content}
        await self.page.locator("#files").set_input_files(chosen)
        await self.page.get_by_role("dialog").get_by_role("button", name="发送").click()
        await self.sees(answer)

    async def follows(self, link: str, person: str, answer: str) -> None:
        """Tap the newest link with these words, open it as somebody, and press START."""
        await self.log.get_by_role("link", name=link).last.click()
        await self._opened_as(person, answer)

    async def taps_link(self, label: str, person: str, answer: str) -> None:
        """The same with a button that is a link."""
        await self.log.get_by_role("button", name=label).last.click()
        await self._opened_as(person, answer)

    async def becomes(self, person: str, words: str) -> None:
        """Be somebody else, and wait for the bot's words in the chat that opens."""
        await self.page.get_by_role("tab", name=person).click()
        await self.sees(words)

    async def opens(self, chat: str) -> None:
        """Go to another chat of the list."""
        await self.page.get_by_role("button", name="聊天").click()
        await self.page.locator("#chatlist").get_by_role("button", name=chat).click()
        await expect(self.page.get_by_role("heading", name=chat)).to_be_visible()

    async def _opened_as(self, person: str, answer: str) -> None:
        await self.page.get_by_role("dialog").get_by_role("button", name=person).click()
        await self.page.get_by_role("button", name="开始", exact=True).click()
        await self.sees(answer)

    async def sees(self, words: str) -> None:
        """Wait until the newest message of the bot holds the words."""
        await expect(self.newest).to_contain_text(words, timeout=PATIENCE)

    @property
    def newest(self) -> Locator:
        """The bot's newest message."""
        return self.page.locator("#log .theirs").last

    @property
    def board(self) -> Locator:
        """The message with the board in a group."""
        return self.page.locator("#log .theirs", has_text="年报看板").first

    async def picture(self, name: str) -> None:
        """Keep what the screen shows."""
        await self.page.screenshot(path=self._pictures / f"{name}.png", animations="disabled")


@asynccontextmanager
async def phone(
    url: str,
    tmp_path: Path,
    language: str = "zh-CN",
    colours: Literal["light", "dark"] = "light",
) -> AsyncIterator[Phone]:
    """Chromium with the page open; whatever its console complains of fails the test."""
    pictures = PICTURES if os.environ.get("NIANBAO_PICTURES") == "1" else tmp_path
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await browser.new_context(
            viewport={"width": 390, "height": 844},
            device_scale_factor=2,
            locale=language,
            color_scheme=colours,
        )
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console", lambda said: problems.append(said.text) if said.type == "error" else None
        )
        await page.goto(url)
        # the people come once the page can take what is typed: what comes before that is lost
        await expect(page.get_by_role("tab").first).to_be_visible(timeout=PATIENCE)
        yield Phone(page, pictures)
        await browser.close()
    assert problems == []
