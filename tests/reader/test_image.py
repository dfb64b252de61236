"""Pictures: every frame is a page, whatever its colours; what is damaged or too large is said."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from paddock.reader.document import Reading, Recognised, Source, Unreadable
from paddock.reader.image import ImageDocument
from paddock.reader.protocol import Box, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from paddock.reader.document import Bitmap
    from paddock.reader.protocol import Page


@dataclass
class Seer:
    """Stands in for recognition: keeps what it is shown, and reads the same in everything."""

    says: str = "What it says"
    seen: list[tuple[Bitmap, int]] = field(default_factory=list)

    def __call__(self, picture: Bitmap, dpi: int) -> Recognised:
        self.seen.append((picture, dpi))
        return Recognised(self.says, (Box(0, 4, 0.1, 0.2, 0.3, 0.4),) if self.says else ())

    def colour(self, number: int, across: float, down: float) -> tuple[int, ...]:
        """Return the colour at a place of picture `number` it was shown, in shares."""
        picture = self.seen[number][0]
        at = (round(down * (picture.height - 1)) * picture.width + round(across * (picture.width - 1))) * 3
        return tuple(picture.rgb[at : at + 3])


def saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    """Return a picture file."""
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def page_of(colour: object = "white", mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Return a picture, its left half in the colour, its right half black."""
    picture = Image.new(mode, size, 0)
    picture.paste(colour, (0, 0, size[0] // 2, size[1]))  # type: ignore[arg-type]  # Pillow takes what the mode does
    return picture


def read(data: bytes, seer: Callable[[Bitmap, int], Recognised | None], *, first: int = 1, **limits: int) -> list[Page]:
    """Return the pages of a picture file."""
    given = Limits(**limits)
    document = ImageDocument(Source(data, "a", limits=given))
    pages = list(document.pages(first, Reading(5, seer, lambda: None, given)))
    document.close()
    return pages


@pytest.mark.parametrize(
    ("kind", "format_"), [(kind, kind.lower()) for kind in ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")]
)
def test_each_format(kind: str, format_: str) -> None:
    """One page with the text recognised, its boxes, and the colours as they are."""
    data = saved(page_of("red"), kind)
    seer = Seer()
    [page] = read(data, seer)
    assert ImageDocument(Source(data)).format == format_
    assert (page.id, page.number, page.kind, page.outcome, page.recognised) == (5, 1, "image", "read", True)
    assert page.text == "What it says"
    assert page.boxes == (Box(0, 4, 0.1, 0.2, 0.3, 0.4),)
    red, green, blue = seer.colour(0, 0.2, 0.5)
    assert red > 240
    assert max(green, blue) < 40


@pytest.mark.parametrize(
    ("mode", "colour"),
    [("1", 1), ("L", 255), ("LA", (255, 255)), ("RGBA", (255, 255, 255, 255)), ("I;16", 60_000), ("CMYK", (0, 0, 0, 0)),
     ("F", 1.5), ("I", 90_000)],
)  # fmt: skip
def test_each_depth_of_colour(mode: str, colour: object) -> None:
    """White is white and what is not painted on is paper or ink as its mode has it."""
    seer = Seer()
    [page] = read(saved(page_of(colour, mode), "TIFF"), seer)
    assert page.outcome == "read"
    assert min(seer.colour(0, 0.2, 0.5)) > 240


def test_transparency_is_paper() -> None:
    """What can be seen through shows white, so that black letters stay readable."""
    picture = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((0, 0, 20, 49), fill=(0, 0, 0, 255))
    seer = Seer()
    read(saved(picture, "PNG"), seer)
    assert seer.colour(0, 0.9, 0.5) == (255, 255, 255)
    assert seer.colour(0, 0.1, 0.5) == (0, 0, 0)


def test_what_the_camera_says_is_heeded() -> None:
    """Which side is up, and the dots per inch; not a resolution that no paper has."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees (EXIF 2.3, 4.6.4)
    seer = Seer()
    read(saved(page_of("white"), "JPEG", exif=exif, dpi=(300, 300)), seer)
    read(saved(page_of("white"), "JPEG", dpi=(1, 1)), seer)
    (upright, dpi), (_, nonsense) = seer.seen
    assert (upright.width, upright.height, dpi) == (40, 60, 300)
    assert min(seer.colour(0, 0.5, 0.1)) > 240
    assert nonsense == 0


def test_every_frame_is_a_page() -> None:
    """Numbered from 1; reading may begin later."""
    frames = [page_of(colour) for colour in ("red", "lime", "blue")]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    seer = Seer()
    assert [page.number for page in read(data, seer)] == [1, 2, 3]
    assert [max(range(3), key=seer.colour(number, 0.2, 0.5).__getitem__) for number in range(3)] == [0, 1, 2]
    assert [page.number for page in read(data, seer, first=3)] == [3]
    document = ImageDocument(Source(data))
    assert (document.page_count, document.draws, document.format) == (3, True, "tiff")


def test_frames_that_look_alike_are_read_once() -> None:
    """An animation says the same over and over; a scan's pages are read each."""
    frames = [page_of("white"), page_of("white"), page_of("white", size=(60, 40))]
    frames[1].putpixel((3, 3), (250, 250, 250))
    seer = Seer()
    pages = read(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True), seer)
    assert [page.outcome for page in pages] == ["read", *["empty"] * (len(pages) - 1)]
    assert len(seer.seen) == 1
    read(saved(frames[0], "TIFF", save_all=True, append_images=frames[1:]), seer)
    assert len(seer.seen) == 4


def test_no_text_is_said() -> None:
    """Whether there is none in it, or none of the languages could be recognised."""
    [none] = read(saved(page_of(), "PNG"), Seer(says=""))
    [no_language] = read(saved(page_of(), "PNG"), lambda _picture, _dpi: None)
    assert (none.outcome, no_language.outcome) == ("no_text", "no_text")
    assert none.detail
    assert no_language.detail
    assert none.detail != no_language.detail


def test_drawing() -> None:
    """As wide as asked, with the colours of the frame asked for."""
    frames = [page_of("red"), page_of("lime")]
    document = ImageDocument(Source(saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])))
    drawn = document.draw(2, 120, [(0, 4)])
    assert (drawn.picture.width, drawn.picture.height, len(drawn.picture.rgb)) == (120, 80, 120 * 80 * 3)
    assert tuple(drawn.picture.rgb[:3]) == (0, 255, 0)
    assert drawn.rectangles == ((),)
    assert document.draw(1, 30, []).picture.height == 20
    with pytest.raises(Unreadable):
        document.draw(3, 120, [])
    tall = ImageDocument(Source(saved(Image.new("L", (2, 4000)), "PNG")))
    with pytest.raises(Unreadable, match="too long"):
        tall.draw(1, 100, [])


