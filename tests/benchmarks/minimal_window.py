"""Yardstick: the smallest PySide6 window with a text field, from the start of Python to the first key it takes.

Prints `ready` and the process's memory in bytes once the field has taken a key, then ends.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit


def main() -> None:
    """Show the window, press a key, say so."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    field = QPlainTextEdit()
    window.setCentralWidget(field)
    window.resize(1180, 780)
    window.show()
    field.setFocus()

    def press() -> None:
        QTest.keyClick(field, Qt.Key.Key_A)
        if field.toPlainText() == "a":
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            application.quit()

    QTimer.singleShot(0, press)
    application.exec()


if __name__ == "__main__":
    main()
