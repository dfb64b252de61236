"""RTF: paragraphs, headings, lists, tables and notes, read in one pass (Rich Text Format 1.9.1)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from paddock.reader.code_lines import is_code_style, with_code
from paddock.reader.document import Unreadable
from paddock.reader.encoding import known
from paddock.reader.equations import is_power
from paddock.reader.flowing import FlowingDocument
from paddock.reader.headings_by_look import headings_by_look
from paddock.reader.numbering import BULLET, LEVELS, list_mark
from paddock.reader.rtf_tables import CELLS_MOST, RowShape, RtfRow, table_of
from paddock.reader.rtf_tokens import tokens
from paddock.reader.sections import Layout, Look, Piece, cut, opening_rank
from paddock.reader.symbols import sign, with_signs
from paddock.reader.typed_lists import with_typed_lists
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paddock.reader.document import Reading, Source
    from paddock.reader.protocol import Page
    from paddock.reader.rtf_tokens import Token

_Into = Literal["text", "fonts", "styles", "title", "author", "mark", "note", "comment", "by", "running", ""]

_HEADER_WITHIN: Final = 1024
_INFORMATION_WITHIN: Final = 65_536
_NOTE_CHARACTERS: Final = 20_000
_TOKENS_A_SIGN: Final = 20_000
_DEPTH_MOST: Final = 5000
_TABLE_ROWS: Final = 2000
_OUTLINE_NONE: Final = 9
_HALF_POINTS: Final = 24  # a letter's size where nothing says otherwise
_HEADING_NAME: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek|заголовок)\s*([1-9])", re.IGNORECASE
)
_TITLE: Final = re.compile(r"\s*(?:title|titel|titre|título|titolo)\s*;", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]{2}")  # a page's number alone is no text
_RUNNING_MOST: Final = 100
_SYMBOL_FONTS: Final = frozenset({"symbol", "wingdings", "wingdings 2"})
_STRAY: Final = re.compile("[\udc80-\udcff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")

# What a group holds that begins with this word: nothing that a reader of the text sees.
_UNSEEN: Final = frozenset(
    """colortbl filetbl listtable listoverridetable revtbl rsidtbl generator pict objdata objclass objname fldinst
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn
    xe tc tcn rxe bkmkstart bkmkend themedata colorschememapping latentstyles datastore xmlnstbl mmathPr pgptbl
    atnid atntime atndate atnicn atnref atnparent atrfstart atrfend shprslt sp falt panose
    fontemb fontfile do background userprops template nonshppict blipuid private passwordhash htmltag mhtmltag
    pntxta pntxtb pnseclvl ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr formfield wgrffmtfilter
    protusertbl factoidname docvar windowcaption hlinkbase linkval staticval propname creatim revtim printim buptim
    oldcprops oldpprops oldtprops oldsprops nesttableprops""".split()
)
# Marked "may be ignored" (`\\*`) like those, but there is text for the reader inside.
_OWN: Final[dict[str, _Into]] = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "title": "title",
    "author": "author",
    "pntext": "mark",
    "listtext": "mark",
    "footnote": "note",
    "annotation": "comment",
    "atnauthor": "by",
    **dict.fromkeys(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), "running"),
    "info": "",
    "upr": "",
}
_SEEN: Final = frozenset({"shpinst", "shptxt", "footnote", "shppict", "fldrslt", "cs", "ts", "ds"})
_SYMBOLS: Final = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d",
    "zwnj": "\u200c", "zwbo": "", "zwnbo": "", "softline": "\n",
}  # fmt: skip
_SIGNS: Final = {"~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
# Font character sets, as in the font table's \fcharset.
_CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip


@dataclass(slots=True)
class _Group:
    """What holds inside a group of braces, and ends with it. `parts` is where its text goes; `into` what that is."""

    into: _Into = "text"
    parts: list[str] = field(default_factory=list)
    font: int = -1
    hidden: bool = False
    raised: bool = False
    bold: bool = False
    size: int = _HALF_POINTS
    after_unicode: int = 1  # how many characters stand after each \u, for readers that do not know it


@dataclass(slots=True)
class _Paragraph:
    r"""What holds for the paragraph being read, until \pard."""

    style: int = 0
    outline: int = _OUTLINE_NONE
    depth: int = 0
    in_table: bool = False


class RtfDocument(FlowingDocument):
    """An RTF file. Raises Unreadable where it has no RTF header."""

    format = "rtf"

    def __init__(self, source: Source) -> None:
        start = source.data.find(b"{\\rt", 0, _HEADER_WITHIN)
        if start < 0:
            raise Unreadable("damaged", "This RTF file is damaged.", "It does not begin as such a file does.")
        self._data = source.data[start:] if start else source.data
        information = RtfReader(self._data[:_INFORMATION_WITHIN])
        for _ in information.pieces():
            if information.title and information.author:
                break
        self.title, self.author = one_line(information.title), one_line(information.author)

    def pages(self, first: int, reading: Reading) -> Iterator[Page]:
        """Yield the pages from number `first` on. Raises LimitReached."""
        pieces = list(headings_by_look(with_typed_lists(self.pieces(reading))))
        yield from cut(pieces, reading, Layout("section", "paragraph", opening_rank(pieces)), first)

    def pieces(self, reading: Reading) -> Iterator[Piece]:
        """Yield paragraphs, headings, items and tables, counted together."""
        for number, piece in enumerate(with_code(RtfReader(self._data, reading).pieces()), 1):
            yield replace(piece, first=number)


class RtfReader:
    """Reads RTF once, from front to back. `title` and `author` are known when their group was read."""

    def __init__(self, untrusted_data: bytes, reading: Reading | None = None) -> None:
        self._data = untrusted_data
        self._reading = reading
        self.title = ""
        self.author = ""
        self._codepage = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, int] = {}
        self._code_styles: set[int] = set()
        self._number = 0  # of the font or style that its table is at
        self._default_font = -1
        self._groups: list[_Group] = []
        self._group = _Group("")
        self._text: list[str] = []  # of the paragraph, or the cell
        self._paragraph = _Paragraph()
        self._raw = bytearray()
        self._skip = 0
        self._symbols: dict[int, str] = {}
        self._raised = False  # whether the text before stood raised
        self._letters: Counter[tuple[int, bool]] = Counter()  # of the paragraph, by size and boldness
        self._cells: list[str] = []
        self._rows: list[RtfRow] = []
        self._shape = RowShape()
        self._mark = ""
        self._notes: list[str] = []
        self._noted = 0
        self._by = ""
        self._said: list[str] = []
        self._running: dict[str, None] = {}

    def pieces(self) -> Iterator[Piece]:
        """Yield what the text consists of. Raises LimitReached where reading it is stopped."""
        star = fresh = False  # whether the group has just begun, and with \\*
        for count, token in enumerate(tokens(self._data)):
            if count % _TOKENS_A_SIGN == 0 and self._reading is not None:
                self._reading.alive()
            if token.brace == "{":
                self._open()
                star, fresh = False, True
            elif token.brace:
                self._close()
                if not self._groups:
                    break
            elif token.symbol == "*":
                star = True
            elif token.word:
                if fresh:
                    self._begin(token.word, may_be_ignored=star)
                yield from self._word(token.word, token.number)
                fresh = False
            else:
                self._characters(token)
                fresh = False
        self._decode()
        yield from self._end_paragraph()
        yield from self._end_table()
        if self._running:
            yield Piece("heading", "Headers and footers", 1, new_page=True)
        yield from (Piece("paragraph", text) for text in self._running)

    # ---------------------------------------------------------------- groups

    def _open(self) -> None:
        self._decode()
        self._skip = 0
        if len(self._groups) >= _DEPTH_MOST:
            raise Unreadable("damaged", "This RTF file is damaged.", "Its parts lie in one another without end.")
        self._groups.append(self._group)
        self._group = replace(self._group) if len(self._groups) > 1 else _Group("text", self._text)

    def _begin(self, word: str, *, may_be_ignored: bool) -> None:
        """Send the text of the group that begins with this word where it belongs."""
        group = self._group
        if word in _OWN and (group.into != "" or word in {"title", "author"}):
            group.into, group.parts = _OWN[word], []
        elif word in _UNSEEN or (may_be_ignored and word not in _SEEN):
            group.into = ""

    def _close(self) -> None:
        self._decode()
        self._skip = 0
        closed = self._group
        if self._groups:
            self._group = self._groups.pop()
        if closed.parts is self._group.parts:
            return
        text = _joined(closed.parts)
        if closed.into == "mark":
            self._mark = one_line(text, 20)
        elif closed.into == "note" and text.strip():
            self._notes.append(f"[{self._noted + len(self._notes) + 1}] {one_line(text, _NOTE_CHARACTERS)}")
        elif closed.into == "by":
            self._by = one_line(text, 100)
        elif closed.into == "comment" and text.strip():
            author = f" ({self._by})" if self._by else ""
            self._said.append(f"> Comment{author}: {one_line(text, _NOTE_CHARACTERS)}")
            self._by = ""
        elif closed.into == "running" and _WORDS.search(text) and len(self._running) < _RUNNING_MOST:
            self._running[text.strip()] = None
        elif closed.into == "title":
            self.title = self.title or text
        elif closed.into == "author":
            self.author = self.author or text

    # ---------------------------------------------------------------- characters

    def _characters(self, token: Token) -> None:
        """Take bytes of text, or one special character."""
        if token.text:
            text = token.text
            if self._skip:
                text, self._skip = text[self._skip :], max(0, self._skip - len(text))
            if self._group.into == "fonts":
                name = text.decode("latin-1").strip(" ;").lower()
                self._symbols.update({self._number: name} if name in _SYMBOL_FONTS else {})
            elif self._group.into and not self._group.hidden:
                self._raw += text
        elif self._skip:
            self._skip -= 1
        else:
            self._put(_SIGNS.get(token.symbol, ""))

    def _put(self, text: str) -> None:
        self._decode()
        if self._group.into not in {"", "fonts"} and not self._group.hidden:
            self._group.parts.append(text)
            self._count(text)

    def _count(self, text: str) -> None:
        if self._group.into == "text" and (length := len(text.strip())):
            self._letters[self._group.size, self._group.bold] += length

    def _decode(self) -> None:
        """Turn the bytes gathered into text, in the encoding of the font they stand in."""
        if not self._raw:
            return
        symbols = self._symbols.get(self._group.font)
        encoding = self._fonts.get(self._group.font) or self._fonts.get(self._default_font) or self._codepage
        if symbols is None:
            text = self._raw.decode(encoding, errors="surrogateescape" if encoding == "utf_8" else "replace")
            # What says that it is UTF-8 is not always, or not all of it.
            text = _STRAY.sub(lambda stray: bytes((ord(stray[0]) & 0xFF,)).decode("cp1252", errors="replace"), text)
        else:
            text = "".join(sign(symbols, code) or chr(code) for code in self._raw)
        self._raw.clear()
        parts = self._group.parts
        if self._group.raised and not self._raised and is_power(text.strip(), parts[-1] if parts else ""):
            parts.append("^")
        self._raised = self._group.raised
        parts.append(text)
        self._count(text)
        if self._group.into == "styles" and ";" in text:
            found = _HEADING_NAME.search(_joined(self._group.parts))
            if found:
                self._styles.setdefault(self._number, int(found.group(1)))
            elif _TITLE.fullmatch(_joined(self._group.parts)):
                self._styles.setdefault(self._number, 1)
            elif self._number >= 0 and is_code_style(_joined(self._group.parts)):
                self._code_styles.add(self._number)
            self._group.parts.clear()
            self._number = -1

    # ---------------------------------------------------------------- control words

    def _word(self, word: str, number: int | None) -> Iterator[Piece]:
        if word == "u":
            character = chr((number or 0) & 0xFFFF)
            self._put(with_signs(character, self._symbols.get(self._group.font, "")))
            self._skip = self._group.after_unicode
            return
        self._decode()
        self._skip = 0
        if word in _SYMBOLS:
            self._put(_SYMBOLS[word])
        elif word in {"par", "sect", "page", "cell", "nestcell", "row", "nestrow"}:
            if self._group.into == "text":
                yield from self._block(word)
            else:
                self._put("\n")
        elif self._group.into == "fonts":
            self._font_word(word, number or 0)
        elif word == "f":
            self._group.font = number or 0
        elif word in {"pard", "s", "outlinelevel", "intbl", "ilvl"}:
            self._paragraph_word(word, number or 0)
        elif word in {"trowd", "cellx", "trhdr", "clmrg", "clvmrg"}:
            self._row_word(word, number or 0)
        elif word in {"b", "fs", "plain"}:
            self._letter_word(word, number)
        else:
            self._other_word(word, number)

    def _font_word(self, word: str, number: int) -> None:
        if word == "f":
            self._number = number
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._number] = _CHARSETS[number]
        elif word == "cpg" and known(f"cp{number}"):
            self._fonts[self._number] = known(f"cp{number}")

    def _paragraph_word(self, word: str, number: int) -> None:
        if self._group.into == "styles":
            if word == "s":
                self._number = number
                self._group.parts.clear()
            elif word == "outlinelevel" and number < _OUTLINE_NONE:
                self._styles[self._number] = number + 1
        elif self._group.into == "text":
            if word == "pard":
                self._paragraph = _Paragraph()
            elif word == "s":
                self._paragraph.style = number
            elif word == "outlinelevel":
                self._paragraph.outline = number
            elif word == "ilvl":
                self._paragraph.depth = max(0, min(number, LEVELS - 1))
            else:
                self._paragraph.in_table = True

    def _row_word(self, word: str, number: int) -> None:
        if self._group.into != "text":
            return
        if word == "trowd":
            self._shape = RowShape()
        else:
            self._shape.word(word, number)

    def _letter_word(self, word: str, number: int | None) -> None:
        group = self._group
        if word == "b":
            group.bold = number != 0
        elif word == "fs":
            group.size = number or _HALF_POINTS
        else:
            group.font, group.hidden, group.raised, group.bold, group.size = -1, False, False, False, _HALF_POINTS

    def _other_word(self, word: str, number: int | None) -> None:
        group = self._group
        if word in {"v", "deleted"}:
            group.hidden = number != 0
        elif word in {"super", "nosupersub", "sub"}:
            group.raised = word == "super" and number != 0
        elif word == "uc":
            group.after_unicode = min(max(number or 0, 0), 16)
        elif word == "ansicpg":
            self._codepage = known(f"cp{number}") or self._codepage
        elif word == "mac":
            self._codepage = "mac_roman"
        elif word in {"pc", "pca"}:
            self._codepage = "cp437" if word == "pc" else "cp850"
        elif word == "deff":
            self._default_font = number or 0
        elif word == "chftn" and group.into == "text":
            self._put(f"[{self._noted + len(self._notes) + 1}]")

    # ---------------------------------------------------------------- blocks

    def _block(self, word: str) -> Iterator[Piece]:
        """End what the word ends: a paragraph, a cell, a row."""
        if word == "row":
            if self._cells:
                self._rows.append(self._row())
                self._cells = []
            self._paragraph.in_table = False
            if len(self._rows) >= _TABLE_ROWS:
                yield from self._end_table()
        elif word == "cell":
            text = _joined(self._text)
            self._text.clear()
            self._letters.clear()
            if len(self._cells) < CELLS_MOST:
                self._cells.append(f"{self._mark} {text}".strip())
            self._mark = ""
        elif self._paragraph.in_table or word in {"nestcell", "nestrow"}:
            self._text.append("\n")
        else:
            yield from self._end_paragraph()

    def _end_paragraph(self) -> Iterator[Piece]:
        line = _joined(self._text).rstrip()
        text = line.strip()
        self._text.clear()
        mark, self._mark = self._mark, ""
        look = self._look()
        code = self._paragraph.style in self._code_styles
        if not text:
            if code:
                yield Piece("code", line=True)
            return
        yield from self._end_table()
        outline = self._paragraph.outline
        level = outline + 1 if 0 <= outline < _OUTLINE_NONE else self._styles.get(self._paragraph.style, 0)
        if level:
            yield Piece("heading", f"{mark} {text}".strip(), min(level, 6))
        elif code:
            yield Piece("code", line, line=True)
        elif mark:
            label = mark if any(map(str.isalnum, mark)) else BULLET
            yield Piece("list", text, self._paragraph.depth + 1, mark=list_mark(label), look=look)
        else:
            yield Piece("paragraph", text, look=look)
        yield from (Piece("paragraph", note) for note in self._notes)
        yield from (Piece("quote", said) for said in self._said)
        self._noted += len(self._notes)
        self._notes, self._said = [], []

    def _look(self) -> Look | None:
        """Return how the letters of the paragraph that ends looked."""
        letters = self._letters
        if not letters:
            return None
        look = Look(max(letters, key=lambda one: letters[one])[0] / 2, all(bold for _, bold in letters))
        letters.clear()
        return look

    def _end_table(self) -> Iterator[Piece]:
        rows, self._rows = self._rows, []
        if self._cells:
            rows.append(self._row())
            self._cells = []
        if len(rows) == 1:
            text = " ".join(cell for cell in rows[0].cells if cell)
            if text:
                yield Piece("paragraph", text)
        elif any(any(row.cells) for row in rows):
            yield Piece("table", rows=table_of(rows))

    def _row(self) -> RtfRow:
        shape = self._shape
        return RtfRow(tuple(self._cells), tuple(shape.edges), tuple(shape.merged), shape.head)


def _joined(parts: list[str]) -> str:
    """Return the text, with the halves of characters beyond U+FFFF put together."""
    text = "".join(parts)
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
    return text
