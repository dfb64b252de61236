"""Old or locked Office files that this reader cannot open: why, and what the person can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.reader.document import Unreadable

if TYPE_CHECKING:
    from paddock.reader.document import Document, Source


def old_word(_source: Source) -> Document:
    """Raise Unreadable: binary Word documents need an office program to open them."""
    raise _old("Word document", "Word Document (.docx)")


def old_presentation(_source: Source) -> Document:
    """Raise Unreadable: binary PowerPoint presentations need an office program to open them."""
    raise _old("PowerPoint presentation", "PowerPoint Presentation (.pptx)")


def locked_office(_source: Source) -> Document:
    """Raise Unreadable: an Office file that is encrypted as a whole ([MS-OFFCRYPTO])."""
    raise Unreadable(
        "password",
        "This document is protected with a password.",
        "Paddock cannot open Office files with their password.",
        "Save it without a password in the program it comes from, and add that copy.",
    )


def _old(kind: str, new: str) -> Unreadable:
    return Unreadable(
        "unsupported",
        f"This is a {kind} in the old binary format, which Paddock does not read.",
        "LibreOffice or Office can turn it into the present format.",
        f"Open it in LibreOffice or Office, choose “Save As” and “{new}”, and add that copy.",
    )
