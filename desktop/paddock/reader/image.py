"""Pictures (PNG, JPEG, TIFF, GIF, WebP, BMP): every frame is a page, and its text is recognised."""

from __future__ import annotations

import io
import math
import warnings
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from paddock.reader.document import Bitmap, Drawn, Unreadable
from paddock.reader.picture_text import recognised_page
from paddock.reader.writing import PageWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page

_FORMATS: Final = ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")
_FRAMED: Final = {"TIFF", "GIF", "WEBP", "PNG"}  # a JPEG's further pictures are previews and depth maps
_SHRINKING: Final = {"JPEG", "MPO"}  # which can be decoded at an eighth of their size
_ANIMATED: Final = {"GIF", "WEBP", "PNG"}
# What decoding may take, in bytes, and what Pillow takes for one pixel of a mode.
_MOST_DECODED: Final = 400_000_000
_BYTES: Final = {"1": 1, "L": 1, "P": 1, "RGB": 4, "RGBA": 4, "CMYK": 4, "LA": 4}
_MOST_BYTES: Final = 5  # of those whose greys are spread anew, and all others
_BAND: Final = 512
_MOST_PIXELS: Final = 16_000_000
_MOST_HIGH: Final = 16_384
_LOOK: Final = 256  # pixels: the size at which frames of an animation are compared
_LOOKS_ALIKE: Final = 32
# What Pillow and the libraries under it raise for a stranger's bytes.
_DAMAGED: Final = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, EOFError)


class ImageDocument:
    """An open picture. Raises Unreadable where it cannot be opened, or is too large to be decoded."""

    title = ""
    author = ""
    draws = True

    def __init__(self, source: Source) -> None:
        # The limit on what decoding takes is ours, and knows what a pixel costs; Pillow's knows their number only.
        Image.MAX_IMAGE_PIXELS = None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.page_count = _count(_opened(source.data), source.limits.pages)
                self._image = _opened(source.data)  # anew: a damaged frame that was counted spoils the one before
        except UnidentifiedImageError:
            raise Unreadable("damaged", "The picture cannot be opened.", "Its beginning is damaged.") from None
        except _DAMAGED as error:
            raise Unreadable("damaged", "The picture cannot be opened.", _said(error)) from None
        if self.page_count == 1:
            _check_size(self._image)
        self._width = self._image.width  # of the first frame, before a decoder makes it smaller
        self.format = "jpeg" if self._image.format == "MPO" else str(self._image.format).lower()

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield a page for each frame. Raises LimitReached."""
        seen: tuple[int, Image.Image] | None = None
        for number in range(first, self.page_count + 1):
            reading.alive()
            try:
                picture, dpi = self._frame(number)
            except Unreadable as failure:
                why = f"{failure.what} {failure.why}".strip()
                yield PageWriter(0).page(reading.id, number, "image", outcome="damaged", detail=why)
                continue
            look = picture.convert("L").resize((_LOOK, _LOOK), Image.Resampling.BOX)
            if seen is not None and self._image.format in _ANIMATED and _alike(seen[1], look):
                why = f"The same picture as number {seen[0]}."
                yield PageWriter(0).page(reading.id, number, "image", outcome="empty", detail=why)
                continue
            seen = number, look
            yield _page(reading, number, picture, dpi)

    def draw(self, page: int, width: int, marks: Sequence[tuple[int, int]]) -> Drawn:
        """Draw one frame. The places of its words are in the page's boxes: marks get no rectangles here."""
        if not 1 <= page <= self.page_count:
            raise Unreadable("empty", "There is no such picture in the file.")
        picture, _ = self._frame(page)
        height = max(1, round(picture.height * width / picture.width))
        if height > _MOST_HIGH:
            raise Unreadable("limit", "The picture is too long to be drawn.")
        drawn = picture.resize((width, height), Image.Resampling.BOX if width < picture.width else None)
        return Drawn(_bitmap(drawn), tuple(() for _ in marks))

    def close(self) -> None:
        """Let go of the picture."""
        self._image.close()

    # ---------------------------------------------------------------- frames

    def _frame(self, number: int) -> tuple[Image.Image, int]:
        """Return a frame in RGB, upright, no larger than can be of use, and its dots per inch, 0 unless it says.

        Raises Unreadable.
        """
        image = self._image
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if self.page_count > 1:
                    image.seek(number - 1)
                    _check_size(image)
                across = image.width if number > 1 else self._width
                said = _dots_per_inch(image)
                if image.format in _SHRINKING and image.width * image.height > _MOST_PIXELS:
                    share = math.sqrt(_MOST_PIXELS / (image.width * image.height))
                    image.draft(None, (round(image.width * share), round(image.height * share)))
                image.load()
                small = _reduced(image)
                scale = small.width / across
                picture = ImageOps.exif_transpose(_rgb(small))
        except _DAMAGED as error:
            raise Unreadable("damaged", "The picture is damaged.", _said(error)) from None
        return picture, round(said * scale)


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=_FORMATS)


