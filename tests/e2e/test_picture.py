"""The season as a picture, the whole way: pressed, drawn by the worker, shown, turned dark."""

import asyncio
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from localchat.person import Person
from tests.e2e.house import serving
from tests.e2e.talker import Talker, open_case

pytestmark = pytest.mark.anyio


def corner(person: Person, message: int) -> object:
    """The colour of the ground the picture is drawn on."""
    content = person.file(message)
    with Image.open(BytesIO(content)) as image:
        return image.convert("RGB").getpixel((0, 0))


async def test_a_season_is_drawn_and_turned_dark_in_its_place(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        wang = Talker(chat, 1001)
        await open_case(wang)
        await wang.says("进度", "还不能报")

        light = await wang.presses("进度图", "未开始")
        ground = corner(wang.person, light.id)
        dark = await wang.presses("深色", "未开始")

        assert ground == (255, 255, 255)
        assert dark.id == light.id
        assert corner(wang.person, dark.id) == (0x17, 0x21, 0x2B)


async def test_somebody_else_is_answered_while_a_picture_is_drawn(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        wang, other = Talker(chat, 1001), Talker(chat, 1003)
        await open_case(wang)

        drawing = asyncio.create_task(wang.says("/picture", "未开始"))
        await other.says("/help", "What I can do")
        waits = not drawing.done()
        await drawing

        assert waits
