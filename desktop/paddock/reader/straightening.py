"""Making a picture of a page fit to be recognised: upright, its lines level, its light even; and the way back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageFilter, ImageOps

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from paddock.reader.document import Rectangle

# Slopes and inks are looked for on a small picture. Tesseract itself copes with a slope of one degree; from three on
# it begins to lose lines.
_LOOK_SIDE: Final = 1000
_SKEW_POINTS: Final = 30_000
_SKEW_MOST: Final = 20.0
_SKEW_LEAST: Final = 0.8
_SKEW_GAIN: Final = 1.25  # how much sharper the lines must become, or a photograph would be turned by chance
# Paper under a lamp: its brightness is looked at on a small picture, where letters are thinner than the window.
_PAPER_DPI: Final = 25
_PAPER_WINDOW: Final = 9
_UNEVEN: Final = 0.8
_STANDS_OUT: Final = 40  # of 255: what differs by more from what surrounds it is a letter's stroke
_MOSTLY: Final = 3
_WHITE: Final = 235
_BAND: Final = 512
_TURNS: Final = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


@dataclass(frozen=True)
class Straight:
    """A grey picture, and the way back: (x, y) here is (xx*x + xy*y + x0, yx*x + yy*y + y0) in the first picture."""

    picture: Image.Image
    dpi: int
    first_size: tuple[int, int]
    xx: float = 1.0
    xy: float = 0.0
    x0: float = 0.0
    yx: float = 0.0
    yy: float = 1.0
    y0: float = 0.0

    def scaled(self, factor: float) -> Straight:
        """Return it larger or smaller."""
        width, height = self.picture.size
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        if size == (width, height):
            return self
        method = Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC
        smaller = self.picture.resize(size, method)
        across, down = width / size[0], height / size[1]
        return self._moved(smaller, round(self.dpi * factor), (across, 0, 0, 0, down, 0))

    def turned(self, degrees: int) -> Straight:
        """Return it turned counter-clockwise by 90, 180 or 270 degrees; 0 changes nothing."""
        degrees %= 360
        if degrees == 0:
            return self
        width, height = self.picture.size
        back = {
            90: (0, -1, width, 1, 0, 0),
            180: (-1, 0, width, 0, -1, height),
            270: (0, 1, 0, -1, 0, height),
        }[degrees]
        return self._moved(self.picture.transpose(_TURNS[degrees]), self.dpi, back)

    def levelled(self) -> Straight:
        """Return it with its lines of text level, or upright where they run along the page."""
        degrees = skew(self.picture)
        if not degrees:
            return self
        paper = int(np.percentile(np.asarray(self.picture.reduce(4)), 90))
        level = self.picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=paper)
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        (to_x, to_y), (from_x, from_y) = ((size[0] / 2, size[1] / 2) for size in (self.picture.size, level.size))
        back = (cos, -sin, to_x - cos * from_x + sin * from_y, sin, cos, to_y - sin * from_x - cos * from_y)
        return self._moved(level, self.dpi, back)

    def dark_on_light(self) -> Straight:
        """Return it with its lights and darks exchanged where it is written in light letters on dark ground."""
        small = np.asarray(_reduced(self.picture)).astype(np.int16)
        ground = np.asarray(_reduced(self.picture).filter(ImageFilter.MedianFilter(_PAPER_WINDOW))).astype(np.int16)
        light, dark = ((sign * (small - ground) > _STANDS_OUT).sum() for sign in (1, -1))
        if light < _MOSTLY * dark or not light:
            return self
        return self._moved(ImageOps.invert(self.picture), self.dpi, (1, 0, 0, 0, 1, 0))

    def lit_evenly(self) -> Straight:
        """Return it with shadows taken away, where its paper is much darker in one place than in another.

        Each pixel is divided by the paper's own brightness there: a morphological closing, which letters vanish in
        and the edge of a shadow does not.
        """
        paper = _paper(self.picture, self.dpi)
        dark, bright = np.percentile(np.asarray(paper), (2, 98))
        if dark > bright * _UNEVEN:
            return self
        return self._against(paper, _without_shadow)

    def in_relief(self) -> Straight:
        """Return it with all that differs from what surrounds it dark on white: light letters and dark ones alike.

        What surrounds a pixel is the median of a window that letters cover less than half of.
        """
        ground = _small(self.picture, self.dpi).filter(ImageFilter.MedianFilter(_PAPER_WINDOW))
        return self._against(ground, _relief)

    def _against(
        self, ground: Image.Image, change: Callable[[NDArray[np.float32], NDArray[np.float32]], NDArray[np.float32]]
    ) -> Straight:
        """Return it changed by what `change` makes of its pixels and those of its ground, a smaller picture."""
        under = np.asarray(ground.resize(self.picture.size, Image.Resampling.BILINEAR))
        over = np.asarray(self.picture)
        changed = np.empty_like(over)
        for top in range(0, over.shape[0], _BAND):  # in bands: floats take four times the memory
            rows = slice(top, top + _BAND)
            values = change(over[rows].astype(np.float32), under[rows].astype(np.float32))
            changed[rows] = np.clip(values, 0, 255).astype(np.uint8)
        return self._moved(Image.fromarray(changed), self.dpi, (1, 0, 0, 0, 1, 0))

    def shares(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """Return a box of this picture as (left, top, width, height) in shares of the first one."""
        corners = [(x, y) for x in (left, right) for y in (top, bottom)]
        across = [(self.xx * x + self.xy * y + self.x0) / self.first_size[0] for x, y in corners]
        down = [(self.yx * x + self.yy * y + self.y0) / self.first_size[1] for x, y in corners]
        x, y = _share(min(across)), _share(min(down))
        return x, y, _share(max(across)) - x, _share(max(down)) - y

    def _moved(self, picture: Image.Image, dpi: int, back: tuple[float, float, float, float, float, float]) -> Straight:
        """Return the next picture; `back` leads from it to this one."""
        xx, xy, x0, yx, yy, y0 = back
        return Straight(
            picture,
            dpi,
            self.first_size,
            self.xx * xx + self.xy * yx,
            self.xx * xy + self.xy * yy,
            self.xx * x0 + self.xy * y0 + self.x0,
            self.yx * xx + self.yy * yx,
            self.yx * xy + self.yy * yy,
            self.yx * x0 + self.yy * y0 + self.y0,
        )


def skew(picture: Image.Image) -> float:
    """Return by how many degrees, counter-clockwise, a grey picture must be turned for its lines to be level.

    0.0 where they are, or where no turn makes them clearly sharper. Lines that run along the page count as well.
    The measure is that of projection profiles: how abruptly ink begins and ends from one row to the next.
    """
    ink = _ink(_reduced(picture))
    down, across = np.nonzero(ink)
    if len(down) < 100:  # noqa: PLR2004 - too little to have lines
        return 0.0
    step = -(-len(down) // _SKEW_POINTS)
    x, y = across[::step].astype(np.float32), down[::step].astype(np.float32)
    coarse = np.arange(-_SKEW_MOST, _SKEW_MOST + 0.5, 1.0)
    best = max(coarse, key=lambda degrees: _sharpness(x, y, degrees))
    fine = np.arange(best - 1, best + 1.05, 0.1)
    degrees = float(max(fine, key=lambda degrees: _sharpness(x, y, degrees)))
    if abs(degrees) < _SKEW_LEAST or _sharpness(x, y, degrees) < _sharpness(x, y, 0.0) * _SKEW_GAIN:
        return 0.0
    return degrees


def ink_share(picture: Image.Image) -> float:
    """Return what share of a grey picture is much darker than the paper around it."""
    return float(_ink(_reduced(picture)).mean())


def _sharpness(x: NDArray[np.float32], y: NDArray[np.float32], degrees: float) -> float:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    both = (y * cos - x * sin, x * cos + y * sin)
    return max(float(np.square(np.diff(np.bincount((to - to.min()).astype(np.int32)))).sum()) for to in both)


def _reduced(picture: Image.Image) -> Image.Image:
    factor = -(-max(picture.size) // _LOOK_SIDE)
    return picture.reduce(factor) if factor > 1 else picture


def _ink(small: Image.Image) -> NDArray[np.bool_]:
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.MinFilter(9))
    over, under = np.asarray(small).astype(np.int16), np.asarray(paper).astype(np.int16)
    return np.asarray(under - over > under // 4 + 8)


def _paper(picture: Image.Image, dpi: int) -> Image.Image:
    closed = (
        _small(picture, dpi).filter(ImageFilter.MaxFilter(_PAPER_WINDOW)).filter(ImageFilter.MinFilter(_PAPER_WINDOW))
    )
    return closed.filter(ImageFilter.GaussianBlur(2))


def _small(picture: Image.Image, dpi: int) -> Image.Image:
    return picture.reduce(max(1, round(dpi / _PAPER_DPI)))


def _without_shadow(over: NDArray[np.float32], under: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(over * np.float32(_WHITE) / np.maximum(under, 16), np.float32)


def _relief(over: NDArray[np.float32], under: NDArray[np.float32]) -> NDArray[np.float32]:
    apart = over - under
    most = np.where(apart < 0, under, 255 - under)  # how far apart they could be
    return np.asarray(255 * (1 - np.abs(apart) / np.maximum(most, 64)), np.float32)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
