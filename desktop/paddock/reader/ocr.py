"""Recognition of text in pictures (OCR) by Tesseract: one page's picture in, its text out."""

from __future__ import annotations

import math
import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import tesserocr
from PIL import Image

from paddock.reader.picture_text import DRAW_PIXELS, Word, certainty, compose, spoken
from paddock.reader.straightening import Straight, ink_share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paddock.reader.document import Bitmap, Recognised
    from paddock.reader.languages import LanguageData

# Resolutions, from measurement: 200 to 350 dots per inch are read equally well, finer ones worse and slower, and
# enlarging pays below about 120 only.
_GOOD_DPI: Final = 300
_MOST_DPI: Final = 350
_LEAST_DPI: Final = 120
_SCREEN_DPI: Final = 96
_PAGE_INCHES: Final = 11.7
_LYING: Final = 65.0  # certainty below which a page may lie on its side: what is read rightly has 90, turned 32
_FEW_WORDS: Final = 80
_LITTLE: Final = 2500.0  # of `_Attempt.worth`: some forty letters
_ORIENTATION_DPI: Final = 150
_SURE_OF_ORIENTATION: Final = 2.0
_LEAST_MS: Final = 300
_SPECKS: Final = 0.002  # the share of ink that an empty sheet may have


@dataclass(frozen=True)
class _Attempt:
    """What was read of a picture made ready in one way: its words in reading order, and whether there was time for all.

    `worth` grows with the number of letters and how surely they were read.
    """

    straight: Straight
    words: list[Word]
    is_whole: bool

    @property
    def worth(self) -> float:
        return sum(word.letters * max(0.0, word.confidence - _LYING / 2) for word in self.words)


class Recogniser:
    """Reads pictures of text. Made once for a process; not for two threads at once.

    Tesseract starts with the first picture (0.1 s) and stays for the next, as long as the languages are the same.
    """

    def __init__(self, data: LanguageData) -> None:
        self._data = data
        self._engine: Any = None
        self._engine_languages: tuple[str, ...] = ()

    def recognise(
        self, bitmap: Bitmap, dpi: int, languages: Sequence[str] = ("eng",), *, seconds: float = 20.0
    ) -> Recognised | None:
        """Return the text of a picture, in reading order, or None where none of the languages is there.

        `dpi` is the picture's resolution on paper, 0 where nobody knows. The picture may lie on its side or stand on
        its head, its lines may slope, its paper may lie in shadow. After `seconds` what was read until then is
        returned, with `cut` set. What is only guessed (pictures, specks) is left out.
        """
        wanted = tuple(dict.fromkeys(name for name in languages if name in self._data.names))
        if not wanted:
            return None
        until_s = time.monotonic() + seconds
        grey = Image.frombuffer("RGB", (bitmap.width, bitmap.height), bitmap.rgb, "raw", "RGB", 0, 1).convert("L")
        engine = self._ready(wanted)
        best = self._lit(engine, _fitted(Straight(grey, dpi, grey.size)).dark_on_light().levelled(), until_s)
        if best.words and best.is_whole and certainty(best.words) < _LYING:
            best = self._turned(engine, best, until_s)
        found = compose(best.words, best.straight)
        blank = not found.text and ink_share(best.straight.picture) < _SPECKS
        return replace(found, cut=not best.is_whole, blank=blank)

    def close(self) -> None:
        """Let go of Tesseract and its memory."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.End()

    # ---------------------------------------------------------------- inside

    def _ready(self, languages: tuple[str, ...]) -> Any:
        if self._engine is None or self._engine_languages != languages:
            self.close()
            names = "+".join(self._data.names[name] for name in languages)
            self._engine = _started(self._data.root, names, tesserocr.PSM.AUTO, tesserocr.OEM.LSTM_ONLY)
            self._engine_languages = languages
        return self._engine

    def _lit(self, engine: Any, straight: Straight, until_s: float) -> _Attempt:
        """Return the best reading of a picture as it is and, where its paper is uneven, in better light.

        Shadows hide text from Tesseract, and so does taking them away where light letters stand on dark ground: what
        tells is how much is read. Where that is little, the picture in relief is tried as well.
        """
        best = _read(engine, straight, until_s)
        lit = straight.lit_evenly()
        if lit is straight or not best.is_whole:
            return best
        best = _better(best, _read(engine, lit, until_s))
        return best if best.worth > _LITTLE else _better(best, _read(engine, straight.in_relief(), until_s))

    def _turned(self, engine: Any, best: _Attempt, until_s: float) -> _Attempt:
        """Return the best reading of a picture that can hardly be read as it lies, turned by quarters."""
        lying = best.straight
        for degrees in self._turns(lying, len(best.words)):
            attempt = _read(engine, lying.turned(degrees), until_s)
            best = _better(best, attempt)
            if not attempt.is_whole or certainty(attempt.words) >= _LYING:
                break
        return best

    def _turns(self, straight: Straight, words: int) -> tuple[int, ...]:
        """Return the turns worth trying: what Tesseract's look at the letters says, else all where that is cheap."""
        found = None
        if self._data.orientation:
            small = straight.scaled(min(1.0, _ORIENTATION_DPI / straight.dpi))
            engine = _started(self._data.root, self._data.orientation, tesserocr.PSM.OSD_ONLY, tesserocr.OEM.DEFAULT)
            _show(engine, small)
            found = engine.DetectOrientationScript()
            engine.End()
        if found and found["orient_conf"] >= _SURE_OF_ORIENTATION:
            degrees = int(found["orient_deg"])
            return (degrees,) if degrees else ()
        return (180, 90, 270) if words <= _FEW_WORDS else ()