# ---------------------------------------------------------------- hostile and damaged


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_picture_that_was_cut_off(kind: str, share: float) -> None:
    """Is refused, or its page is marked damaged, or what is there is read; nothing else happens."""
    whole = saved(Image.effect_noise((90, 80), 80).convert("RGB"), kind)
    assert ending(whole[: int(len(whole) * share)]) in {"read", "damaged"}


def ending(data: bytes) -> str:
    """Return the outcome of a picture's only page, or the reason it was refused for."""
    try:
        [page] = read(data, Seer())
    except Unreadable as refusal:
        return refusal.reason
    return page.outcome if page.outcome == "read" or page.detail else "unsaid"


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def claiming(width: int, height: int, depth: int = 8, colours: int = 2) -> bytes:
    """Return a small PNG that claims a size."""
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_000, 8_000), (2_147_483_647, 2_147_483_647)])
def test_a_bomb_is_not_unpacked(size: tuple[int, int]) -> None:
    """A picture that claims more than may be decoded is told by its header."""
    assert ending(claiming(*size)) == "limit"


def test_a_frame_that_is_too_large_costs_that_frame() -> None:
    """The others are read."""
    data = bytearray(saved(page_of(), "TIFF", save_all=True, append_images=[page_of("red")]))
    (first,) = struct.unpack_from("<I", data, 4)
    assert struct.unpack_from("<H", data, first + 2) == (256,)  # ImageWidth, whose value stands eight bytes on
    struct.pack_into("<H", data, first + 10, 65_535)
    struct.pack_into("<H", data, first + 22, 65_535)
    pages = read(bytes(data), Seer())
    assert [page.outcome for page in pages] == ["damaged", "read"]
    assert "large" in pages[0].detail


def test_text_hidden_in_a_picture_is_not_unpacked() -> None:
    """A PNG's compressed comment may unpack to gigabytes."""
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9))
    plain = saved(page_of(), "PNG")
    header = plain.index(b"IDAT") - 4
    with pytest.raises(Unreadable):
        ImageDocument(Source(plain[:header] + bomb + plain[header:]))


@pytest.mark.slow
def test_large_pictures_are_made_smaller() -> None:
    """To what recognition can use; the resolution goes with it."""
    seer = Seer()
    for kind, mode in (("PNG", "1"), ("JPEG", "L"), ("PNG", "P"), ("TIFF", "I;16")):
        read(saved(page_of(1, mode, (6000, 4501)), kind, dpi=(400, 400)), seer)
    for picture, dpi in seer.seen:
        assert picture.width * picture.height <= 16_500_000
        assert picture.width / dpi == pytest.approx(15, rel=0.02)


def test_frames_in_a_circle_end() -> None:
    """A TIFF whose second directory points back at the first has two pages; claimed ones are not believed."""
    frames = [page_of("red"), page_of("blue")]
    data = bytearray(saved(frames[0], "TIFF", save_all=True, append_images=frames[1:]))
    (first,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, first)
    (second,) = struct.unpack_from("<I", data, first + 2 + 12 * entries)
    (entries,) = struct.unpack_from("<H", data, second)
    struct.pack_into("<I", data, second + 2 + 12 * entries, first)
    assert len(read(bytes(data), Seer())) == 2
    struct.pack_into("<I", data, second + 2 + 12 * entries, len(data) + 500)
    assert [page.outcome for page in read(bytes(data), Seer())][:2] == ["read", "read"]


def test_no_more_frames_than_may_be_are_counted() -> None:
    """One more than the limit, so that it shows."""
    frames: Sequence[Image.Image] = [page_of("white", "L", (4, 4)) for _ in range(12)]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert ImageDocument(Source(data, limits=Limits(pages=5))).page_count == 6


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"II*\0\xff\xff\xff\xff", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM" + bytes(60)]
)
def test_a_beginning_alone_is_refused(data: bytes) -> None:
    """With a reason."""
    with pytest.raises(Unreadable) as refusal:
        read(data, Seer())
    assert refusal.value.reason == "damaged"
