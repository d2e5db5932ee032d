"""A sheet to draw on, measured as a phone does: 390 points wide, three pixels to a point.

Shapes are drawn four times as large as they come out, so that their edges are smooth; letters come
last, at their final size, where the font smooths them itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageDraw

from reports import lettering
from reports.palette import Colour

WIDTH = 390
"""Points."""
PIXELS = 3
"""To a point, on the finished picture."""
_FINER = 2
_SCALE = PIXELS * _FINER

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Letters:
    at: Point
    text: str
    size: float
    colour: Colour
    anchor: str
    bold: bool


@dataclass(slots=True)
class Canvas:
    """Shapes at once, letters when it is finished."""

    height: float
    ground: Colour
    _image: Image.Image = field(init=False)
    _draw: ImageDraw.ImageDraw = field(init=False)
    _letters: list[_Letters] = field(default_factory=list)

    def __post_init__(self) -> None:
        """An empty sheet."""
        size = (WIDTH * _SCALE, round(self.height * _SCALE))
        self._image = Image.new("RGB", size, self.ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, at: Point, to: Point, colour: Colour, radius: float = 0) -> None:
        """A filled rectangle between two corners, its corners rounded."""
        if to[0] > at[0] and to[1] > at[1]:
            self._draw.rounded_rectangle(
                (*_fine(at), *_fine((to[0], to[1]))), radius * _SCALE, fill=colour
            )

    def line(self, points: Sequence[Point], colour: Colour, thick: float) -> None:
        """From point to point, with round ends."""
        fine = [_fine(point) for point in points]
        self._draw.line(fine, colour, round(thick * _SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc((x, y), thick / 2, colour)

    def disc(self, at: Point, radius: float, colour: Colour) -> None:
        """A filled circle."""
        x, y = at
        self._draw.ellipse(
            (*_fine((x - radius, y - radius)), *_fine((x + radius, y + radius))), fill=colour
        )

    def ring(
        self, at: Point, radius: float, colour: Colour, thick: float, within: Colour = ""
    ) -> None:
        """A circle's line, on the ground or on `within`."""
        self.disc(at, radius, colour)
        self.disc(at, radius - thick, within or self.ground)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        self._draw.polygon([_fine(point) for point in points], fill=colour)

    def write(
        self,
        at: Point,
        text: str,
        size: float,
        colour: Colour,
        *,
        anchor: str = "lm",
        bold: bool = False,
    ) -> None:
        """Letters of `size` points; `anchor` as Pillow names it: lm, mm, rm."""
        self._letters.append(_Letters(at, text, size, colour, anchor, bold))

    def png(self) -> bytes:
        """The finished picture."""
        image = self._image.reduce(_FINER)
        draw = ImageDraw.Draw(image)
        for each in self._letters:
            draw.text(
                (each.at[0] * PIXELS, each.at[1] * PIXELS),
                each.text,
                each.colour,
                lettering.font(round(each.size * PIXELS)),
                each.anchor,
                stroke_width=0.6 if each.bold else 0,
            )
        written = BytesIO()
        image.save(written, "PNG", compress_level=6)
        return written.getvalue()


def fitted(text: str, size: float, most: float) -> str:
    """The text as far as it goes into `most` points, an ellipsis in place of the rest."""
    return lettering.fitted(text, round(size * PIXELS), most * PIXELS)


def width(text: str, size: float) -> float:
    """In points."""
    return lettering.width(text, round(size * PIXELS)) / PIXELS


def _fine(point: Point) -> tuple[float, float]:
    return point[0] * _SCALE, point[1] * _SCALE
