"""Lines that are headings only by how they look are headings, in each format that says how letters look."""

from __future__ import annotations

import itertools

import pytest

from paddock.reader.headings_by_look import headings_by_look
from paddock.reader.sections import Look, Piece
from tests.reader.offices import WORD, docx, odf
from tests.reader.opening import pages_of

TEXT = Look(11.0, bold=False)
BOLD = Look(11.0, bold=True)
LARGE = Look(16.0, bold=False)
PLAIN = "The river carries what the mountain gives it, and the plain takes it all in the end."


def line(text: str, look: Look) -> Piece:
    return Piece("paragraph", text, look=look)


def found(*pieces: Piece) -> list[tuple[int, str]]:
    """Return (rank, text) of what is a heading."""
    return [(piece.level, piece.text) for piece in headings_by_look(pieces) if piece.kind == "heading"]


def test_the_larger_stands_above_the_bold() -> None:
    assert found(
        line("Rivers", LARGE), line(PLAIN, TEXT), line("Their sources", BOLD), line(PLAIN, TEXT), line(PLAIN, TEXT)
    ) == [(1, "Rivers"), (2, "Their sources")]


def test_a_number_of_a_list_is_part_of_its_heading() -> None:
    item = Piece("list", "Sources", 1, mark="- 1.1", look=BOLD)
    assert found(item, line(PLAIN, TEXT), Piece("list", "Bold point", 1, look=BOLD), line(PLAIN * 2, TEXT)) == [
        (1, "1.1 Sources")
    ]


def test_lines_in_capitals_are_headings_below_bold_ones() -> None:
    legal = [line("PURPOSE", TEXT), line(PLAIN, TEXT), line("The Parties", BOLD), line(PLAIN, TEXT), line("USA", TEXT)]
    assert found(*legal, line(PLAIN, TEXT)) == [(2, "PURPOSE"), (1, "The Parties")]
    assert found(line("LOUD", TEXT), line(PLAIN.upper(), TEXT), line("LOUDER", TEXT), line(PLAIN, TEXT)) == []


@pytest.mark.parametrize(
    "piece",
    [
        line("This is said loudly.", BOLD),
        line("Quite small", Look(9.0, bold=True)),
        line("12.50", BOLD),
        line("A" * 200, BOLD),
        line("Two\nlines", BOLD),
        line("As the text", TEXT),
        Piece("paragraph", "Not known"),
    ],
)
def test_what_reads_as_text_is_text(piece: Piece) -> None:
    assert found(piece, line(PLAIN * 4, TEXT)) == []


def test_several_bold_lines_under_each_other_are_no_headings_and_neither_is_the_last_line() -> None:
    address = [line(f"Line {number}", BOLD) for number in range(5)]
    pieces = [*address, line(PLAIN * 4, TEXT), line("Ann", BOLD)]
    assert found(*pieces) == []
    assert [piece.text for piece in headings_by_look(pieces)] == [piece.text for piece in pieces]


def test_where_most_is_bold_nothing_is_told_by_it() -> None:
    pieces = [line("Bold", BOLD), line(PLAIN, BOLD), line(PLAIN, TEXT), line("Large", LARGE), line(PLAIN, BOLD)]
    assert found(*pieces) == [(1, "Large")]


def test_a_document_with_headings_of_its_own_has_no_others() -> None:
    own = [Piece("heading", "One", 1), line(PLAIN, TEXT), Piece("heading", "Two", 1)]
    assert found(*own, line("Bold", BOLD), line(PLAIN, TEXT)) == [(1, "One"), (1, "Two")]
    titled = [Piece("heading", "Title", 1), line(PLAIN, TEXT)]
    assert found(*titled, line("Bold", BOLD), line(PLAIN, TEXT)) == [(1, "Title"), (2, "Bold")]


def test_no_more_is_held_back_than_is_needed_to_decide() -> None:
    taken = 0

    def endless() -> itertools.chain[Piece]:
        def count(piece: Piece) -> Piece:
            nonlocal taken
            taken += 1
            return piece

        return itertools.chain(map(count, itertools.cycle([line("Bold", BOLD), line(PLAIN * 9, TEXT)])))

    stream = headings_by_look(endless())
    assert [next(stream).kind for _ in range(4)] == ["heading", "paragraph"] * 2
    assert taken < 1000


def test_a_word_document_says_how_its_letters_look_in_many_places() -> None:
    styles = (
        f'<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="Big"/><w:basedOn w:val="N"/>'
        '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        "</w:styles>"
    )

    def p(text: str, style: str = "", run: str = "") -> str:
        named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{named}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"

    body = (
        p("Rivers", "Big") + p(PLAIN) + p("Sources", run='<w:rStyle w:val="Strong"/>') + p(PLAIN)
        + p("Mouths", run="<w:b/>") + p(PLAIN) + p("Unbold", "Big", '<w:b w:val="0"/><w:sz w:val="22"/>') + p(PLAIN)
    )  # fmt: skip
    (page,) = pages_of(docx(body, {"word/styles.xml": styles}, ("styles", "styles.xml")))
    assert [one for one in page.text.splitlines() if one and one != PLAIN] == [
        "# Rivers", "## Sources", "## Mouths", "Unbold"
    ]  # fmt: skip


def test_an_opendocument_text_says_how_its_letters_look_in_its_styles() -> None:
    styles = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/>'
        '</style:default-style><style:style style:name="Big" style:family="paragraph"><style:text-properties '
        'fo:font-size="150%"/></style:style>'
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = (
        f'<text:p text:style-name="Big">Rivers</text:p><text:p>{PLAIN}</text:p>'
        f'<text:p><text:span text:style-name="B">Sources</text:span></text:p><text:p>{PLAIN}</text:p>'
        f'<text:p><text:span text:style-name="B">Half</text:span> bold</text:p><text:p>{PLAIN}</text:p>'
    )
    (page,) = pages_of(odf("text", body, styles))
    assert [one for one in page.text.splitlines() if one and one != PLAIN] == ["# Rivers", "## Sources", "Half bold"]


def test_rtf_says_how_its_letters_look_as_it_goes() -> None:
    text = PLAIN.encode()
    body = (
        rb"{\rtf1\ansi\fs22 {\b\fs32 Rivers}\par " + text + rb"\par\pard\plain\fs22\b Sources\b0\par " + text
        + rb"\par\trowd\cellx99\intbl\b Cell\b0\cell\row\pard {\b Half} bold\par " + text + rb"\par}"
    )  # fmt: skip
    (page,) = pages_of(body)
    assert [one for one in page.text.splitlines() if one and one != PLAIN] == [
        "# Rivers", "## Sources", "Cell", "Half bold"
    ]  # fmt: skip
