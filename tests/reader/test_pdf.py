"""PDF: text in the order a person reads it, what runs through the document left out, every place exact."""

from __future__ import annotations

import itertools
import re
import sys
from typing import TYPE_CHECKING

import pypdfium2_raw.bindings as pdfium
import pytest

from paddock.reader.document import LimitReached, Reading, Recognised, Source, Unreadable
from paddock.reader.pdf import PdfDocument
from paddock.reader.pdf_lines import Line, PageText
from paddock.reader.pdf_pictures import is_garbage
from paddock.reader.protocol import Limits
from tests.reader.pdfs import Book, Leaf, file_of, lines, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.reader.document import Bitmap
    from paddock.reader.protocol import Page

READING = Reading(1, lambda _picture, _dpi: None, lambda: None)
LEFT = [f"Left line {number} fills its column from edge to edge" for number in range(1, 13)]
RIGHT = [f"Right line {number} fills the other column just so" for number in range(1, 13)]


def opened(book: Book | list[Leaf], password: str | None = None) -> PdfDocument:
    made = book if isinstance(book, Book) else Book(book)
    return PdfDocument(Source(made.written(), password=password))


def pages_of(
    book: Book | list[Leaf],
    first: int = 1,
    alive: Callable[[], None] = lambda: None,
    recognise: Callable[[Bitmap, int], Recognised | None] | None = None,
    limits: Limits | None = None,
) -> list[Page]:
    document = opened(book)
    reading = Reading(
        7, recognise or (lambda _picture, _dpi: None), alive, limits or Limits(), recognises=recognise is not None
    )
    try:
        return list(document.pages(first, reading))
    finally:
        document.close()


def in_two_places(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16") + "\uffff"


def assert_places_exact(book: Book, pages: list[Page]) -> None:
    """Every span's characters are those pdfium has at its source; a hyphen that stayed is pdfium's U+FFFE."""
    data = book.written()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    for page in pages:
        loaded = pdfium.FPDF_LoadPage(document, page.number - 1)
        told = pdfium.FPDFText_LoadPage(loaded)
        count = pdfium.FPDFText_CountChars(told)
        # As the rectangles of a passage are found: each place by pdfium's own count.
        places = [pdfium.FPDFText_GetCharIndexFromTextIndex(told, place) for place in range(count)]
        codes = [pdfium.FPDFText_GetUnicode(told, place) if place >= 0 else 0 for place in places]
        source = "".join(map(chr, codes)).replace("\x02", "\ufffe")
        source = re.sub("[\ud800-\udbff][\udc00-\udfff]", in_two_places, source)
        assert page.spans or not page.text
        at = 0
        for span in page.spans:
            assert span.start >= at
            at = span.start + span.length
            said = page.text[span.start : at]
            assert said == source[span.source : span.source + span.length].replace("\r", " ").replace("\n", " ")
        pdfium.FPDFText_ClosePage(told)
        pdfium.FPDF_ClosePage(loaded)
    pdfium.FPDF_CloseDocument(document)


def test_paragraphs_headings_lists_and_parted_words() -> None:
    content = (
        text(72, 770, "A Treatise on Paddocks", 24)
        + text(72, 730, "1.2 Fences", 14, "F2")
        + lines(72, 700, ["The fence is made of wood that was cut in the win-", "ter, before the sap rose."])
        + text(72, 650, "\x95 Oak lasts longest.")
        + text(72, 630, "\x95 Pine is cheap.")
    )
    book = Book([Leaf(content)], title="Treatise", author="Nobody")
    document = opened(book)
    assert (document.title, document.author, document.page_count) == ("Treatise", "Nobody", 1)
    document.close()
    (page,) = pages_of(book)
    assert page.text == (
        "# A Treatise on Paddocks\n\n## 1.2 Fences\n\n"
        "The fence is made of wood that was cut in the winter, before the sap rose.\n\n"
        "- Oak lasts longest.\n\n- Pine is cheap."
    )
    assert [(block.kind, block.level) for block in page.blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0), ("list", 0), ("list", 0),
    ]  # fmt: skip
    assert (page.kind, page.label, page.outcome, page.headings) == ("page", "", "read", ())
    assert_places_exact(book, [page])


@pytest.mark.parametrize("shuffled", [False, True], ids=["column by column", "line by line"])
def test_two_columns_are_read_one_after_the_other(shuffled: bool) -> None:  # noqa: FBT001
    if shuffled:
        columns = "".join(
            text(50, 700 - 14 * at, LEFT[at]) + text(315, 700 - 14 * at, RIGHT[at]) for at in range(len(LEFT))
        )
    else:
        columns = lines(50, 700, LEFT) + lines(315, 700, RIGHT)
    below = text(50, 480, "And this last line stands under both columns and reaches from the left to the right edge.")
    book = Book([Leaf(text(50, 750, "One title over both of them", 22) + columns + below)])
    (page,) = pages_of(book)
    said = page.text
    places = [said.index(part) for part in ("One title", *LEFT, *RIGHT, "And this last")]
    assert places == sorted(places)
    assert_places_exact(book, [page])


def justified(top: float, said: str, right: float = 190, left: float = 72) -> str:
    """Return a line of Courier's even letters, its words spread evenly up to the right edge."""
    letters = 6.6 * len(said)
    spread = (right - left - letters) / said.count(" ")
    return f"BT /F4 11 Tf {spread} Tw {left} {top} Td ({said}) Tj ET\n"


COURIER = "/Font << /F1 3 0 R /F2 4 0 R /F4 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >>"


def test_words_spread_over_a_narrow_column_are_no_cells() -> None:
    said = ["The water of", "many reservoirs", "is old, and it", "evaporates fast", "in all of them"]
    narrow = "".join(justified(700 - 14 * at, line) for at, line in enumerate(said))
    beside = lines(320, 700, RIGHT[:5])
    book = Book([Leaf(narrow + beside, resources=COURIER)])
    (page,) = pages_of(book)
    assert page.text == " ".join(said) + "\n\n" + " ".join(RIGHT[:5])
    assert_places_exact(book, [page])


