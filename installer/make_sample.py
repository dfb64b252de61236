"""Prints the sample report: `python installer/make_sample.py`. Run again only where the text changed."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "desktop" / "paddock" / "library" / "sample" / "Groundwater in the Elmbrook Valley.pdf"


def main() -> None:
    """Write the PDF, A4, four pages at most."""
    application = QGuiApplication([])
    document = QTextDocument()
    document.setHtml((ROOT / "resources" / "sample" / "report.html").read_text(encoding="utf-8"))
    writer = QPdfWriter(str(SAMPLE))
    writer.setTitle("Groundwater in the Elmbrook Valley")
    writer.setCreator("Paddock")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(22, 22, 22, 22),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(96)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    application.quit()


if __name__ == "__main__":
    main()
