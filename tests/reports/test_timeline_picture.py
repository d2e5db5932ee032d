"""The picture itself: no letter missing, nothing cut off in silence, colours that can be read."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pylopdf_fonts_zh_cn import sans_path

from messages.catalogue import LOCALES
from reports.canvas import PIXELS, WIDTH
from reports.drawing import Drawing, Sign
from reports.drawing_worker import MOST_BYTES
from reports.lettering import ELLIPSIS, UNKNOWN, fitted, has, width, writable
from reports.palette import PALETTES, TONE_OF, Palette
from reports.timeline_picture import as_png
from tests.messages.sentences import sentences
from tests.reports.seasons import drawing, everything, quiet
from workflow.timeline import MOST_POINTS

LONG = "(上海)长三角一体化示范区通信增值业务与呼叫中心联合运营科技股份有限公司第二营业部"
THEMES = sorted(PALETTES)


def opened(picture: bytes) -> Image.Image:
    with Image.open(BytesIO(picture)) as image:
        image.load()
        return image


def words(seen: Drawing) -> Iterator[str]:
    yield from (seen.title, seen.subtitle, seen.verdict, seen.countdown, seen.progress)
    yield from (seen.percent, seen.today.word, seen.statutory.word, *seen.notes)
    yield from (tag.word for tag in seen.months)
    yield from (key.word for key in seen.legend)
    for row in seen.rows:
        yield from (row.name, row.when, row.count)


# --- letters ----------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_every_letter_of_the_picture_is_in_the_font(locale: str) -> None:
    known = TTFont(sans_path()).getBestCmap()
    asked = {
        letter
        for seen in (everything(), quiet())
        for text in words(drawing(seen, locale))
        for letter in text
    }
    asked |= {
        letter
        for name, sentence in sentences(locale).items()
        if name.startswith(("timeline-", "state-"))
        for letter in sentence.words
    }

    assert [letter for letter in sorted(asked) if ord(letter) not in known and letter != "\n"] == []


@pytest.mark.parametrize("letter", "年A7·…〓鑫𠮷😀✔\u200d\U000f0000")
def test_our_own_look_at_the_font_agrees_with_its_table(letter: str) -> None:
    assert has(letter) == (ord(letter) in TTFont(sans_path()).getBestCmap())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("甲公司", "甲公司"),
        ("🙂甲公司✔️", "甲公司"),
        ("𠮷祥公司", f"{UNKNOWN}祥公司"),
        ("甲\n公司\t有限", "甲 公司 有限"),
        ("甲\u202e公司\u200b", "甲公司"),
        ("👨‍👩‍👧 ", ""),
    ],
)
def test_what_the_font_cannot_write_leaves_no_empty_box(typed: str, shown: str) -> None:
    assert writable(typed) == shown


@pytest.mark.parametrize("most", [30, 100, 333, 700])
def test_a_long_name_ends_in_an_ellipsis_where_there_is_no_more_room(most: int) -> None:
    shown = fitted(LONG, 42, most)

    assert width(shown, 42) <= max(most, width(ELLIPSIS, 42))
    assert shown.endswith(ELLIPSIS)
    assert width(LONG[: len(shown)] + ELLIPSIS, 42) > most  # one letter more would not have fitted


def test_a_name_that_fits_stays_whole() -> None:
    assert fitted("甲公司", 42, 400) == "甲公司"


# --- the picture ------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_as_wide_as_a_phone_and_as_high_as_it_must(theme: str) -> None:
    image = opened(as_png(drawing(everything(), theme=theme)))

    assert image.format == "PNG"
    assert image.width == WIDTH * PIXELS
    assert image.width + image.height <= 10_000  # beyond that Telegram takes no photo
    assert image.height / image.width <= 20
    ground = PALETTES[theme].ground
    assert image.getpixel((0, 0)) == tuple(int(ground[n : n + 2], 16) for n in (1, 3, 5))


def test_the_fullest_picture_is_within_the_limit() -> None:
    seen = everything(LONG, LONG)
    full = replace(seen, points=(seen.points * 4)[:MOST_POINTS])

    picture = as_png(drawing(full))

    assert len(picture) <= MOST_BYTES
    assert sum(opened(picture).size) <= 10_000


def test_the_same_drawing_gives_the_same_picture() -> None:
    assert as_png(drawing(everything())) == as_png(drawing(everything()))


def test_nothing_is_written_beyond_the_edge() -> None:
    seen = everything(LONG, LONG)

    image = opened(as_png(drawing(seen)))

    edge = image.crop((image.width - 12 * PIXELS, 0, image.width, image.height))
    assert len(edge.getcolors(256) or []) == 1


def test_every_sign_looks_different_without_its_colour() -> None:
    row = drawing(everything()).rows[0]
    steps = [sign for sign in Sign if sign not in (Sign.DAY_OFF, Sign.NOMINAL, Sign.STATUTORY)]
    drawn = drawing(everything())
    plain = {
        sign: opened(as_png(replace(drawn, rows=(replace(row, sign=sign, due=None),))))
        .convert("L")
        .crop((54, 582, 130, 642))
        .point(lambda level: 255 if level > 190 else 0)
        .tobytes()
        for sign in steps
    }

    assert len(set(plain.values())) == len(steps)


# --- colours ----------------------------------------------------------------------------


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2 between two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def texts(palette: Palette) -> Iterator[tuple[str, str]]:
    """Each colour that letters have, with what is behind them."""
    for ink in (palette.ink, palette.faint, *palette.tones.values()):
        yield ink, palette.ground
    yield palette.faint, palette.shade  # months
    yield palette.today_ink, palette.today
    yield palette.statutory_ink, palette.statutory
    for sign in (Sign.DONE, Sign.REPORTED, Sign.OVERDUE, Sign.WAITING):
        yield palette.sign_ink, palette.tones[TONE_OF[sign]]


@pytest.mark.parametrize("theme", THEMES)
def test_letters_can_be_read_on_what_is_behind_them(theme: str) -> None:
    too_faint = [pair for pair in texts(PALETTES[theme]) if contrast(*pair) < 4.5]

    assert too_faint == []


@pytest.mark.parametrize("theme", THEMES)
def test_bars_and_lines_can_be_told_from_the_ground(theme: str) -> None:
    palette = PALETTES[theme]

    lines = [*palette.tones.values(), palette.today, palette.statutory]
    assert all(
        contrast(line, ground) >= 3 for line in lines for ground in (palette.ground, palette.shade)
    )


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