def test_a_page_typed_with_wide_spaces_has_lines() -> None:
    said = [
        "Wash the lentils thoroughly and leave",
        "them in cold water for a whole day or",
        "longer, throw that water away afterwards",
        "and boil them once more with the onions",
        "and a bay leaf until everything is soft",
        "enough to be mashed",
    ]
    typed = "".join(
        f"BT /F4 11 Tf {14 + 4 * (at % 2)} Tw 72 {700 - 14 * at} Td ({line}) Tj ET\n" for at, line in enumerate(said)
    )
    (page,) = pages_of([Leaf(typed, resources=COURIER)])
    assert page.text == " ".join(said)


def test_lines_twice_as_far_apart_are_a_paragraph_where_a_sentence_goes_on() -> None:
    said = ["The defendants move to dismiss this complaint on the ground that", "its claims were settled before."]
    listed = ["The first of these titles is as long as a line of text may be", "The second of these titles is as long"]
    (page,) = pages_of([Leaf(lines(72, 700, said, leading=28) + lines(72, 600, listed, leading=28))])
    assert page.text == "\n\n".join([" ".join(said), *listed])


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    book = Book([], letters="北部地區用水量增加")
    first, second = "北部地區用水量增加", "地區用水量增加"
    book.leaves.append(Leaf(text(72, 700, book.coded(first), font="F3") + text(72, 686, book.coded(second), font="F3")))
    (page,) = pages_of(book)
    assert page.text == first + second
    assert_places_exact(book, [page])


def leftwards(book: Book, right: float, top: float, *said: str, column: float = 90) -> str:
    """Return a row of cells that begins at the right edge, each told as it stands: its last letter on the left."""
    cells = []
    for number, cell in enumerate(said):
        codes = "".join(reversed(book.coded(cell))) if not cell.isdigit() else cell
        width = 11 * sum(0.722 if code.isalpha() else 0.278 if code == " " else 0.556 for code in codes)
        font = "F1" if cell.isdigit() else "F3"
        cells.append(text(right - column * number - width, top, codes, font=font))
    return "".join(cells)


def test_text_written_from_right_to_left_keeps_its_lines_and_tables() -> None:
    # Hebrew letters for the codes B, C, D and H, which are all as wide in Helvetica.
    book = Book([], letters="\u2003אבג\u2003\u2003\u2003ד")
    prose = ["אבג דאב גדא באגד בדא גב", "גדא באד אבגד בגא דב אגד", "בגא דב אגד"]
    content = "".join(leftwards(book, 540, 700 - 14 * at, line) for at, line in enumerate(prose))
    rows = [("אבגד", "2022", "2023"), ("גד", "120", "140"), ("באד", "90", "85")]
    content += "".join(leftwards(book, 540, 600 - 14 * at, *row) for at, row in enumerate(rows))
    book.leaves.append(Leaf(content))
    (page,) = pages_of(book)
    assert page.text == " ".join(prose) + "\n\n" + (
        "| אבגד | 2022 | 2023 |\n| --- | --- | --- |\n| גד | 120 | 140 |\n| באד | 90 | 85 |"
    )
    assert_places_exact(book, [page])


def test_a_sentence_goes_on_in_the_next_column() -> None:
    left = [*LEFT[:5], "and the sentence that stands here goes on with"]
    content = lines(50, 700, left) + lines(315, 700, ["what the other column says.", *RIGHT])
    (page,) = pages_of([Leaf(content)])
    assert "goes on with what the other column says." in page.text
    ended = lines(50, 700, [*LEFT[:5], "and the sentence that stands here ends so."]) + lines(
        315, 700, ["which", *RIGHT]
    )
    (page,) = pages_of([Leaf(ended)])
    assert "ends so.\n\nwhich" in page.text


@pytest.mark.parametrize(
    ("cut", "following", "is_whole"),
    [("the win-", "ter was cold.", "the winter was"), ("the post-", "Soviet winter was.", "the post-\n")],
)
def test_a_word_parted_by_the_end_of_a_column_is_whole(cut: str, following: str, is_whole: str) -> None:
    left = [*LEFT[:5], f"A long line of many words ends in {cut}"]
    book = Book([Leaf(lines(50, 700, left) + lines(315, 700, [following, *RIGHT]))])
    (page,) = pages_of(book)
    assert is_whole in page.text
    assert_places_exact(book, [page])


@pytest.mark.parametrize("foot", ["", "12 Of Paddocks"])
def test_a_word_parted_by_the_end_of_a_page_is_whole(foot: str) -> None:
    def leaf(number: int, first: str, last: str) -> Leaf:
        own = f"Page {number} says {number * 7919} of it, and it says so at some length."
        return Leaf(lines(72, 740, [first, own, own, last]) + text(72, 30, foot))

    pages = pages_of(
        [
            leaf(1, "It begins.", "Then came the win-"),
            leaf(2, "ter, and it was a cold one.", "The well-"),
            leaf(3, "Known end.", "So."),
        ]
    )
    assert [page.text.split()[-1] for page in pages] == ["winter", "well-", "So."]
    assert pages[1].text.startswith("ter, and")


def test_columns_the_file_tells_backwards() -> None:
    book = Book([Leaf(lines(315, 700, RIGHT) + lines(50, 700, LEFT) + text(50, 750, "The title comes last", 22))])
    (page,) = pages_of(book)
    places = [page.text.index(part) for part in ("The title", *LEFT, *RIGHT)]
    assert places == sorted(places)


def running(number: int) -> Leaf:
    side = 72 if number % 2 else 400
    return Leaf(
        text(side, 800, "Annual Report of the Paddock" if number % 2 else "Chapter Three")
        + lines(72, 740, [f"Page {number} says something that stands on no other page: {number * 7919}.", "Like so."])
        + text(290, 30, f"{number} of 12")
    )


def test_what_runs_through_the_document_is_left_out() -> None:
    book = Book([running(number) for number in range(1, 13)])
    pages = pages_of(book)
    assert [page.number for page in pages] == list(range(1, 13))
    for page in pages:
        assert (
            page.text
            == f"Page {page.number} says something that stands on no other page: {page.number * 7919}. Like so."
        )
    assert_places_exact(book, pages)


