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
PATIENCE = 15_000.0
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

    async def sees(self, words: str) -> None:
        """Wait until the newest message of the bot holds the words."""
        await expect(self.newest).to_contain_text(words, timeout=PATIENCE)

    @property
    def newest(self) -> Locator:
        """The bot's newest message."""
        return self.page.locator("#log .theirs").last

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
        yield Phone(page, pictures)
        await browser.close()
    assert problems == []
