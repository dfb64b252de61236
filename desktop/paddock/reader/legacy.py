"""Old Office files that this reader cannot open by itself: why, what could, and what the person can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from paddock.reader.document import Document, Source
    from paddock.reader.protocol import Office


def old_word(_source: Source) -> Document:
    """Raise Unreadable: binary Word documents need an office program to open them."""
    raise _old("doc", "Word document", "Word Document (.docx)")


def old_presentation(_source: Source) -> Document:
    """Raise Unreadable: binary PowerPoint presentations need an office program to open them."""
    raise _old("ppt", "PowerPoint presentation", "PowerPoint Presentation (.pptx)")


def old_workbook(_source: Source) -> Document:
    """Raise Unreadable: workbooks of Excel 4 and before are no compound files, and need an office program."""
    raise _old("xls", "Excel workbook", "Excel Workbook (.xlsx)")


def _old(office: Office, kind: str, new: str) -> Unreadable:
    return Unreadable(
        "unsupported",
        f"This is a {kind} in the old binary format, which Paddock does not read by itself.",
        "LibreOffice or Office can turn it into the present format.",
        f"Install LibreOffice and read this file again, or save it there as “{new}” and add that copy.",
        office,
    )
