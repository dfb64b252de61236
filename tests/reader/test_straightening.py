"""Pictures are made upright, level and evenly lit, and a place in the result is found again in the first picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from paddock.reader.straightening import Straight, ink_share, skew
from tests.reader.lettering import DPI, PAPER, column, grain, lettered

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

PROSE = lettered(
    *column(150, 200, *["Grey horses graze on the northern paddock in the rain."] * 12),
    *column(150, 700, *["Nobody counted them until the gate was found open."] * 12),
).picture
SLOPING = PROSE.reduce(2)


@pytest.mark.parametrize("degrees", [-13.0, -4.0, 2.5, 9.0])
def test_sloping_lines_are_measured(degrees: float) -> None:
    """To two tenths of a degree, whichever way they slope."""
    sloping = SLOPING.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert skew(sloping) == pytest.approx(-degrees, abs=0.21)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_level_lines_are_left_alone(turn: int) -> None:
    """Also where they run along the page."""
    assert skew(SLOPING.rotate(turn, expand=True)) == 0


def test_what_is_no_text_is_left_alone() -> None:
    """Grain and empty paper have no lines to level."""
    assert skew(grain(450, 350)) == 0
    assert skew(Image.new("L", (400, 300), 250)) == 0


def test_ink_is_told_from_paper() -> None:
    """Empty paper has none, whatever its colour."""
    assert ink_share(Image.new("L", (500, 400), 120)) == 0
    assert ink_share(PROSE) > 0.01


@pytest.mark.parametrize(
    "change",
    [
        lambda first: first.scaled(0.5),
        lambda first: first.scaled(1.7),
        lambda first: first.turned(90),
        lambda first: first.turned(180),
        lambda first: first.turned(270),
        lambda first: first.scaled(2).turned(90).scaled(0.7).turned(180),
    ],
)
def test_the_way_back(change: Callable[[Straight], Straight]) -> None:
    """A black box is found where it stood, to half a pixel."""
    picture = Image.new("L", (600, 400), 255)
    picture.paste(0, (100, 240, 180, 280))
    there = change(Straight(picture, DPI, picture.size))
    down, across = np.nonzero(np.asarray(there.picture) < 128)
    left, top, width, height = there.shares(across.min(), down.min(), across.max() + 1, down.max() + 1)
    assert (left * 600, top * 400) == pytest.approx((100, 240), abs=0.6)
    assert (width * 600, height * 400) == pytest.approx((80, 40), abs=1.2)


def test_the_way_back_from_a_levelled_page() -> None:
    """The middle of a word that stood in the sloping picture is found again in it."""
    sloping = PROSE.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    level = Straight(sloping, DPI, sloping.size).levelled()
    ink = np.argwhere(np.asarray(level.picture) < 100)
    down, across = (int(value) for value in ink[len(ink) // 2])
    left, top, _, _ = level.shares(across, down, across, down)
    x, y = round(left * sloping.width), round(top * sloping.height)
    around = np.asarray(sloping)[y - 1 : y + 2, x - 1 : x + 2]
    assert around.min() < 128


def test_shadows_are_taken_away() -> None:
    """Paper half in the shade becomes one white, and its letters stay dark."""
    shaded = np.asarray(PROSE).astype(np.float32)
    shaded[:, : shaded.shape[1] // 2] *= 0.4
    picture = Image.fromarray(shaded.astype(np.uint8))
    even = np.asarray(Straight(picture, DPI, picture.size).lit_evenly().picture)
    assert np.percentile(even[:, 50:100], 50) > 220
    assert np.percentile(even[:, -100:-50], 50) > 220
    assert even[200:500, 150:400].min() < 60


def test_a_negative_is_told() -> None:
    """A page of light letters on dark ground is turned over, one with a dark band on it is not."""
    negative = Image.eval(PROSE, lambda value: 230 - value * 3 // 4)
    found = Straight(negative, DPI, negative.size).dark_on_light()
    assert np.percentile(np.asarray(found.picture), 50) > 180
    banded = PROSE.copy()
    banded.paste(negative.crop((0, 200, PAPER[0], 260)), (0, 1300))
    first = Straight(banded, DPI, banded.size)
    assert first.dark_on_light() is first
    blank = Straight(Image.new("L", (300, 200), 20), DPI, (300, 200))
    assert blank.dark_on_light() is blank


def test_light_letters_stand_out_like_dark_ones() -> None:
    """In relief both are dark on white."""
    both = PROSE.copy()
    both.paste(Image.eval(PROSE.crop((0, 0, PAPER[0], 600)), lambda value: 200 - value // 2), (0, 0))
    relief = np.asarray(Straight(both, DPI, both.size).in_relief().picture)
    assert np.percentile(relief, 50) > 240
    assert relief[200:500, 150:400].min() < 100
    assert relief[700:1000, 150:400].min() < 60


def test_even_light_is_left_alone() -> None:
    """A page that needs nothing is not touched."""
    first = Straight(PROSE, DPI, PROSE.size)
    assert first.lit_evenly() is first
    assert first.levelled() is first
    assert first.turned(0) is first
    assert first.scaled(1.0) is first
