"""Pages of text drawn as pictures, with the box of every word, for the tests of recognition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from paddock.reader.document import Bitmap

if TYPE_CHECKING:
    from paddock.reader.document import Rectangle

FONTS = "/usr/share/fonts/truetype/dejavu"
PAPER = (1240, 1754)  # A4 at 150 dots per inch
DPI = 150


@dataclass(frozen=True)
class Lettered:
    """A grey picture, and each of its words with its box in shares of it (left, top, width, height)."""

    picture: Image.Image
    words: tuple[tuple[str, Rectangle], ...]


def lettered(
    *lines: tuple[int, int, str], size: int = 24, paper: tuple[int, int] = PAPER, font: str = "DejaVuSerif.ttf"
) -> Lettered:
    """Return a white page with lines of text, each with its left and upper edge in pixels."""
    picture = Image.new("L", paper, 255)
    pen = ImageDraw.Draw(picture)
    letters = ImageFont.truetype(f"{FONTS}/{font}", size)
    words: list[tuple[str, Rectangle]] = []
    for left, top, text in lines:
        x = float(left)
        for word in text.split():
            box = pen.textbbox((x, top), word, font=letters)
            pen.text((x, top), word, font=letters, fill=0)
            shares = (
                box[0] / paper[0],
                box[1] / paper[1],
                (box[2] - box[0]) / paper[0],
                (box[3] - box[1]) / paper[1],
            )
            words.append((word, shares))
            x += pen.textlength(word + " ", font=letters)
    return Lettered(picture, tuple(words))


def column(left: int, top: int, *texts: str, pitch: int = 34) -> list[tuple[int, int, str]]:
    """Return lines one below another, for `lettered`."""
    return [(left, top + number * pitch, text) for number, text in enumerate(texts)]


def bitmap(picture: Image.Image) -> Bitmap:
    """Return the picture as the reader's documents hand theirs over."""
    return Bitmap(picture.width, picture.height, picture.convert("RGB").tobytes())


def grain(width: int, height: int) -> Image.Image:
    """Return a picture of nothing but noise; the same each time."""
    noise = np.random.default_rng(7).integers(0, 256, (height, width))
    return Image.fromarray(noise.astype(np.uint8))


def overlap(one: Rectangle, other: Rectangle) -> float:
    """Return the share two boxes have in common of what they cover together."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    common = max(0.0, across) * max(0.0, down)
    return common / (one[2] * one[3] + other[2] * other[3] - common)