def _count(image: Image.Image, most: int) -> int:
    """Return how many frames there are, counted no further than one more than may be read."""
    if image.format not in _FRAMED:
        return 1
    if image.format != "TIFF":
        return int(getattr(image, "n_frames", 1))
    count = 1
    while count <= most:
        try:
            image.seek(count)
        except _DAMAGED:
            break
        count += 1
    return count


def _check_size(image: Image.Image) -> None:
    """Raise Unreadable where decoding would take more memory than a picture may."""
    pixels = image.width * image.height
    if image.format not in _SHRINKING:
        need = pixels * _BYTES.get(image.mode, _MOST_BYTES)
    else:  # smaller while it is decoded, but a progressive one keeps all of its coefficients, two bytes each
        need = 2 * pixels * len(image.getbands()) if image.info.get("progressive") else pixels // 16
    if need > _MOST_DECODED:
        size = f"It is {image.width:,} by {image.height:,} pixels large."
        raise Unreadable("limit", "The picture is too large to be read.", size, "Make it smaller, or cut it.")


def _page(reading: Reading, number: int, picture: Image.Image, dpi: int) -> Page:
    writer = PageWriter(reading.limits.page_characters)
    recognised = reading.recognise(_bitmap(picture), dpi) if reading.recognises else None
    if recognised is None:
        why = "This is a picture; its text could not be recognised."
        return writer.page(reading.id, number, "image", outcome="no_text", detail=why)
    return recognised_page(writer, recognised, reading.id, number, "image")


def _reduced(image: Image.Image) -> Image.Image:
    """Return the picture made smaller by a whole number where it has more pixels than can be of use."""
    factor = math.ceil(math.sqrt(image.width * image.height / _MOST_PIXELS))
    if factor <= 1:
        return image
    if image.mode not in _BYTES:
        image = _grey(image)
    # Colours by number cannot be mixed, and black and white make grey: band by band, for the memory's sake.
    mode = {"1": "L", "P": "RGBA" if image.has_transparency_data else "RGB"}.get(image.mode, image.mode)
    smaller = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, smaller.height, _BAND):
        band = image.crop((0, top * factor, image.width, min(image.height, (top + _BAND) * factor)))
        smaller.paste((band if band.mode == mode else band.convert(mode)).reduce(factor), (0, top))
    smaller.info = image.info
    return smaller


def _rgb(image: Image.Image) -> Image.Image:
    """Return the picture in RGB as it looks on white paper."""
    if image.mode.startswith("I") or image.mode == "F":
        image = _grey(image)
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _grey(image: Image.Image) -> Image.Image:
    """Return a picture of more than 256 greys with 256: the darkest becomes black, the brightest white."""
    tops = range(0, image.height, _BAND)
    bands = [(0, top, image.width, min(image.height, top + _BAND)) for top in tops]
    ends = [(values.min(), values.max()) for values in (_values(image.crop(band)) for band in bands)]
    low, high = float(min(low for low, _ in ends)), float(max(high for _, high in ends))
    grey = Image.new("L", image.size)
    for band in bands:
        spread = (_values(image.crop(band)) - np.float32(low)) * np.float32(255 / max(high - low, 1e-6))
        grey.paste(Image.fromarray(np.clip(spread, 0, 255).astype(np.uint8)), band[:2])
    grey.info = image.info
    return grey


def _values(image: Image.Image) -> NDArray[np.float32]:
    return np.nan_to_num(np.asarray(image).astype(np.float32))


def _dots_per_inch(image: Image.Image) -> int:
    said = image.info.get("dpi", (0, 0))
    try:
        dots = float(said[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0
    return round(dots) if 50 <= dots <= 10_000 else 0  # noqa: PLR2004 - anything else is no paper's


def _alike(one: Image.Image, other: Image.Image) -> bool:
    apart = np.asarray(one).astype(np.int16) - np.asarray(other)
    return int(np.abs(apart).max()) < _LOOKS_ALIKE


def _bitmap(picture: Image.Image) -> Bitmap:
    return Bitmap(picture.width, picture.height, picture.tobytes())


def _said(error: BaseException) -> str:
    return f"{str(error).strip().rstrip('.').capitalize()}." if str(error).strip() else ""
