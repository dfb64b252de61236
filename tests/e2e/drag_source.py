"""A small window that files are dragged from, as from a file manager: `python -m tests.e2e.drag_source FILE…`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class Source(QLabel):
    """A drag begins where the mouse is moved with its button held."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    window = Source("Drag me")
    window.setWindowTitle("A folder")
    window.setGeometry(1110, 60, 140, 120)
    window.show()
    sys.exit(application.exec())
