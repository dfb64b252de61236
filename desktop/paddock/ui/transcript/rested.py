"""The quiet line under an answer: which documents it rests on, which were not consulted, what its signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from paddock.chat.citing import UNSUPPORTED, quote_of
from paddock.ui.documents.phrases import page_words
from paddock.ui.sentences import in_language
from paddock.ui.widgets.flow import FlowLayout
from paddock.ui.widgets.plain import PlainLabel, plain_tip
from paddock.ui.widgets.scaled import icon_sized

if TYPE_CHECKING:
    from paddock.chat.sources import Consulted, Mark, Source
    from paddock.ui.transcript.materials import Materials

_MOST_NAMED = 40


class SourcesLine(QWidget):
    """`asked` when the passages are to be shown; `relaid` when its height has changed."""

    asked = Signal()
    relaid = Signal()

    def __init__(self, materials: Materials, parent: QWidget) -> None:
        super().__init__(parent)
        self._materials = materials
        self._consulted: Consulted | None = None
        self._said = PlainLabel()
        self._said.setProperty("kind", "small")
        self.passages = self._button()
        self.passages.clicked.connect(self.asked)
        self.left_out = self._button()
        self.left_out.setCheckable(True)
        self.left_out.toggled.connect(self._on_toggled)
        icon_sized(materials.theme, self.left_out, 14, gap=4)
        self.names = self._small()
        self.legend = self._small()
        head = QWidget()
        self._flow = FlowLayout(head)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for part in (self._said, self.passages, self.left_out):
            self._flow.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for line in (head, self.names, self.legend):
            self._column.addWidget(line)

    def _button(self) -> QPushButton:
        button = self._materials.buttons.push("", "link", parent=self)
        button.setObjectName("notice_step")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _small(self) -> PlainLabel:
        label = PlainLabel(parent=self)
        label.setProperty("kind", "small")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_for(self, consulted: Consulted) -> None:
        """Tell of this."""
        if consulted is self._consulted:
            return
        self._consulted = consulted
        self.setAccessibleName(rested_on(consulted))
        self._said.setText(rested_on(consulted))
        self._said.setToolTip(plain_tip(rested_on(consulted)))
        self.passages.setVisible(bool(consulted.sources))
        words = self.tr("%n passage(s)", "", len(consulted.sources))
        self.passages.setText(words if consulted.relevant else self.tr("Nearest passages"))
        self.passages.setAccessibleName(self.tr("Show %n passage(s)", "", len(consulted.sources)))
        self.passages.setToolTip(self.tr("Show the passages on their pages"))
        left = consulted.not_consulted
        self.left_out.setChecked(False)
        self.left_out.setVisible(bool(left))
        self._name_left_out()
        lines = [f"{one.document}: {in_language(one.why)}" for one in left[:_MOST_NAMED]]
        if len(left) > _MOST_NAMED:
            lines.append(self.tr("and %n more", "", len(left) - _MOST_NAMED))
        self.names.setText("\n".join(lines))
        self.names.hide()
        unsupported = any(mark.verdict == "unsupported" for mark in consulted.marks)
        self.legend.setText(self.tr("{0} Not found in the documents: look such a sentence up.").format(UNSUPPORTED))
        self.legend.setVisible(unsupported)

    def forget(self) -> None:
        """Tell of nothing."""
        self._consulted = None
        self.left_out.setChecked(False)

    def set_tab_stop(self, reached: bool) -> None:  # noqa: FBT001 - a setter
        """Let the Tab key reach the buttons, or pass them by."""
        policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.NoFocus
        self.passages.setFocusPolicy(policy)
        self.left_out.setFocusPolicy(policy)

    def height_for(self, width: int) -> int:
        """Return the height for a width."""
        px = self._materials.theme.px
        self._flow.setSpacing(px(4))
        self._column.setSpacing(px(2))
        for part in (self._said, self.passages, self.left_out, self.names, self.legend):
            part.ensurePolished()
        if self._consulted is not None:
            whole = rested_on(self._consulted)
            self._said.setText(self._said.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, width))
        self._said.setMinimumHeight(self.passages.sizeHint().height())  # their words stand on one line
        height: int = self._column.totalHeightForWidth(width)
        return height

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self.names.setVisible(shown)
        self._name_left_out()
        self.relaid.emit()

    def _name_left_out(self) -> None:
        count = len(self._consulted.not_consulted) if self._consulted is not None else 0
        self.left_out.setText(self.tr("%n not consulted", "", count))
        icons = self._materials.icons
        self.left_out.setIcon(icons.icon("caret-up" if self.left_out.isChecked() else "caret-down"))
        self.left_out.setAccessibleDescription(
            self.tr("The list is shown") if self.left_out.isChecked() else self.tr("Shows the list with the reasons")
        )


def rested_on(consulted: Consulted) -> str:
    """Return how the documents took part: “Searched 12 documents”, “Read whole: report.pdf”."""
    documents = list(dict.fromkeys(source.document for source in consulted.sources))
    if consulted.used == "whole":
        if len(documents) == consulted.documents == 1:
            return QCoreApplication.translate("SourcesLine", "Read whole: {0}").format(documents[0])
        return QCoreApplication.translate("SourcesLine", "Read whole: %n document(s)", "", consulted.documents)
    if not consulted.relevant:
        return QCoreApplication.translate(
            "SourcesLine", "Searched %n document(s): nothing in them speaks of this", "", consulted.documents
        )
    return QCoreApplication.translate("SourcesLine", "Searched %n document(s)", "", consulted.documents)


def place_of(source: Source) -> str:
    """Return the page a source stands on, in the person's language."""
    kinds = {"page", "slide", "sheet", "section", "part", "image"}
    kind = source.kind if source.kind in kinds else "page"
    return page_words(kind, source.page, source.label)  # type: ignore[arg-type]  # one of the kinds, by the line above


def place_and_heading(source: Source) -> str:
    """Return the page a source stands on and the heading above it, where the page is not called by that already."""
    heading = source.headings[-1] if source.headings else ""
    place = place_of(source)
    return place if not heading or heading in place else f"{place} · {heading}"


def tip_of(consulted: Consulted, mark: Mark) -> str:
    """Return what is told of a citation where the pointer rests on it."""
    if mark.verdict != "supported":
        return QCoreApplication.translate("SourcesLine", "Not found in the documents")
    source = next(one for one in consulted.sources if one.number == mark.source)
    words = QCoreApplication.translate("SourcesLine", "{0}, {1}: “{2}”")
    return words.format(source.document, place_of(source), quote_of(source, mark))
