"""Pictures that stand in an Office document for its words are recognised behind it."""

from __future__ import annotations

import base64
import io
import random

from PIL import Image

from paddock.reader.document import Bitmap, Reading, Recognised, Source
from paddock.reader.formats import open_document
from tests.reader.offices import docx, flat, links, odf, paragraph, pptx, shape

LONG = "The river carries what the mountain gives it, and the plain takes it all in the end. " * 3


def grain(seed: int, width: int = 120) -> bytes:
    """Return a picture that no packing makes small."""
    noise = random.Random(seed).randbytes(width * 100 * 3)
    file = io.BytesIO()
    Image.frombytes("RGB", (width, 100), noise).save(file, "PNG")
    return file.getvalue()


def pages(
    data: bytes, said: str | None = "Seen words", first: int = 1, turned: list[str] | None = None
) -> list[tuple[int, str, str, str]]:
    """Return (number, file, outcome, text) of each page, where recognition reads the same in every picture."""

    def recognise(_picture: Bitmap, _dots: int) -> Recognised | None:
        return None if said is None else Recognised(said, ())

    document = open_document(Source(data))
    turns = [] if turned is None else turned
    reading = Reading(7, recognise, lambda: None, recognises=said is not None, turn=lambda: turns.append("turned"))
    return [(page.number, page.attachment, page.outcome, page.text) for page in document.pages(first, reading)]


def picture(width: int, height: int, relation: str = "rId2") -> str:
    """Return a p:pic of that many ten thousandths of a slide's sides."""
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="9" name="x"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{9_144_000 * width // 100}" cy="{6_858_000 * height // 100}"/></a:xfrm></p:spPr></p:pic>'
    )


def slides(*shown: str, image: bytes = b"") -> bytes:
    parts: dict[str, str | bytes] = {"ppt/media/image1.png": image or grain(1)}
    for number in range(1, len(shown) + 1):
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = links(
            ("slideLayout", "../none.xml"), ("image", "../media/image1.png")
        )
    return pptx(list(shown), parts)


def test_a_slide_that_is_a_picture_is_recognised_behind_the_slides() -> None:
    data = slides(shape("One"), picture(80, 80), picture(90, 90))
    assert pages(data)[3:] == [(4, "image1.png (slide 2)", "read", "Seen words")]
    assert [number for number, *_ in pages(data, first=4)] == [4]


def test_pictures_beside_words_small_ones_and_those_without_words_are_left_alone() -> None:
    assert len(pages(slides(shape(LONG) + picture(80, 80)))) == 1
    assert len(pages(slides(picture(30, 30)))) == 1
    assert len(pages(slides(picture(80, 80), image=grain(1, 2)))) == 1
    assert len(pages(slides(picture(80, 80)), said="")) == 1


def test_many_pictures_without_words_are_no_page_that_takes_too_long() -> None:
    turned: list[str] = []
    parts: dict[str, str | bytes] = {f"word/media/{number}.png": grain(number) for number in range(5)}
    assert pages(docx("", parts, *(("image", f"media/{number}.png") for number in range(5))), "", turned=turned) == []
    assert len(turned) == 5


def test_what_could_not_be_recognised_is_said() -> None:
    assert pages(slides(picture(80, 80)), said=None)[1][2] == "no_text"


def test_a_document_of_pictures_is_recognised_and_so_is_a_picture_that_fills_a_page() -> None:
    def drawing(relation: str, cx: int, cy: int) -> str:
        return (
            f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/><a:graphic><a:graphicData>'
            f'<a:blip r:embed="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        )

    parts = {"word/media/a.png": grain(1), "word/media/b.png": grain(2)}
    targets = (("image", "media/a.png"), ("image", "media/b.png"))
    both = drawing("rId1", 5_000_000, 6_000_000) + drawing("rId2", 900_000, 900_000)
    assert [name for _, name, _, _ in pages(docx(both, parts, *targets))] == ["a.png", "b.png"]
    assert [name for _, name, _, _ in pages(docx(paragraph(LONG) + both, parts, *targets))] == ["", "a.png"]


def test_open_documents_that_are_pictures_are_recognised_too() -> None:
    parts = {"Pictures/a.png": grain(1), "Thumbnails/t.png": grain(2)}
    image = '<draw:image xlink:href="Pictures/a.png" xmlns:xlink="x"/>'
    frame = f'<draw:frame svg:width="{{}}" svg:height="{{}}">{image}</draw:frame>'
    text = odf("text", "<text:p>" + frame.format("15cm", "20cm") + "</text:p>", parts=parts)
    assert pages(text) == [(1, "a.png", "read", "Seen words")]
    show = odf("presentation", f"<draw:page>{frame.format('20cm', '12cm')}</draw:page>", parts=parts)
    assert pages(show)[1:] == [(2, "a.png (slide 1)", "read", "Seen words")]
    small = odf("presentation", f"<draw:page>{frame.format('2cm', '2cm')}</draw:page>", parts=parts)
    assert len(pages(small)) == 1


def test_pictures_that_stand_in_a_document_of_one_piece_are_recognised_too() -> None:
    image = f"<draw:image><office:binary-data>{base64.b64encode(grain(1)).decode()}</office:binary-data></draw:image>"
    frame = f'<draw:frame svg:width="28cm" svg:height="19cm">{image}</draw:frame>'
    slides_alone = pages(flat("presentation", f"<draw:page>{frame}</draw:page>"))
    assert slides_alone[1:] == [(2, "1 (slide 1)", "read", "Seen words")]
    assert pages(flat("text", f"<text:p>{frame}</text:p>")) == [(1, "1", "read", "Seen words")]
    assert len(pages(flat("text", f"<text:p>{LONG}{frame}</text:p>"))) == 1
