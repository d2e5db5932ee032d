"""The team's group over real HTTP: bound, its board living on, and everybody else's left alone."""

import pytest

from localchat.person import Bubble
from localchat.server import LocalChat
from tests.e2e.papers import pdf
from tests.e2e.talker import CODE, NAME, Talker, as_typed
from tests.e2e.team import TITLE, bring_in, carried_by, follow, gather

pytestmark = pytest.mark.anyio

LI, HAN = 1004, 1005


@pytest.fixture
async def team(chat: LocalChat, manager: Talker) -> Talker:
    """王经理 in the group where the company's board stands."""
    return await gather(chat, manager, LI)


def board(team: Talker) -> Bubble:
    """What is pinned there."""
    return team.person.pinned[0]


async def until_board(team: Talker, words: str) -> str:
    """What the board says once it holds the words."""
    await team.person.until(lambda: any(words in one.text for one in team.person.pinned), 20)
    return as_typed(board(team).text)


async def test_the_board_stands_pinned_with_progress_and_the_next_three(team: Talker) -> None:
    said = await until_board(team, "· 年报看板")

    assert said.splitlines()[0] == f"📌 {NAME} · 年报看板"
    assert "还不能报" in said
    assert "▫️ 登录截图 · 01-15(周五) · 法务" in said
    assert CODE not in said
    assert len(said.splitlines()) <= 12


async def test_it_changes_where_it_stands_when_an_item_is_ticked_in_private(
    manager: Talker, team: Talker
) -> None:
    await until_board(team, "登录截图")
    before = board(team)

    await follow(team, manager, "登录截图", "直接把文件或照片发过来")
    await manager.sends("截图.pdf", pdf(), "第 1 版")
    await team.person.until(lambda: "登录截图" not in board(team).text, 30)

    assert board(team).id == before.id
    assert board(team).is_edited
    assert len(_boards(team)) == 1


async def test_an_item_given_to_somebody_bears_the_name(
    chat: LocalChat, manager: Talker, team: Talker
) -> None:
    li = Talker(chat, LI)
    await bring_in(manager, li, "法务经办", "李雷")

    await follow(Talker(chat, LI, team.person.place.chat), li, "登录截图", "现在:还没有")
    await li.presses("认领", "由您负责")

    assert "▫️ 登录截图 · 01-15(周五) · 李雷" in await until_board(team, "李雷")


async def test_with_outsiders_in_the_group_there_are_neither_names_nor_items(
    chat: LocalChat, manager: Talker
) -> None:
    team = await gather(chat, manager, LI, outsiders=True)

    said = await until_board(team, "还不能报")

    assert "▫️" not in said
    assert "登录截图" not in str(board(team).labels)


async def test_a_file_in_the_group_is_not_taken(manager: Talker, team: Talker) -> None:
    await team.person.send_file("账号保管表.pdf", pdf())

    await team.hears("材料请私聊交")
    opened = await follow(team, manager, "去私聊交", "交哪一份")

    assert NAME in opened.text.splitlines()[0]
    assert "第 1 版" not in (await manager.says("/list", "第1步")).text


async def test_what_strangers_say_and_send_in_the_group_is_not_answered(
    chat: LocalChat, team: Talker
) -> None:
    li = Talker(chat, LI, team.person.place.chat)
    await until_board(team, "· 年报看板")
    before = team.person.replies

    await li.person.send_file("合同.pdf", pdf())
    await li.person.say("大家好")
    await team.says("/status", "· 年报看板")

    new = [one for one in team.person.replies if one not in before]
    assert [one.text.splitlines()[0] for one in new] == [f"📌 {NAME} · 年报看板"]


async def test_it_greets_once_whatever_rights_it_gets(team: Talker) -> None:
    await team.person.group.demote_bot()
    await team.person.group.promote_bot()

    await team.says("/board", "· 年报看板")

    assert len([one for one in team.person.replies if "大家好" in one.text]) == 1


async def test_a_strangers_group_is_left(chat: LocalChat, stranger: Talker) -> None:
    group = chat.create_group("别人的群", [stranger.person.id])
    here = stranger.person.at(group.id)

    await here.until(lambda: not here.group.now.member(1).is_in, 20)

    assert here.replies == []


async def test_only_who_asked_in_private_confirms_in_the_group(
    chat: LocalChat, manager: Talker
) -> None:
    group = chat.create_group(TITLE, [manager.person.id, LI])
    here, li = Talker(chat, 1001, group.id), Talker(chat, LI, group.id)
    await here.hears("请在私聊里选")
    await follow(here, manager, "去私聊里选", "群里有外部人员吗")
    await manager.presses("都是自己人", "请回到群里")
    asked = await here.hears("请本人点确认")

    await li.person.press(asked.id, "✅ 放在这里")
    await li.toasted("请由发起的人来点")

    assert "看板马上出现" not in here.person.replies[-1].text


async def test_where_it_may_not_pin_the_board_stands_all_the_same(
    chat: LocalChat, manager: Talker
) -> None:
    team = await gather(chat, manager, LI, may_pin=False)

    await follow(team, manager, "登录截图", "直接把文件或照片发过来")
    await manager.sends("截图.pdf", pdf(), "第 1 版")
    await team.person.until(lambda: any(_is_without(one, "登录截图") for one in _boards(team)), 20)

    assert len(_boards(team)) == 1
    assert team.person.pinned == []


async def test_in_the_supergroup_that_the_group_became_the_board_goes_on(
    chat: LocalChat, manager: Talker, team: Talker
) -> None:
    await until_board(team, "登录截图")

    moved = await team.person.group.migrate()
    beyond = Talker(chat, 1001, moved)
    await beyond.hears("· 年报看板")
    await manager.says("/bind", "1 个群有看板")
    await follow(beyond, manager, "登录截图", "直接把文件或照片发过来")
    await manager.sends("截图.pdf", pdf(), "第 1 版")

    await beyond.person.until(
        lambda: any(_is_without(one, "登录截图") for one in _boards(beyond)), 20
    )
    assert len(_boards(beyond)) == 1


def _boards(team: Talker) -> list[Bubble]:
    return [one for one in team.person.replies if "· 年报看板" in one.text]


def _is_without(seen: Bubble, words: str) -> bool:
    return words not in seen.text


async def test_put_out_of_the_group_it_is_bound_no_more(manager: Talker, team: Talker) -> None:
    await until_board(team, "· 年报看板")

    await team.person.group.remove_bot()
    told = await manager.asks_until("/bind", "还没有群看板")

    assert TITLE not in str(told.labels)


async def test_the_boards_links_open_the_private_chat_at_the_item(
    manager: Talker, team: Talker
) -> None:
    await until_board(team, "登录截图")
    links = [key.url for key in board(team).keys if key.url]

    opened = await follow(team, manager, "登录截图", "现在:还没有")

    assert "登录截图" in opened.text
    assert all(carried_by(link)[0] in "tc" for link in links)


async def test_a_link_of_the_board_tells_a_stranger_nothing(
    chat: LocalChat, stranger: Talker, team: Talker
) -> None:
    await until_board(team, "登录截图")
    await team.person.group.add(stranger.person.id)
    inside = Talker(chat, 1002, team.person.place.chat)

    told = await follow(inside, stranger, "登录截图", "")

    assert NAME not in told.text
    assert "登录截图" not in told.text
