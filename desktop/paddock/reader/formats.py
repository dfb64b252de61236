"""Which reader opens which format; each family's code, and the parser under it, is imported when first needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from paddock.reader.document import Unreadable
from paddock.reader.legacy import old_presentation, old_word, old_workbook
from paddock.reader.sniff import describe, sniff

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.reader.document import Document, Source


def open_document(source: Source) -> Document:
    """Return the document, ready to be read, by what its bytes are and not by its name. Raises Unreadable."""
    if not source.data:
        raise Unreadable("empty", "The file is empty.")
    found = sniff(source.name, source.data)
    opener = OPENERS.get(found or "")
    if opener is None:
        raise _refusal(found, source)
    return opener(source)


def _refusal(found: str | None, source: Source) -> Unreadable:
    """Return why a file of a kind that nobody reads is refused."""
    if found is not None:
        return Unreadable("unsupported", f"{found.upper()} files cannot be read.")
    kind = describe(source.data)
    why = f"It is {kind}." if kind else "Its bytes are those of no kind of document that is known."
    return Unreadable("unknown_format", "This is not a kind of file that can be read.", why)


def _pdf(source: Source) -> Document:
    from paddock.reader.pdf import PdfDocument  # noqa: PLC0415 - the parser's library is loaded for its own files alone

    return PdfDocument(source)


def _text(source: Source) -> Document:
    from paddock.reader.plain_text import PlainTextDocument  # noqa: PLC0415 - as above

    return PlainTextDocument(source)


def _code(source: Source) -> Document:
    from paddock.reader.code_text import CodeDocument  # noqa: PLC0415 - as above

    return CodeDocument(source)


def _markdown(source: Source) -> Document:
    from paddock.reader.markdown_text import MarkdownDocument  # noqa: PLC0415 - as above

    return MarkdownDocument(source)


def _table(source: Source) -> Document:
    from paddock.reader.tables import TableDocument  # noqa: PLC0415 - as above

    return TableDocument(source)


def _json(source: Source) -> Document:
    from paddock.reader.json_text import JsonDocument  # noqa: PLC0415 - as above

    return JsonDocument(source)


def _json_lines(source: Source) -> Document:
    from paddock.reader.json_text import JsonLinesDocument  # noqa: PLC0415 - as above

    return JsonLinesDocument(source)


def _html(source: Source) -> Document:
    from paddock.reader.html_text import HtmlDocument  # noqa: PLC0415 - as above

    return HtmlDocument(source)


def _rtf(source: Source) -> Document:
    from paddock.reader.rtf_text import RtfDocument  # noqa: PLC0415 - as above

    return RtfDocument(source)


def _mail(source: Source) -> Document:
    from paddock.reader.mail import MailDocument  # noqa: PLC0415 - as above

    return MailDocument(source)


def _mailbox(source: Source) -> Document:
    from paddock.reader.mail import MailboxDocument  # noqa: PLC0415 - as above

    return MailboxDocument(source)


def _outlook(source: Source) -> Document:
    from paddock.reader.msg import OutlookDocument  # noqa: PLC0415 - as above

    return OutlookDocument(source)


def _picture(source: Source) -> Document:
    from paddock.reader.image import ImageDocument  # noqa: PLC0415 - as above

    return ImageDocument(source)


def _docx(source: Source) -> Document:
    from paddock.reader.docx import DocxDocument  # noqa: PLC0415 - as above

    return DocxDocument(source)


def _pptx(source: Source) -> Document:
    from paddock.reader.pptx import PptxDocument  # noqa: PLC0415 - as above

    return PptxDocument(source)


def _xlsx(source: Source) -> Document:
    from paddock.reader.xlsx import XlsxDocument  # noqa: PLC0415 - as above

    return XlsxDocument(source)


def _binary_workbook(source: Source) -> Document:
    from paddock.reader.sheets import BinaryWorkbook  # noqa: PLC0415 - as above

    return BinaryWorkbook(source)


def _locked_office(source: Source) -> Document:
    from paddock.reader.office_lock import unlocked_office  # noqa: PLC0415 - as above

    data = unlocked_office(source)
    found = sniff(source.name, data)
    # Nothing else is ever locked so; and what is locked twice would be opened without end.
    if found not in _LOCKED_SO:
        raise Unreadable("damaged", "This file is damaged.", "What was locked in it is no Office document.")
    return OPENERS[found](replace(source, data=data, password=None))


def _odt(source: Source) -> Document:
    from paddock.reader.odf import OdtDocument  # noqa: PLC0415 - as above

    return OdtDocument(source)


def _odp(source: Source) -> Document:
    from paddock.reader.odf import OdpDocument  # noqa: PLC0415 - as above

    return OdpDocument(source)


def _ods(source: Source) -> Document:
    from paddock.reader.ods import OdsDocument  # noqa: PLC0415 - as above

    return OdsDocument(source)


def _epub(source: Source) -> Document:
    from paddock.reader.epub import EpubDocument  # noqa: PLC0415 - as above

    return EpubDocument(source)


def _old_word(source: Source) -> Document:
    from paddock.reader.doc_text import DocText, is_locked  # noqa: PLC0415 - as above

    # Inside another file no office program can be asked for it, and none is told a password; its words are better
    # than nothing.
    return DocText(source) if source.depth or is_locked(source.data) else old_word(source)


def _old_presentation(source: Source) -> Document:
    from paddock.reader.ppt_text import PptText, is_locked_presentation  # noqa: PLC0415 - as above

    # As above.
    return PptText(source) if source.depth or is_locked_presentation(source.data) else old_presentation(source)


_LOCKED_SO: Final = frozenset({"docx", "pptx", "xlsx", "xlsb"})
OPENERS: dict[str, Callable[[Source], Document]] = {
    "pdf": _pdf,
    "text": _text,
    "code": _code,
    "markdown": _markdown,
    "csv": _table,
    "tsv": _table,
    "json": _json,
    "jsonl": _json_lines,
    "html": _html,
    "rtf": _rtf,
    "eml": _mail,
    "mbox": _mailbox,
    "msg": _outlook,
    "docx": _docx,
    "pptx": _pptx,
    "xlsx": _xlsx,
    "xlsb": _binary_workbook,
    "xls": _binary_workbook,
    "xls4": old_workbook,
    "odt": _odt,
    "odp": _odp,
    "ods": _ods,
    "epub": _epub,
    "doc": _old_word,
    "ppt": _old_presentation,
    "encrypted-office": _locked_office,
    "png": _picture,
    "jpeg": _picture,
    "tiff": _picture,
    "gif": _picture,
    "webp": _picture,
    "bmp": _picture,
}