def test_heads_of_left_and_right_pages_are_left_out_of_a_short_paper() -> None:
    def leaf(number: int) -> Leaf:
        head = text(72, 800, "Ada Brown and Carl Dorn" if number % 2 else "Transfers of water", 9) if number > 1 else ""
        return Leaf(head + lines(72, 700, [f"The text of page {number} begins so", "and goes on like this."]))

    pages = pages_of([leaf(number) for number in range(1, 7)])
    assert [page.text for page in pages] == [
        f"The text of page {number} begins so and goes on like this." for number in range(1, 7)
    ]


def test_a_head_under_a_stamp_is_left_out_and_a_title_there_stays() -> None:
    leaves = [
        Leaf(
            text(72, 725, "The First Title" if number == 3 else f"21-13199 {number}", 11)
            + text(300, 725, "" if number == 3 else "Opinion of a Court", 11)
            + lines(72, 690, [f"Page {number} says this", f"of {number * 7919}.", "Nothing else says so."])
        )
        for number in range(1, 7)
    ]
    pages = pages_of(leaves)
    assert [page.text.startswith(f"Page {page.number}") for page in pages] == [True, True, False, True, True, True]
    assert "The First Title" in pages[2].text


def test_a_number_right_under_the_text_of_a_page_that_ends_early_is_left_out() -> None:
    def leaf(number: int) -> Leaf:
        end = 600 - 37 * number % 300
        said = lines(72, 740, [f"Page {number} says this", f"of {number * 7919}.", "Nothing else says so."])
        return Leaf(
            said + text(72, end, f"And it ends with {number + 3}" if number == 4 else f"2021 Form 10-K {number - 2}")
        )

    pages = pages_of([leaf(number) for number in range(3, 10)])
    assert [page.text.endswith("says so.") for page in pages] == [True, False, True, True, True, True, True]
    counted = [
        Leaf(lines(72, 700, ["Sums are", "made", "of these:"]) + text(72, 600 - 9 * at, f"Total: {at * at}"))
        for at in range(6)
    ]
    assert all("Total" in page.text for page in pages_of(counted))


def test_roman_numbers_of_pages_are_left_out() -> None:
    leaves = [
        Leaf(lines(72, 740, [f"A page says {'so ' * len(n)}.", "Well."]) + text(290, 30, n))
        for n in ("iii", "iv", "v", "vi")
    ]
    assert all(page.text.endswith("Well.") for page in pages_of(leaves))


def test_reading_from_a_later_page_gives_the_same_pages() -> None:
    book = Book([running(number) for number in range(1, 13)])
    assert pages_of(book, first=7) == pages_of(book)[6:]


def test_the_title_that_slides_share_stays() -> None:
    leaves = [
        Leaf(text(60, 500, "Results", 32) + text(60, 400, f"Point {number} matters.", 18), (720, 540))
        for number in range(1, 7)
    ]
    assert all(page.text.startswith("# Results\n\n") for page in pages_of(leaves))


def test_what_is_all_that_pages_say_is_not_left_out() -> None:
    vouchers = [Leaf(text(72, 800, f"Voucher {number}")) for number in range(1, 13)]
    assert [page.text for page in pages_of(vouchers)] == [f"Voucher {number}" for number in range(1, 13)]
    among_others = [running(number) for number in range(1, 13)]
    among_others[5] = Leaf(text(400, 800, "Chapter Three") + text(290, 30, "6 of 12"))
    assert pages_of(among_others)[5].outcome == "empty"


@pytest.mark.parametrize("leader", [".", ". ", "·", "· ", "_"])
def test_dots_that_lead_to_a_page_number_are_one_sign(leader: str) -> None:
    (page,) = pages_of([Leaf(lines(72, 740, [f"1. Organization {leader * 20} 1", f"2. Appendices {leader * 18} 60"]))])
    assert [" ".join(line.split()) for line in page.text.split("\n\n")] == [
        "1. Organization … 1",
        "2. Appendices … 60",
    ]


def test_letters_set_apart_are_words() -> None:
    def apart(top: float, said: str) -> str:
        return f"BT /F2 16 Tf 5 Tc 72 {top} Td ({said}) Tj ET\n"

    book = Book(
        [Leaf(apart(700, "SUMMARY OF RESULTS") + lines(72, 660, ["The text itself goes on like this.", "So."]))]
    )
    (page,) = pages_of(book)
    assert page.text.splitlines()[0].lstrip("# ") == "SUMMARY OF RESULTS"
    assert_places_exact(book, [page])
    typed = Book([Leaf(text(72, 700, "C O N T E N T S", 16, "F2") + text(72, 660, "A B C D E"))])
    (page,) = pages_of(typed)
    assert page.text == "#### CONTENTS\n\nA B C D E"
    assert_places_exact(typed, [page])


def test_a_table_keeps_rows_and_columns() -> None:
    rows = [
        ("Animal", "Legs", "Weight"),
        ("Horse", "4", "500 kg"),
        ("Duck | goose", "2", "1 kg"),
        ("Snake", "0", "2 kg"),
    ]
    content = "".join(
        text(x, 600 - 16 * at, cell) for at, row in enumerate(rows) for x, cell in zip((72, 250, 400), row, strict=True)
    )
    book = Book([Leaf(lines(72, 700, ["Before the table stands this sentence."]) + content)])
    (page,) = pages_of(book)
    assert page.text.endswith(
        "| Animal | Legs | Weight |\n| --- | --- | --- |\n| Horse | 4 | 500 kg |\n"
        "| Duck \\| goose | 2 | 1 kg |\n| Snake | 0 | 2 kg |"
    )
    assert page.blocks[-1].kind == "table"
    assert_places_exact(book, [page])


