"""Inline mode on the page: the name and a word are typed, a list comes, a tap drops what it says."""

import re

import pytest
from playwright.async_api import expect

from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.browser import IN_BROWSER, phone
from tests.localchat.calling import Api
from tests.localchat.test_inline import article
from tests.localchat.updates import news

pytestmark = IN_BROWSER


async def asked(api: Api) -> str:
    """The id of the one query that came."""
    (one,) = [each["inline_query"] for each in await news(api) if "inline_query" in each]
    assert one["query"] == "甲"
    return str(one["id"])


async def test_a_result_is_chosen_by_a_tap(api: Api, chat: LocalChat, wang: Person) -> None:
    group = chat.create_group("朋友", [1001, 1004], with_bot=False)
    async with phone(f"{chat.url}/?person=1001&chat={group.id}") as page:
        found = page.get_by_role("group", name="查到的")

        async with page.expect_response(re.compile("/api/ask")):
            await page.get_by_role("textbox").press_sequentially("@nianbao_bot 甲")
        query = await asked(api)
        await api.result("answerInlineQuery", inline_query_id=query, results=[article()])
        await expect(found).to_contain_text("还不能报")
        await found.get_by_role("button", name="甲").click()

        mine = page.locator("#log .mine").last
        await expect(mine).to_contain_text("via @nianbao_bot")
        await expect(mine).to_contain_text("甲 61%")
        await expect(found).to_be_hidden()
        await expect(page.get_by_role("textbox")).to_have_value("")
    assert wang.at(group.id).messages[-1].wire["via_bot"]["id"] == chat.exchange.bot.id


@pytest.mark.parametrize("typed", ["@nianbao_bo 甲", "你好 @nianbao_bot 甲", "@nianbao_bot"])
async def test_what_does_not_begin_with_the_bots_name_asks_nothing(
    typed: str, api: Api, chat: LocalChat, wang: Person
) -> None:
    await wang.start()
    async with phone(f"{chat.url}/?person=1001") as page:
        await page.clock.install()
        await page.get_by_role("textbox").fill(typed)
        await page.clock.run_for(1000)

    assert [each for each in await news(api) if "inline_query" in each] == []
