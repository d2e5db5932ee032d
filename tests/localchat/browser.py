"""The page in Chromium at phone size, and the marks of tests that need it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Where CHROMIUM is set, as on the build machine, nothing is skipped.
NO_BROWSER = "CHROMIUM" not in os.environ and not Path(CHROMIUM).exists()
IN_BROWSER = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.skipif(NO_BROWSER, reason="no Chromium here; CHROMIUM names it"),
]

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@asynccontextmanager
async def phone(url: str) -> AsyncIterator[Page]:
    """The page as a phone shows it; at the end nothing may have gone wrong in it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
        shown = await context.new_page()
        problems: list[str] = []
        shown.on("pageerror", lambda error: problems.append(str(error)))
        shown.on(
            "console", lambda said: problems.append(said.text) if said.type == "error" else None
        )
        await shown.goto(url)
        yield shown
        await browser.close()
        assert problems == []