@pytest.mark.parametrize("among", [[], LEFT], ids=["alone", "over columns"])
def test_a_table_as_wide_as_the_page_is_no_columns_told_line_by_line(among: list[str]) -> None:
    rows = [
        (f"Income of the year and of what stood over from {number}", f"{number},1", f"{number},2")
        for number in range(9)
    ]
    content = "".join(
        text(x, 780 - 14 * at, cell) for at, row in enumerate(rows) for x, cell in zip((50, 400, 480), row, strict=True)
    )
    (page,) = pages_of([Leaf(content + lines(50, 600, among) + lines(315, 600, RIGHT if among else []))])
    assert page.blocks[0].kind == "table"
    assert "| Income of the year and of what stood over from 3 | 3,1 | 3,2 |\n" in page.text
    assert page.text.count("\n|") == len(rows) + 1  # no head
    places = [page.text.index(part) for part in (*among, *RIGHT)] if among else []
    assert places == sorted(places)


def set_in(rows: list[list[tuple[float, str]]], top: float = 700, leading: float = 14) -> str:
    """Return rows of cells, each told with where it begins."""
    return "".join(text(x, top - leading * at, cell, 10) for at, row in enumerate(rows) for x, cell in row)


def test_a_head_over_several_lines_and_columns_is_one_cell_for_each() -> None:
    heads: list[list[tuple[float, str]]] = [
        [(355, "Payments due by calendar year")],
        [(510, "After")],
        [(72, "Millions"), (215, "Total"), (315, "2019"), (415, "2020"), (510, "2020")],
    ]
    rows: list[list[tuple[float, str]]] = [
        [
            (72, "Debt"),
            (190, "$"),
            (215, "9,622"),
            (290, "$"),
            (315, "1,211"),
            (390, "$"),
            (415, "1,330"),
            (490, "$"),
            (510, "7,890"),
        ],
        [(72, "Interest on it"), (215, "4,281"), (323, "335"), (423, "331"), (510, "2,750")],
        [(72, "Leases"), (215, "1,111"), (323, "283"), (423, "208"), (518, "253")],
    ]
    book = Book([Leaf(lines(72, 760, ["What is owed stands here:"]) + set_in(heads + rows))])
    (page,) = pages_of(book)
    assert page.text == (
        "What is owed stands here:\n\n"
        "| Millions | Total | Payments due by calendar year 2019 | "
        "Payments due by calendar year 2020 | Payments due by calendar year After 2020 |\n"
        "| --- | --- | --- | --- | --- |\n| Debt | $ 9,622 | $ 1,211 | $ 1,330 | $ 7,890 |\n"
        "| Interest on it | 4,281 | 335 | 331 | 2,750 |\n| Leases | 1,111 | 283 | 208 | 253 |"
    )


def test_a_head_over_heads_that_come_again_is_told_with_each_of_them() -> None:
    rows: list[list[tuple[float, str]]] = [
        [(205, "Micro"), (405, "Macro")],
        [(72, "Model"), (155, "Prec."), (205, "Rec."), (255, "F1."), (355, "Prec."), (405, "Rec."), (455, "F1.")],
        *(
            [(72, f"Model {at}"), *((x, f"{at}{x / 10:.1f}") for x in (152.0, 202.0, 252.0, 352.0, 402.0, 452.0))]
            for at in range(1, 5)
        ),
    ]
    (page,) = pages_of([Leaf(set_in(rows))])
    assert page.text.startswith(
        "| Model | Micro Prec. | Micro Rec. | Micro F1. | Macro Prec. | Macro Rec. | Macro F1. |\n"
    )


def test_a_head_told_cell_by_cell_stands_over_its_columns() -> None:
    told = text(265, 728, "Shares", 10) + text(250, 714, "outstanding", 10) + text(365, 714, "Price", 10)
    rows: list[list[tuple[float, str]]] = [
        [(72, "Granted"), (270, "4,499"), (370, "29.85")],
        [(72, "Exercised"), (270, "1,821"), (370, "10.54")],
        [(72, "Left"), (278, "319"), (370, "57.55")],
    ]
    (page,) = pages_of([Leaf(told + set_in(rows))])
    assert page.text.startswith("| | Shares outstanding | Price |\n")
    assert page.text.endswith("| Left | 319 | 57.55 |")


def test_figures_close_together_are_cells_in_a_table_alone() -> None:
    def told(top: float, *said: str) -> str:
        gaps = " ".join(f"({one} ) -250" for one in said)
        return f"BT /F1 11 Tf 72 {top} Td [{gaps}] TJ ET\n"

    rows = [("Rerank", "60.1(1.7)", "62.7(2.2)", "65.3(0.9)"), ("Sample", "53.2(0.4)", "43.0(3.3)", "38.0(1.5)")]
    content = "".join(told(700 - 14 * at, *rows[at % 2]) for at in range(4))
    (page,) = pages_of([Leaf(content)])
    assert page.text.count("| 43.0(3.3) | 38.0(1.5) |") == 2
    prose = [
        "It was so in all of the years from",
        "2016 until 2019 5 times, and then",
        "again, until it no longer was.",
    ]
    content = "".join(told(700 - 14 * at, *line.split()) for at, line in enumerate(prose))
    (page,) = pages_of([Leaf(content)])
    assert page.text.replace("  ", " ") == " ".join(prose)


def ruled(tops: list[float], lefts: list[float], without: tuple[int, ...] = ()) -> str:
    """Return rules across at each of `tops` and down at each of `lefts`, but the numbers `without` of those inside."""
    across = [f"{lefts[0]} {top} m {lefts[-1]} {top} l S" for top in tops]
    down = [
        f"{left} {below} m {left} {above} l S"
        for row, (above, below) in enumerate(itertools.pairwise(tops))
        for number, left in enumerate(lefts)
        if row or number not in without
    ]
    return "0.5 w " + "\n".join([*across, *down]) + "\n"


def test_rules_part_cells_in_whatever_order_they_are_told() -> None:
    frame = ruled([712, 696, 652, 622], [70, 100, 240, 300])
    content = text(72, 700, "No.") + text(104, 700, "Subject") + text(244, 700, "Amount")
    content += text(72, 670, "1") + lines(
        104, 684, ["A claim for water that ran", "from the roof into the cellar", "(twice)"]
    )
    content += text(244, 670, "8,633.00") + text(72, 632, "2") + lines(104, 639, ["A pump that was", "to be mended"])
    content += text(244, 632, "95.00") + text(72, 590, "The text goes on below the table.")
    book = Book([Leaf(frame + content)])
    (page,) = pages_of(book)
    assert page.text == (
        "| No. | Subject | Amount |\n| --- | --- | --- |\n"
        "| 1 | A claim for water that ran from the roof into the cellar (twice) | 8,633.00 |\n"
        "| 2 | A pump that was to be mended | 95.00 |\n\n"
        "The text goes on below the table."
    )
    assert_places_exact(book, [page])