# ---------------------------------------------------------------- Tesseract


def _started(root: str, names: str, segmentation: int, mode: int) -> Any:
    engine = tesserocr.PyTessBaseAPI(path=f"{root}/", lang=names, psm=segmentation, oem=mode)
    engine.SetVariable("debug_file", os.devnull)
    return engine


def _show(engine: Any, straight: Straight) -> None:
    # Bare pixels: the image libraries in tesserocr's wheel are years old, and never see a stranger's file.
    width, height = straight.picture.size
    engine.SetImageBytes(straight.picture.tobytes(), width, height, 1, width)
    engine.SetSourceResolution(straight.dpi)


def _read(engine: Any, straight: Straight, until_s: float) -> _Attempt:
    """Return the words of a picture, as far as there is time."""
    _show(engine, straight)
    is_whole = bool(engine.Recognize(max(_LEAST_MS, round((until_s - time.monotonic()) * 1000))))
    iterator = engine.GetIterator()
    words = list(_walk(iterator)) if iterator is not None else []
    engine.Clear()
    return _Attempt(straight, words, is_whole)


def _better(one: _Attempt, other: _Attempt) -> _Attempt:
    return other if other.worth > one.worth else one


def _walk(iterator: Any) -> Iterator[Word]:
    level = tesserocr.RIL
    block = paragraph = line = 0
    while True:
        block += iterator.IsAtBeginningOf(level.BLOCK)
        paragraph += iterator.IsAtBeginningOf(level.PARA)
        line += iterator.IsAtBeginningOf(level.TEXTLINE)
        box = iterator.BoundingBox(level.WORD)
        try:
            text = spoken(iterator.GetUTF8Text(level.WORD))
        except RuntimeError:  # a block without text: a picture, a rule
            text = ""
        if text and box is not None:
            left, top, right, bottom = box
            yield Word(text, iterator.Confidence(level.WORD), left, top, right, bottom, block, paragraph, line)
        if not iterator.Next(level.WORD):
            return


def _fitted(straight: Straight) -> Straight:
    """Return the picture at a resolution Tesseract reads well, within what memory and time allow."""
    width, height = straight.picture.size
    pixels, dpi = width * height, straight.dpi
    if dpi < _LEAST_DPI and pixels * 4 > DRAW_PIXELS:  # a camera's picture: what it says of paper means nothing
        straight = replace(straight, dpi=max(_LEAST_DPI, round(max(width, height) / _PAGE_INCHES)))
    elif dpi < _LEAST_DPI:
        straight = replace(straight, dpi=max(dpi, _SCREEN_DPI)).scaled(2.0)
    if straight.dpi > _MOST_DPI:
        straight = straight.scaled(_GOOD_DPI / straight.dpi)
    width, height = straight.picture.size
    return straight.scaled(min(1.0, math.sqrt(DRAW_PIXELS / (width * height))))
