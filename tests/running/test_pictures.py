"""A picture made for the edge: worded for its reader; a dead worker is an answer, not a fault."""

import asyncio
import sys

from chat.documents import NotDrawn, SeasonPicture, Theme
from messages.catalogue import load_catalogue
from reports.drawing_worker import Draughtsman
from reports.timeline_picture import as_png
from running.pictures import PictureMaker
from tests.reports.seasons import ZONE, drawing, quiet

ASKED = SeasonPicture(quiet(), "en", Theme.DARK, "Timeline.png")


def made(draughtsman: Draughtsman) -> bytes | NotDrawn:
    async def make() -> bytes | NotDrawn:
        return await PictureMaker(load_catalogue(), ZONE, draughtsman)(ASKED)

    return asyncio.run(make())


def test_it_is_drawn_in_the_reader_s_language_and_theme() -> None:
    assert made(Draughtsman()) == as_png(drawing(quiet(), "en", "dark"))


def test_where_the_worker_dies_nothing_is_drawn_and_nothing_breaks() -> None:
    dead = Draughtsman(command=(sys.executable, "-c", "raise SystemExit(3)"))

    assert made(dead) == NotDrawn()