def test_rules_part_cells_however_close_they_stand() -> None:
    frame = ruled([712, 696, 680, 664, 648], [70, 118, 154, 192, 228, 268], without=(2, 4))
    rows = [("", "2021", "", "2022", ""), ("Region", "Sales", "Profit", "Sales", "Profit")]
    rows += [("North A", "21,057", "-1,450", "16,374", "-9,815"), ("South B", "41,168", "-7,317", "21,792", "-8,902")]
    content = "".join(
        text(left, 700 - 16 * at, cell, 10)
        for at, row in enumerate(rows)
        for left, cell in zip((72, 120, 156, 194, 230), row, strict=True)
        if cell
    )
    book = Book([Leaf(frame + content)])
    (page,) = pages_of(book)
    assert page.text == (
        "| Region | 2021 Sales | 2021 Profit | 2022 Sales | 2022 Profit |\n| --- | --- | --- | --- | --- |\n"
        "| North A | 21,057 | -1,450 | 16,374 | -9,815 |\n| South B | 41,168 | -7,317 | 21,792 | -8,902 |"
    )
    assert_places_exact(book, [page])


def test_rules_of_a_drawing_part_no_cells() -> None:
    frame = ruled([712, 682, 652, 622], [70, 170, 270, 370])
    (page,) = pages_of([Leaf(frame + text(72, 690, "Peak") + text(272, 690, "Low") + text(172, 630, "Mean"))])
    assert "|" not in page.text


def test_cells_whose_gap_hardly_shows_are_cells_in_a_table_alone() -> None:
    rows = [
        ("Touch", "Choose and confirm what is shown."),
        ("Swipe up", "See what came in last."),
        ("Swipe", "Go back."),
    ]
    table = "".join(
        text(72, 600 - 16 * at, key, 11) + text(150, 600 - 16 * at, said, 11) for at, (key, said) in enumerate(rows)
    )
    prose = lines(
        72, 700, ["Illi ill fill till I will; till I fill it, I will lift it till it is still full, illi."] * 6, 11
    )
    (page,) = pages_of([Leaf(prose + table)])
    assert page.text.endswith("| Swipe up | See what came in last. |\n| Swipe | Go back. |")


def test_a_wide_figure_and_a_head_beside_its_column_move_no_others() -> None:
    rows: list[list[tuple[float, str]]] = [[(72, "Region"), (152, "First"), (222, "Second"), (292, "Third")]]
    rows += [[(72, f"Area {at}"), (182, f"{at + 11}"), (252, f"{at + 21}"), (322, f"{at + 31}")] for at in range(8)]
    rows[5][2] = (210, "123,456,789,012")
    (page,) = pages_of([Leaf(set_in(rows))])
    told = page.text.splitlines()
    assert told[0] == "| Region | First | Second | Third |"
    assert told[5:7] == ["| Area 3 | 14 | 24 | 34 |", "| Area 4 | 15 | 123,456,789,012 | 35 |"]


def test_a_table_without_a_head_claims_none() -> None:
    rows: list[list[tuple[float, str]]] = [
        [(72, f"Item {at}"), (270, f"{at},100"), (370, f"{at},200")] for at in range(1, 5)
    ]
    (page,) = pages_of([Leaf(set_in(rows))])
    assert page.text.startswith("| | | |\n| --- | --- | --- |\n| Item 1 | 1,100 | 1,200 |\n")


def test_labels_and_blank_rows_part_no_table_from_its_head() -> None:
    def figures(what: str, top: float) -> str:
        return set_in([[(72, f"{what} {at}"), (270, f"{at},100"), (370, f"{at},200")] for at in range(1, 4)], top)

    content = set_in([[(275, "2019"), (375, "2018")]], 714) + text(72, 700, "Sales:", 10) + figures("Shop", 686)
    content += text(72, 616, "Costs of all that is sold:", 10) + figures("Wage", 602)
    (page,) = pages_of([Leaf(content)])
    assert [block.kind for block in page.blocks] == ["table"]
    assert page.text.startswith("| | 2019 | 2018 |\n| --- | --- | --- |\n| Sales: | | |\n| Shop 1 | 1,100 | 1,200 |\n")
    assert page.text.endswith(
        "| Costs of all that is sold: | | |\n"
        + "".join(f"| Wage {at} | {at},100 | {at},200 |\n" for at in range(1, 4)).rstrip()
    )


def test_a_cell_over_several_lines_is_whole() -> None:
    told = text(72, 700, "Director", 10) + text(220, 700, "Position", 10) + text(370, 700, "Committees", 10)
    for at, name in enumerate(["Mr. Oak", "Ms. Ash", "Mr. Elm"]):
        top = 676 - 36 * at
        told += text(72, top, name, 10) + text(220, top, "Non-Executive", 10) + text(370, top, f"{at + 2}", 10)
        told += text(220, top - 12, "Independent", 10) + text(370, top - 12, "two as chair", 10)
    (page,) = pages_of([Leaf(told)])
    assert page.text.endswith("| Mr. Elm | Non-Executive Independent | 4 two as chair |")
    assert page.text.count("\n|") == 4


