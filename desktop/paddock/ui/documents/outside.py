"""Which files may be handed to another program by a click on “Open outside”, and which are shown in their folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

# A document is known by its content, but opened outside by its name: a PDF may be called "report.bat", and a system
# runs that. So only what is looked at or edited by such a name is opened, and not what may be run (.js, .desktop, .py).
_LOOKED_AT: Final = frozenset(
    (
        ".pdf .docx .docm .pptx .pptm .xlsx .xlsm .xlsb .doc .ppt .xls .odt .ods .odp .fodt .fods .fodp .rtf .html "
        ".htm .epub .eml .msg .mbox .md .markdown .txt .text .log .csv .tsv .json .jsonl .png .jpg .jpeg .tif .tiff "
        ".gif .webp .bmp"
    ).split()
)


def outside(path: Path) -> Path:
    """Return what the system may be asked to open: the file, or the folder it lies in."""
    return path if path.suffix.casefold() in _LOOKED_AT else path.parent
