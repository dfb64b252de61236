"""Says that another embedding model is installed than made the vectors, or why none can be made; lets one choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from paddock.errors import LicenceNotAgreed
from paddock.ui.phrases import number
from paddock.ui.sentences import in_language, together
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.page import words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from paddock.errors import UserError
    from paddock.library.replacing import Replacement
    from paddock.ui.desk import Desk
    from paddock.ui.models.agreeing import Agreeing

_STEPS = 1000
_LANE = "documents embedder"


class EmbedderLine(QFrame):
    """Hidden where there is nothing to choose and all goes well. `begun` tells whether vectors are being made anew.

    `left`: it went away while it had the focus.
    """

    begun = Signal(bool)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._desk = desk
        self._found: Replacement | None = None
        self._asked = 0
        self._reading = self._again = False
        make = Buttons(desk.theme, desk.icons)
        self._what = words("")
        self._trouble = words("", "bad")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Vectors made anew"))
        self.anew = make.push(self.tr("Make them anew"))
        self.anew.setAccessibleDescription(self.tr("Search goes on with the old vectors until all are made."))
        self.anew.clicked.connect(self._make_anew)
        self.keep = make.push(self.tr("Keep"))
        self.keep.setAccessibleDescription(self.tr("The vectors stay as they are, and you are not asked again."))
        self.keep.clicked.connect(self._keep)
        self.stop = make.push(self.tr("Stop"), "", "stop")
        self.stop.setAccessibleDescription(self.tr("The old vectors stay; those made so far are given up."))
        self.stop.clicked.connect(self._stop)
        self.retry = make.push(self.tr("Try again"), "", "arrow-clockwise")
        self.retry.setAccessibleDescription(self.tr("What has its vectors already keeps them."))
        self.retry.clicked.connect(desk.documents.try_again)
        self.agree = make.push(self.tr("Read and accept the licence…"), "", "scales")
        self.agree.clicked.connect(self._agree)
        self._agreeing: Agreeing | None = None
        row = QWidget()
        flow = FlowLayout(row)
        for button in self._buttons():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        for part in (self._what, self._bar, self._trouble, row):
            column.addWidget(part)
        spaced(desk.theme, flow, (0, 2, 0, 0), 8)
        spaced(desk.theme, column, (14, 10, 12, 12), 6)
        feed = desk.documents
        feed.opened.connect(self.look)
        feed.closed.connect(lambda: self._show(None))
        feed.embedded.connect(lambda _progress: self.look())
        feed.troubled.connect(lambda _trouble: self._show(self._found))
        self.hide()

    # ------------------------------------------------------------ what others ask of it

    @property
    def said(self) -> str:
        """Return what it tells."""
        told = [self._what.plain] if self._found is not None else []
        if self._desk.documents.trouble is not None:
            told.append(self._trouble.plain)
        return together(told)

    @property
    def is_begun(self) -> bool:
        """Tell whether vectors are being made anew."""
        return self._found is not None and self._found.begun

    def look(self) -> None:
        """See how it stands: a model may have come or gone, or vectors been made."""
        library = self._desk.documents.library
        if library is None:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        asked = self._asked

        def done(found: Replacement | None) -> None:
            if asked == self._asked:
                self._show(found)
            self._read_on()

        def failed(error: UserError) -> None:
            self._read_on()
            self._desk.notices.complain(error)

        self._desk.tasks.do(self, library.replacement, done, failed=failed, lane=_LANE)

    def _read_on(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self.look()

    # ------------------------------------------------------------ choosing

    def _make_anew(self) -> None:
        library, found = self._desk.documents.library, self._found
        if library is not None and found is not None and not found.begun:
            self._change(lambda: library.re_embed(found.sha256), replace(found, begun=True))

    def _keep(self) -> None:
        library = self._desk.documents.library
        if library is not None:
            self._change(library.keep_embedder, None)

    def _stop(self) -> None:
        library, found = self._desk.documents.library, self._found
        if library is not None and found is not None:
            self._change(library.stop_re_embedding, replace(found, begun=False, done=0))

    def _agree(self) -> None:
        """Show the licence that holds a model back; once it is agreed to, go on."""
        from paddock.ui.models.agreeing import Agreeing  # noqa: PLC0415 - seldom needed

        trouble = self._desk.documents.trouble
        if isinstance(trouble, LicenceNotAgreed):
            self._agreeing = self._agreeing or Agreeing(self._desk, self.window, self)
            self._agreeing.before_use(trouble.model, self._desk.documents.try_again)

    def _change(self, work: Callable[[], None], then: Replacement | None) -> None:
        """Show what is about to be so, and do it; what was read before that is not shown any more."""
        self._asked += 1
        self._show(then)

        def failed(error: UserError) -> None:
            self._desk.notices.complain(error)
            self.look()

        self._desk.tasks.do(self, work, lambda _none: self.look(), failed=failed, lane=_LANE)

    # ------------------------------------------------------------ showing

    def _show(self, found: Replacement | None) -> None:
        was, self._found = self._found, found
        focus = self._holds_focus()
        if found is not None:
            self._fill(found)
        begun = found is not None and found.begun
        told_before = self._trouble.isVisibleTo(self)
        trouble = self._desk.documents.trouble
        if trouble is not None:
            self._trouble.setText(self._words_of(trouble))
        for button in (self.anew, self.keep):
            button.setVisible(found is not None and not begun)
        self.stop.setVisible(begun)
        held_back = isinstance(trouble, LicenceNotAgreed)
        self.agree.setVisible(held_back)
        self.retry.setVisible(trouble is not None and not held_back)
        self._trouble.setVisible(trouble is not None)
        self._what.setVisible(found is not None)
        self._bar.setVisible(begun)
        self.setVisible(found is not None or trouble is not None)
        self.setAccessibleName(self.said)
        if focus and self.isHidden():
            self.left.emit()
        elif focus and not self._holds_focus():
            self._put_focus()
        if (found is not None and (was is None or was.begun != found.begun)) or (trouble is not None) > told_before:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if begun != (was is not None and was.begun):
            self.begun.emit(begun)

    def _fill(self, found: Replacement) -> None:
        if found.begun:
            text = self.tr("The documents' vectors are made anew by “{0}”: {1} of {2} passages.")
            self._what.setText(text.format(found.name, number(found.done), number(found.total)))
            self._bar.setValue(round(_STEPS * found.done / max(1, found.total)))
        else:
            text = self.tr("“{0}” is installed; the documents' vectors were made by “{1}”.")
            self._what.setText(text.format(found.name, found.made_by))

    def _words_of(self, trouble: UserError) -> str:
        if isinstance(trouble, LicenceNotAgreed):
            return together((in_language(trouble.what), self.tr("Search does without it until then.")))
        library = self._desk.documents.library
        if library is not None and library.not_ranking is trouble:
            return in_language(str(trouble))
        told = together(in_language(part) for part in (trouble.what, trouble.why, trouble.next_step) if part)
        return self.tr("Search by meaning is not whole, for vectors could not be made: {0}").format(told)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.anew, self.keep, self.agree, self.retry, self.stop)

    def _put_focus(self) -> None:
        first = next(button for button in (self.anew, self.stop, self.agree, self.retry) if not button.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        return any(button.hasFocus() and not button.isHidden() for button in self._buttons())