def test_a_table_told_cell_by_cell_has_its_rows() -> None:
    rows = [
        (
            ["Press"],
            ["Open the workout app.", "Use what you set."],
            ["There are some calls", "and workouts that", "stop it."],
        ),
        (["Press and", "hold"], ["Lock the screen."], ["Only the models that", "have one do it."]),
        (["Turn"], ["Nothing at all."], ["None."]),
    ]
    told = "".join(
        text(x, 700, head, 11, "F2") for x, head in zip((72, 200, 360), ("Do", "Function", "Remarks"), strict=True)
    )
    top = 684
    for row in rows:
        told += "".join(lines(x, top, cell, leading=13) for x, cell in zip((72, 200, 360), row, strict=True))
        top -= 13 * max(map(len, row)) + 4
    book = Book(
        [Leaf(told + lines(72, top - 30, ["And below the table the text goes on, right across all of its columns."]))]
    )
    (page,) = pages_of(book)
    assert page.text == (
        "| Do | Function | Remarks |\n| --- | --- | --- |\n"
        "| Press | Open the workout app. Use what you set. | There are some calls and workouts that stop it. |\n"
        "| Press and hold | Lock the screen. | Only the models that have one do it. |\n"
        "| Turn | Nothing at all. | None. |\n\n"
        "And below the table the text goes on, right across all of its columns."
    )
    assert_places_exact(book, [page])


def test_a_label_over_two_lines_stands_beside_its_figures() -> None:
    rows: list[list[tuple[float, str]]] = [
        [(275, "2019"), (375, "2018")],
        [(72, "Net income"), (270, "5,727"), (370, "2,539")],
        [(72, "Shares issued to the staff, net of")],
        [(80, "those withheld"), (270, "1,139"), (370, "1,156")],
        [(72, "Dividends"), (270, "1,360"), (370, "1,491")],
    ]
    (page,) = pages_of([Leaf(set_in(rows))])
    assert "| Shares issued to the staff, net of those withheld | 1,139 | 1,156 |\n" in page.text


def test_an_item_is_whole_where_its_later_lines_stand_further_in() -> None:
    items = [
        "\x95 What threats and chances are there at all?",
        "\x95 What does trade do for those who take part in it?",
    ]
    content = lines(72, 700, [*items, "\x95 What other ways of doing business does a company have, besides"])
    content += text(79, 658, "those of a partnership?") + lines(72, 644, [*items, "\xa7 Which of them?"])
    (page,) = pages_of([Leaf(content)])
    said = page.text.split("\n\n")
    assert said[2] == "- What other ways of doing business does a company have, besides those of a partnership?"
    assert (len(said), said[-1]) == (6, "- Which of them?")
    assert {block.kind for block in page.blocks} == {"list"}


def test_paragraphs_begin_at_indents_and_after_short_lines() -> None:
    full = "This line goes on until the column has no room for any more of it"
    content = text(84, 700, full) + text(72, 686, full) + text(72, 672, "and ends.")
    content += text(84, 658, full) + text(72, 644, full) + text(72, 630, full)
    (page,) = pages_of([Leaf(content)])
    assert [block.kind for block in page.blocks] == ["paragraph", "paragraph"]
    assert page.text.count("\n\n") == 1


def test_a_sentence_behind_bold_words_is_no_heading() -> None:
    begin = "BT /F2 11 Tf 72 700 Td (First Logic.) Tj /F1 11 Tf ( While it is the first it may not be the pro-) Tj ET\n"
    (page,) = pages_of(
        [Leaf(begin + lines(72, 686, ["per one for what people say when they have said it,", "or so."]))]
    )
    assert page.text == (
        "First Logic. While it is the first it may not be the proper one for what people say "
        "when they have said it, or so."
    )


def test_a_bold_heading_goes_on_in_small_letters_and_with_what_its_figures_are() -> None:
    body = lines(72, 600, ["The text below it is not bold, and goes on for a while, as texts do."] * 4)
    for said in (["How to Correct the Model", "with what is said"], ["BALANCE SHEETS", "(in millions)"]):
        (page,) = pages_of(
            [Leaf("".join(text(72, 700 - 13 * at, one, 11, "F2") for at, one in enumerate(said)) + body)]
        )
        assert page.text.startswith(f"#### {' '.join(said)}\n\nThe text")
    (page,) = pages_of([Leaf(text(72, 700, "(In thousands)", 11, "F2") + body)])
    assert [block.kind for block in page.blocks] == ["paragraph", "paragraph"]


def test_a_compound_that_a_line_ends_in_keeps_its_hyphen_where_the_page_has_one() -> None:
    said = ["Few-shot learning needs few examples, and the few-", "shot setting that is told of here needs some learn-"]
    book = Book([Leaf(lines(72, 700, [*said, "ing by few."]))])
    (page,) = pages_of(book)
    assert page.text == (
        "Few-shot learning needs few examples, and the few-shot setting that is told of here "
        "needs some learning by few."
    )
    assert_places_exact(book, [page])


def test_slightly_larger_letters_are_a_heading_where_they_are_no_sentence() -> None:
    body = "".join(
        lines(72, 500 - 100 * at, ["Most of the text is as small as this is, and goes on so."] * 3, 10, 12)
        for at in range(4)
    )
    content = text(72, 740, "4. Termination of Employment.", 12) + text(
        72, 700, "A By December 31, 2018, increase the number", 12
    )
    (page,) = pages_of([Leaf(content + text(72, 660, "Deeper Water", 12) + body)])
    assert [block.kind for block in page.blocks[:3]] == ["heading", "paragraph", "heading"]


def test_outline_and_labels() -> None:
    outline = [("Opening", 1, 0), ("First steps", 2, 1), ("Deeper", 2, 2), ("Closing", 4, 0)]
    leaves = [Leaf(text(72, 700, f"Text number {number} of this book.")) for number in range(1, 6)]
    book = Book(leaves, outline=outline, labels="0 << /S /r >> 2 << /S /D /St 1 >>")
    pages = pages_of(book)
    assert [page.label for page in pages] == ["i", "ii", "1", "2", "3"]
    assert [page.headings for page in pages] == [
        (), ("Opening",), ("Opening", "First steps", "Deeper"), ("Opening", "First steps", "Deeper"), ("Closing",),
    ]  # fmt: skip


def test_headings_carry_over_to_the_next_page() -> None:
    leaves = [
        Leaf(text(72, 700, "2 Methods", 18) + lines(72, 660, ["It was done thus."] * 4)),
        Leaf(text(72, 700, "More.")),
    ]
    assert [page.headings for page in pages_of(leaves)] == [(), ("2 Methods",)]


