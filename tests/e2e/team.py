"""A team comes together: an invitation and the link in it, a group and the board in it."""

from urllib.parse import parse_qs, urlsplit

from localchat.person import Bubble
from localchat.server import LocalChat
from tests.e2e.talker import Talker

TITLE = "年报群"
"""How the group of the team is called."""


async def invite(by: Talker, standing: str) -> str:
    """Make an invitation; what its link carries, as it stands on the card."""
    await by.says("/invite", "邀请谁")
    card = await by.presses(standing, "链接好了")
    return carried_by(card.text.split()[-1])


def carried_by(link: str) -> str:
    """The payload of a link to the private chat."""
    return parse_qs(urlsplit(link).query)["start"][0]


async def bring_in(by: Talker, newcomer: Talker, standing: str, name: str) -> Bubble:
    """Invite, open the link, give a name; what the newcomer is shown first."""
    payload = await invite(by, standing)
    await newcomer.after(newcomer.person.start(payload), "邀请您加入")
    return await newcomer.says(name, "已加入")


async def follow(reader: Talker, opener: Talker, label: str, expect: str) -> Bubble:
    """Press the newest button of that name that is a link; it opens the private chat."""
    links = [key.url for seen in reader.person.replies for key in seen.keys if label in key.label]
    return await opener.after(opener.person.start(carried_by(links[-1])), expect)


async def open_by_key(by: Talker, key: str) -> Bubble:
    """Follow a link to an item; its card."""
    await by.progress()
    _, data = by.button("全部步骤")
    _, company, season, *_ = data.split("|")
    return await by.after(by.person.start(f"t-{company}-{season}-{key}"), "现在:")


async def assign(by: Talker, key: str, name: str) -> Bubble:
    """Give an item to a member, by the buttons of its card."""
    card = await open_by_key(by, key)
    more = next(each for each in card.keys if each.label == "⋯ 更多")
    await by.after(by.person.forge(card.id, more.data), "这一项的情况")
    await by.presses("交给谁", "交给谁?")
    return await by.presses(name, f"交给 {name} 了")


async def gather(
    chat: LocalChat, by: Talker, *others: int, outsiders: bool = False, may_pin: bool = True
) -> Talker:
    """A group where the board of the company of `by` is shown; `by` as one who is in it."""
    group = chat.create_group(TITLE, [by.person.id, *others])
    here = Talker(chat, by.person.id, group.id)
    if may_pin:
        await here.person.group.promote_bot()
    await bind(here, by, outsiders=outsiders)
    return here


async def bind(here: Talker, private: Talker, *, outsiders: bool = False) -> Bubble:
    """From the bot's greeting in the group to its board."""
    await here.hears("请在私聊里选")
    await follow(here, private, "去私聊里选", "群里有外部人员吗")
    await private.presses("有外部人员" if outsiders else "都是自己人", "请回到群里")
    await here.hears("请本人点确认")
    await here.presses("放在这里", "马上出现")
    return await here.hears("· 年报看板")
