"""Text in pictures is read: in order, with the place of each word, however the picture lies."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from paddock.reader.languages import find_languages, language_folders
from paddock.reader.ocr import Recogniser
from tests.reader.lettering import DPI, PAPER, bitmap, column, grain, lettered, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from paddock.reader.document import Recognised

pytestmark = pytest.mark.slow

LINES = (
    "The harbour master wrote down every ship that came",
    "in before the storm, its name, its cargo, and the hour.",
    "Nobody had asked him to, and nobody read the book",
    "until the winter of 1911, when the lighthouse failed.",
)
PROSE = lettered(*column(150, 200, *LINES))
WHOLE = " ".join(LINES)


@pytest.fixture(scope="module")
def recogniser() -> Iterator[Recogniser]:
    """Return one recogniser for all, as the reader's process has."""
    made = Recogniser(find_languages(language_folders()))
    yield made
    made.close()


def read(recogniser: Recogniser, picture: Image.Image, dpi: int = DPI, **more: float) -> Recognised:
    """Return what is read in a picture, in English."""
    found = recogniser.recognise(bitmap(picture), dpi, ("eng",), **more)
    assert found is not None
    return found


def said(found: Recognised) -> str:
    """Return the text in one line."""
    return " ".join(found.text.split())


def test_text_and_places(recogniser: Recogniser) -> None:
    """Every word is right, and its box is where it was drawn."""
    found = read(recogniser, PROSE.picture)
    assert said(found) == WHOLE
    words = [found.text[box.start : box.start + box.length] for box in found.boxes]
    assert words == [word for word, _ in PROSE.words]
    for box, (word, drawn) in zip(found.boxes, PROSE.words, strict=True):
        assert overlap((box.left, box.top, box.width, box.height), drawn) > 0.5, word


@pytest.mark.parametrize(
    "change", ["on its side", "on its head", "on the other side", "sloping", "sloping on its head"]
)
def test_however_it_lies(recogniser: Recogniser, change: str) -> None:
    """Turned by quarters or sloping, the text is the same, and the boxes are where the words now are."""
    turn = {"on its side": 90, "on its head": 180, "on the other side": 270, "sloping on its head": 186}.get(change, -6)
    lying = PROSE.picture.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    found = read(recogniser, lying)
    assert said(found) == WHOLE
    ink = np.asarray(lying) < 128
    for box in found.boxes:
        across, down = round(box.left * lying.width), round(box.top * lying.height)
        covered = ink[down : down + round(box.height * lying.height), across : across + round(box.width * lying.width)]
        assert covered.mean() > 0.03


def test_columns_are_read_one_after_the_other(recogniser: Recogniser) -> None:
    """And paragraphs are parted by an empty line."""
    left = ("Left begins here and", "goes on for some lines", "that stand one below the", "other to the end of left.")
    right = ("Right begins up here", "beside the first, but is", "read after all of the", "left column was read.")
    page = lettered(*column(120, 200, *left * 3), *column(700, 200, *right * 3))
    text = said(read(recogniser, page.picture))
    assert text.index("Right begins") > text.rindex("end of left.")


def test_hyphens_are_joined(recogniser: Recogniser) -> None:
    """A word parted at the end of a line is one word."""
    page = lettered(*column(150, 200, "The commission found that the admin-", "istration had kept no records of it."))
    assert "administration had" in said(read(recogniser, page.picture))


def test_shadows_and_dark_ground(recogniser: Recogniser) -> None:
    """Paper half in the shade is read like any other, and so are light letters on dark ground."""
    shaded = np.asarray(PROSE.picture).astype(np.float32)
    shaded[:, : shaded.shape[1] // 2] *= 0.35
    assert said(read(recogniser, Image.fromarray(shaded.astype(np.uint8)))) == WHOLE
    light = Image.eval(PROSE.picture, lambda value: 230 - value * 3 // 4)
    assert said(read(recogniser, light)) == WHOLE


@pytest.mark.parametrize("dpi", [75, 600])
def test_any_resolution(recogniser: Recogniser, dpi: int) -> None:
    """Coarse pictures are enlarged, fine ones made smaller."""
    size = round(PAPER[0] * dpi / DPI), round(PAPER[1] * dpi / DPI)
    found = read(recogniser, PROSE.picture.resize(size, Image.Resampling.LANCZOS), dpi)
    right = sum(word in WHOLE.split() for word in said(found).split())
    assert right >= len(WHOLE.split()) - 2


def test_noise_has_no_text(recogniser: Recogniser) -> None:
    """Grain is not read; blank paper is known for blank."""
    noise = read(recogniser, grain(900, 700))
    assert (noise.text, noise.blank) == ("", False)
    blank = read(recogniser, Image.new("L", PAPER, 244))
    assert (blank.text, blank.blank) == ("", True)


def test_time_is_kept(recogniser: Recogniser) -> None:
    """What was read until then stands, and it is said that it is not all."""
    page = lettered(*column(100, 60, *LINES * 12), size=22)
    started_s = time.process_time()
    found = read(recogniser, page.picture, seconds=0.0)
    assert found.cut
    assert time.process_time() - started_s < 5
    assert not read(recogniser, PROSE.picture).cut


def test_pictures_of_any_shape(recogniser: Recogniser) -> None:
    """A line of dots, a single one, a very long strip: no text, no fault."""
    for size in ((1, 1), (3000, 1), (2, 2000), (40, 30)):
        assert read(recogniser, Image.new("L", size, 0)).text == ""


# ---------------------------------------------------------------- languages


def test_a_language_that_is_not_there(recogniser: Recogniser) -> None:
    """Is left out; without any there is no recognition."""
    assert recogniser.recognise(bitmap(PROSE.picture), DPI, ("xxx",)) is None
    found = recogniser.recognise(bitmap(PROSE.picture), DPI, ("xxx", "eng"))
    assert found is not None
    assert said(found) == WHOLE


def test_languages_from_two_folders(tmp_path: Path) -> None:
    """A file of one's own is used beside the packaged data, in one reading."""
    folders = language_folders()
    packaged = find_languages(folders)
    own = tmp_path / "languages of my own"
    own.mkdir()
    source = next(folder / "eng.traineddata" for folder in folders if (folder / "eng.traineddata").exists())
    shutil.copy(source, own / "own.traineddata")
    data = find_languages((*folders, own))
    assert set(data.languages) == {*packaged.languages, "own"}
    recogniser = Recogniser(data)
    found = recogniser.recognise(bitmap(PROSE.picture), DPI, ("eng", "own"))
    recogniser.close()
    assert found is not None
    assert said(found) == WHOLE


def test_what_is_a_language(tmp_path: Path) -> None:
    """Only files whose names Tesseract and the protocol take; the first folder's file counts."""
    first, second = tmp_path / "one", tmp_path / "two"
    for folder, names in ((first, ("fra", "a+b", "osd", "x")), (second, ("fra", "deu_latf", "equ"))):
        folder.mkdir()
        for name in names:
            (folder / f"{name}.traineddata").touch()
    data = find_languages((first, second))
    assert data.languages == ("deu_latf", "fra")
    assert data.names == {"fra": "fra", "deu_latf": "../two/deu_latf"}
    assert data.orientation == "osd"
    assert data.missing(("fra", "ita")) == ("ita",)
    assert find_languages(()).languages == ()