def test_what_was_typed_into_a_form_and_noted_is_read() -> None:
    box = "/Rect [72 500 300 520]"
    notes = (
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Surname) /V (Ferguson) {box} >> "
        f"<< /Type /Annot /Subtype /Text /Contents (Ask the vet about this) {box} >> "
        f"<< /Type /Annot /Subtype /Link /Contents (a link) {box} >>"
    )
    (page,) = pages_of([Leaf(text(72, 700, "A form to fill in."), extra=f"/Annots [{notes}]")])
    assert page.text == "A form to fill in.\n\nSurname: Ferguson\n\nAsk the vet about this"
    assert [block.place for block in page.blocks] == ["", "form field", "comment"]


def test_what_fields_and_signatures_show_is_read() -> None:
    book = Book([])
    # Objects of a book begin with five of its own; a list box, a value of a parent's, and a signature come after.
    faces = ["(Oak) Tj 0 -12 Td (Ash) Tj 0 -12 Td (Elm) Tj", "(Ferguson) Tj", "(Signed by A. Smith) Tj"]
    kinds = ["/FT /Ch /T (Tree) /Opt [(Oak) (Ash) (Elm)] /V [(Ash)]", "/Parent 99 0 R", "/FT /Sig /T (Signature)"]
    page = Leaf(text(72, 700, "A form that was filled in."))

    def written() -> bytes:
        book.leaves = [page]
        first = book.written().count(b" obj\n")  # with no notes yet
        numbers = range(first + 1, first + 1 + len(faces))
        boxes = (f"[72 {500 - 60 * at} 300 {540 - 60 * at}]" for at in range(len(faces)))
        notes = " ".join(
            f"<< /Type /Annot /Subtype /Widget /F 4 {kind} /Rect {box} /AP << /N {number} 0 R >> >>"
            for kind, box, number in zip(kinds, boxes, numbers, strict=True)
        )
        page.extra = f"/Annots [{notes}]"
        book.written()
        for face in faces:
            book.stream(
                f"BT /F1 10 Tf 2 28 Td {face} ET".encode(),
                "/Type /XObject /Subtype /Form /BBox [0 0 228 40] /Resources << /Font << /F1 3 0 R >> >>",
            )
        return file_of(book.objects)

    document = PdfDocument(Source(written()))
    (read,) = document.pages(1, READING)
    document.close()
    said = read.text.split("\n\n")
    assert said[0] == "A form that was filled in."
    assert said[1:4] == ["Oak", "Ash", "Elm"]
    assert " ".join(said[4:]) == "Ferguson Signed by A. Smith"
    assert {block.place for block in read.blocks[1:]} == {"form field"}


def test_text_on_its_side_is_whole_and_last() -> None:
    stamp = "BT /F1 11 Tf 0 1 -1 0 30 200 Tm (Downloaded on a Tuesday) Tj ET\n"
    (page,) = pages_of([Leaf(stamp + lines(72, 700, ["The text itself", "comes first."]))])
    assert page.text == "The text itself comes first.\n\nDownloaded on a Tuesday"


# ---------------------------------------------------------------- pictures


def dark_box(picture: Bitmap) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all that is not white, in shares of the picture."""
    width, height = picture.width, picture.height
    stride = 3 * width
    rows = [at for at in range(height) if min(picture.rgb[at * stride : (at + 1) * stride]) < 128]
    columns = [at for at in range(width) if min(picture.rgb[3 * at :: stride]) < 128]
    return columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", ["", "/CropBox [50 100 500 700]"], ids=["whole", "cropped"])
def test_the_rectangles_of_a_passage_lie_on_its_letters(turned: int, cropped: str) -> None:
    """The page shows one word; the picture's dark pixels are exactly under the rectangle of that word."""
    leaf = Leaf(text(200, 500, "Paddock", 20), extra=f"/Rotate {turned} {cropped}")
    document = opened([leaf])
    (page,) = document.pages(1, READING)
    (span,) = page.spans
    drawn = document.draw(1, 601, [(span.source, span.length)])
    document.close()
    assert (drawn.picture.width, len(drawn.picture.rgb)) == (601, 3 * 601 * drawn.picture.height)
    assert (drawn.picture.height > 601) == (turned % 180 == 0)
    left, top, right, bottom = dark_box(drawn.picture)
    ((x, y, width, height),) = drawn.rectangles[0]
    assert (x, y, x + width, y + height) == pytest.approx((left, top, right, bottom), abs=0.005)


def test_a_passage_over_two_lines_has_a_rectangle_for_each() -> None:
    document = opened([Leaf(lines(72, 700, ["first line of it", "second line of it"]))])
    (page,) = document.pages(1, READING)
    first, second = page.spans
    drawn = document.draw(1, 400, [(first.source, second.source + second.length - first.source), (10_000, 5), (0, 0)])
    document.close()
    assert [len(mark) for mark in drawn.rectangles] == [2, 0, 0]


NAMED = (
    "/Font << /F1 3 0 R /F2 4 0 R /F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
    "/Encoding << /Differences [65 /u1D434 /u1D461 /u1F600] >> >> >>"
)


def called_by_name(text: str) -> str:
    """Return what pdfium tells of characters that a file calls by their names: on Windows it has 16 bits for each."""
    return "".join([chr(ord(one) & 0xFFFF) for one in text]) if sys.platform == "win32" else text


@pytest.mark.parametrize("named", [False, True], ids=["two places", "one place"])
def test_characters_beyond_the_first_plane_move_no_others(named: bool) -> None:  # noqa: FBT001
    book = Book([], letters="𝐴𝑡😀")
    rows = [("Basin", "2021", "2022"), ("North", "1,200", "1,300"), ("South", "140", "150")]
    content = text(72, 700, book.coded("𝐴 𝑡 😀"), font="F3") + text(116, 700, "are signs of this page.")
    for at, row in enumerate(rows):
        content += "".join(text(72 + 120 * number, 660 - 16 * at, cell) for number, cell in enumerate(row))
    book.leaves.append(Leaf(content, resources=NAMED if named else ""))
    document = opened(book)
    (page,) = document.pages(1, READING)
    signs = "𝐴 𝑡 😀"
    assert page.text == (
        f"{called_by_name(signs) if named else signs} are signs of this page.\n\n"
        "| Basin | 2021 | 2022 |\n| --- | --- | --- |\n| North | 1,200 | 1,300 |\n| South | 140 | 150 |"
    )
    assert_places_exact(book, [page])
    span = next(span for span in page.spans if page.text[span.start :].startswith("1,300"))
    ((found,),) = document.draw(1, 595, [(span.source, span.length)]).rectangles
    assert found[0] * 595 == pytest.approx(312, abs=3)
    document.close()


