"""What “Open outside” hands to the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from paddock.ui.documents.outside import outside

FOLDER = Path("papers")


@pytest.mark.parametrize("name", ["report.pdf", "Letter.DOCX", "notes.md", "mail.eml", "scan.tiff", "a.b.csv"])
def test_what_is_looked_at_is_opened(name: str) -> None:
    assert outside(FOLDER / name) == FOLDER / name


@pytest.mark.parametrize(
    "name",
    ["report.pdf.exe", "report.bat", "wells.js", "wells.desktop", "run", ".pdf", "a.py", "x.pdf ", "bill.\u202epdf"],
)
def test_what_might_be_run_is_shown_in_its_folder(name: str) -> None:
    assert outside(FOLDER / name) == FOLDER