def test_a_name_beyond_all_characters_is_none_and_moves_no_others() -> None:
    content = text(72, 700, "xABC and C", font="F3") + text(72, 686, "goes on below.")
    names = NAMED.replace("/u1D434 /u1D461", "/u110041 /u110000")
    (page,) = pages_of([Leaf(content, resources=names)])
    nothing = "B" if sys.platform == "win32" else " "  # a name that means 0 there, as if there were none
    assert page.text == called_by_name(f"xA{nothing}😀 and 😀 goes on below.")


def test_a_page_that_is_a_picture_says_so_or_is_recognised() -> None:
    picture = "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    leaves = [Leaf(picture), Leaf(text(72, 700, "Text.")), Leaf()]
    assert [page.outcome for page in pages_of(leaves)] == ["no_text", "read", "empty"]
    asked: list[tuple[int, int]] = []

    def recognise(bitmap: Bitmap, dots_per_inch: int) -> Recognised:
        asked.append((bitmap.width, dots_per_inch))
        return Recognised("what the picture says", ())

    pages = pages_of(leaves, recognise=recognise)
    assert pages[0].text == "what the picture says"
    assert pages[0].recognised
    assert len(asked) == 1
    assert asked[0][0] == pytest.approx(595 / 72 * asked[0][1], rel=0.01)


def test_letters_without_a_meaning_are_no_text() -> None:
    said = "Ohw wkh zrug eh vdlg dqg phdqw qrwklqj wkdw fdq eh uhdg"
    page = PageText(1, 600, 800, said, [Line(0, len(said), 0, 0, 100, 10)])
    assert not is_garbage(page)
    page.unmapped = 1.0
    assert is_garbage(page)
    page.flat = "These are words as people write them, whatever the file says of its letters."
    assert not is_garbage(page)
    page.flat, page.unmapped = "\ufffd" * 20 + "ab", 0.0
    assert is_garbage(page)
    page.flat, page.meaningless = "  a", 2
    assert is_garbage(page)


# ---------------------------------------------------------------- what is wrong with files


def test_a_password_is_asked_for_and_checked() -> None:
    data = Book([Leaf(text(72, 700, "A secret sentence."))]).written(password="hay")
    for given in (None, "straw"):
        with pytest.raises(Unreadable) as refusal:
            PdfDocument(Source(data, password=given))
        assert refusal.value.reason == "password"
    document = PdfDocument(Source(data, password="hay"))
    (page,) = document.pages(1, READING)
    document.close()
    assert page.text == "A secret sentence."


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 5000, b"%PDF-1.4\n1 0 obj\n<<\n>>\nendobj\n"])
def test_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        PdfDocument(Source(data))
    assert refusal.value.reason == "damaged"


def test_a_file_cut_off_gives_what_is_left() -> None:
    whole = Book([running(number) for number in range(1, 13)]).written()
    had: list[int] = []
    for share in range(4, 20):
        document = PdfDocument(Source(whole[: len(whole) * share // 20]))
        outcomes = [page.outcome for page in document.pages(1, READING)]
        document.close()
        assert set(outcomes) <= {"read", "empty", "damaged"}
        had.append(outcomes.count("read"))
    assert had == sorted(had)
    assert had[-1] == 12
    assert 0 < had[8] < 12


@pytest.mark.parametrize("lost", [b"%PDF-1.7\n", b"trailer", b"startxref", b"xref"])
def test_a_file_that_lost_a_part_of_its_structure_is_read(lost: bytes) -> None:
    data = Book([Leaf(text(72, 700, "All of it is still there."))]).written().replace(lost, b"", 1)
    document = PdfDocument(Source(data))
    assert [page.text for page in document.pages(1, READING)] == ["All of it is still there."]
    document.close()


def test_a_page_that_is_damaged_costs_itself() -> None:
    book = Book([Leaf(text(72, 700, f"Page {number}.")) for number in range(1, 4)])
    data = book.written()
    at = data.index(b"/Type /Page /", data.index(b"/Type /Page /") + 1)  # the second page's dictionary
    data = data[:at] + b"/Type /Oops /" + data[at + 13 :]
    document = PdfDocument(Source(data))
    pages = list(document.pages(1, READING))
    document.close()
    assert [page.outcome for page in pages] == ["read", "damaged", "read"]


def test_a_file_that_claims_a_million_pages_ends_soon() -> None:
    data = Book([Leaf(text(72, 700, "The only page."))]).written().replace(b"/Count 1 ", b"/Count 900000 ")
    document = PdfDocument(Source(data))
    had: list[str] = []
    with pytest.raises(Unreadable, match="in a row"):
        had.extend(page.outcome for page in document.pages(1, READING))
    document.close()
    assert document.page_count == 900_000


def test_a_limit_gives_what_was_looked_at_until_then() -> None:
    document = opened([running(number) for number in range(1, 13)])
    calls = iter(range(100))

    def alive() -> None:
        if next(calls) > 7:
            raise LimitReached("enough")

    had: list[int] = []
    with pytest.raises(LimitReached):
        had.extend(page.number for page in document.pages(1, Reading(1, lambda _picture, _dpi: None, alive)))
    document.close()
    assert had == list(range(1, len(had) + 1))
    assert had


def test_a_page_with_too_much_text_is_cut() -> None:
    leaf = Leaf(lines(72, 800, [f"line {number} of very many lines" for number in range(60)], leading=12))
    (page,) = pages_of([leaf], limits=Limits(page_characters=400))
    assert page.outcome == "cut"
    assert page.detail
    assert 0 < len(page.text) <= 400
