"""What holds on this computer, tried out just now: walls, connections, where data lies, who keeps the key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from paddock.ui.outside import open_folder
from paddock.ui.phrases import number, size, when_iso
from paddock.ui.sentences import in_language
from paddock.ui.shortcuts import QT_TRANSLATE_NOOP
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import Page, words
from paddock.ui.widgets.plain import PlainLabel
from paddock.ui.widgets.scaled import follow, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from paddock.app import Paddock
    from paddock.doctor.report import FolderFacts, NetworkFacts, NetworkUse, Problem, Report, WallFacts
    from paddock.ui.desk import Desk
    from paddock.ui.icons import Tint

_CONTEXT = "PrivacyPage"
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_NARROW_PX = 480
_FEW = 6  # uses of the network that are seen at once
# What `process.confine.probe` calls the doors it tries.
_DOORS = {
    "network": QT_TRANSLATE_NOOP("PrivacyPage", "The network"),
    "socket_inet": QT_TRANSLATE_NOOP("PrivacyPage", "Connecting to the internet (IPv4)"),
    "socket_inet6": QT_TRANSLATE_NOOP("PrivacyPage", "Connecting to the internet (IPv6)"),
    "socket_udp": QT_TRANSLATE_NOOP("PrivacyPage", "Sending single packets, such as name look-ups"),
    "socket_netlink": QT_TRANSLATE_NOOP("PrivacyPage", "Asking the system about networks"),
    "socket_packet": QT_TRANSLATE_NOOP("PrivacyPage", "Writing raw packets"),
    "socket_unix": QT_TRANSLATE_NOOP("PrivacyPage", "Speaking to other programs on this computer"),
    "raw_syscall": QT_TRANSLATE_NOOP("PrivacyPage", "Connecting past the system's library"),
    "io_uring": QT_TRANSLATE_NOOP("PrivacyPage", "Connecting through the kernel's ring buffers"),
    "ptrace": QT_TRANSLATE_NOOP("PrivacyPage", "Looking into other processes"),
    "exec": QT_TRANSLATE_NOOP("PrivacyPage", "Starting another program"),
    "read_other_file": QT_TRANSLATE_NOOP("PrivacyPage", "Reading a file of the system"),
    "read_home": QT_TRANSLATE_NOOP("PrivacyPage", "Reading your folders"),
    "read_root_folder": QT_TRANSLATE_NOOP("PrivacyPage", "Listing the file system"),
    "create_file": QT_TRANSLATE_NOOP("PrivacyPage", "Creating a file"),
    "change_file": QT_TRANSLATE_NOOP("PrivacyPage", "Changing a file"),
    "fork": QT_TRANSLATE_NOOP("PrivacyPage", "Making another process"),
    "signal_window": QT_TRANSLATE_NOOP("PrivacyPage", "Signalling the window's process"),
}


class PrivacyPage(Page):
    """Facts only: each was tried when the page was opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Privacy"))
        self._desk = desk
        self._make = Buttons(desk.theme, desk.icons)
        self._trying = False
        self._turned: set[str] = set()  # the parts that were unfolded
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        spaced(desk.theme, self._column, spacing=8)
        self._again = self._make.push(self.tr("Try again"), "", "arrow-clockwise")
        self._again.setAccessibleName(self.tr("Try again"))
        self._again.clicked.connect(self.refresh)
        title = QHBoxLayout()
        title.addWidget(words(self.tr("Privacy"), "title"), 1)
        title.addWidget(self._again)
        spaced(desk.theme, title, spacing=8)
        self.add(title)
        about = self.tr(
            "What you type and open stays on this computer. Below is what was tried just now, not what is assumed."
        )
        self.add(words(about, "muted"))
        self.add(self._content)
        self.fill()
        self._state = words(self.tr("Trying every door…"), "muted")
        self._column.addWidget(self._state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - described by Qt
        super().resizeEvent(event)
        narrow = self.width() < self._desk.theme.px(_NARROW_PX)
        self._again.setText("" if narrow else self.tr("Try again"))
        self._again.setToolTip(self.tr("Try again") if narrow else "")

    def refresh(self) -> None:
        """Try everything anew."""
        self._try(start_engine=False)

    def _try(self, *, start_engine: bool) -> None:
        if self._trying:
            return
        self._trying = True  # the button stays enabled, for it may have the focus
        paddock = self._desk.paddock
        self._desk.tasks.do(
            self,
            lambda: _look(paddock, start_engine=start_engine),
            self._show,
            failed=self._on_failed,
            lane="doctor",
        )

    def _on_failed(self, error: object) -> None:
        self._trying = False
        self._clear()
        self._column.addWidget(words(in_language(str(error)), "bad"))

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show(self, report: Report) -> None:
        self._trying = False
        self._clear()
        self._show_connections(report)
        self._show_problems(report.problems)
        self._show_network(report.network)
        self._show_processes(report)
        self._show_key(report)
        self._show_folders(report.folders)

    # ------------------------------------------------------------ parts

    def _show_connections(self, report: Report) -> None:
        network = [wall for wall in report.walls if _is_network(wall)]
        held = bool(network) and all(wall.held for wall in network)
        text = (
            self.tr("The network was used since start, because you asked for it: see below for what.")
            if self._desk.paddock.times_network_asked
            else self.tr("No connection since start.")
        )
        text += " " + (
            self.tr("The system refuses this window the network.")
            if held
            else self.tr("This system does not enforce it for the window.")
        )
        card, grid = self._card()
        tint: Tint = "accent" if held else "warning"
        self._fact(grid, 0, "shield-check" if held else "shield-warning", tint, text, "strong")
        self._column.addWidget(card)

    def _show_network(self, network: NetworkFacts) -> None:
        """Show who could use the network now, and every use there ever was."""
        self._heading(self.tr("Uses of the network"))
        card, grid = self._card()
        row = 0
        for process_id in network.doorkeepers:
            about = self.tr(
                "It opens no connection until you ask: then it has a model fetched, or the hub of models searched. "
                "Every use is listed here. In the settings you can turn it off for good."
            )
            text = self.tr("The doorkeeper, process {0}: the one process outside the walls.")
            self._fact(grid, row, "door", "warning", text.format(process_id), "", about)
            row += 1
        if not network.doorkeepers:
            self._fact(grid, row, "shield-check", "accent", self.tr("No process of Paddock may use the network."))
            row += 1
        uses = list(reversed(network.uses))
        for use in uses[:_FEW]:
            self._show_use(grid, row, use)
            row += 1
        if len(uses) > _FEW:
            rest = QWidget()
            older = QGridLayout(rest)
            older.setColumnStretch(1, 1)
            spaced(self._desk.theme, older, spacing=10)
            for place, use in enumerate(uses[_FEW:]):
                self._show_use(older, place, use)
            grid.addWidget(rest, row, 0, 1, 3)
            grid.addWidget(self._folded("uses", rest, self.tr("Uses of the network")), row + 1, 1)
            row += 2
        ledger = self.tr("Each use is entered here before its first byte: {0}").format(network.ledger)
        never = self.tr("The network has never been used: the ledger is empty.")
        self._fact(
            grid,
            row,
            "list-dashes",
            "text_muted",
            ledger if network.uses else never,
            "",
            "" if network.uses else ledger,
        )
        self._column.addWidget(card)

    def _show_use(self, grid: QGridLayout, row: int, use: NetworkUse) -> None:
        expected = size(use.bytes_expected) if use.bytes_expected else ""
        parts = (expected, in_language(use.through), in_language(use.why))
        detail = " · ".join(part for part in parts if part)
        self._fact(grid, row, "globe", "info", f"{when_iso(use.time)}: {in_language(use.what)}", "", detail)

    def _show_processes(self, report: Report) -> None:
        """Show of each process how much of what it tried was refused; what, when it is asked for."""
        self._heading(self.tr("What the system refuses"))
        card, grid = self._card()
        engine = in_language(report.engine.problem) if report.engine.model else ""
        processes = {
            "window": (self.tr("The window"), ""),
            "engine": (
                self.tr("The engine, which runs the model"),
                engine or self.tr("It is not running, or busy: it starts with your first question."),
            ),
            "reader": (self.tr("The reader, which opens documents"), self.tr("It could not be asked.")),
            "office program": (self.tr("LibreOffice, which turns old Office files into new ones"), ""),
        }
        row = 0
        for process, (title, untried) in processes.items():
            walls = [wall for wall in report.walls if wall.process == process]
            if walls:
                self._show_tried(grid, row, process, title, walls)
            elif untried:
                column = self._fact(grid, row, "info", "info", title, "strong", untried)
                if process == "engine":
                    start = self._make.push(self.tr("Start it and try"))
                    start.clicked.connect(lambda: self._try(start_engine=True))
                    column.addWidget(start, alignment=Qt.AlignmentFlag.AlignLeft)
            row += 2  # what is unfolded has a row of its own
        self._column.addWidget(card)

    def _show_tried(self, grid: QGridLayout, row: int, process: str, title: str, walls: Sequence[WallFacts]) -> None:
        held = [wall for wall in walls if wall.held]
        told = self.tr("Refused: {0} of the {1} things it tried.").format(number(len(held)), number(len(walls)))
        whole = len(held) == len(walls)
        icon, tint = ("check-circle", "accent") if whole else ("warning", "warning")
        column = self._fact(grid, row, icon, tint, title, "strong", told)  # type: ignore[arg-type]  # a Tint it is
        for wall in walls:
            if not wall.held:
                text = self.tr("{0}: not enforced on this system").format(_door_words(wall.name))
                column.addWidget(words(" · ".join(part for part in (text, in_language(wall.detail)) if part), "warn"))
        each = QWidget()
        rows = QVBoxLayout(each)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for wall in held:
            text = f"{_door_words(wall.name)}: {in_language(wall.detail) or self.tr('refused')}"
            label = words(text, "small")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addWidget(label)
        grid.addWidget(self._folded(process, each, title), row, 2, _TOP_RIGHT)
        grid.addWidget(each, row + 1, 1, 1, 2)

    def _folded(self, name: str, part: QWidget, title: str) -> QPushButton:
        """Return the button that shows a part and hides it again; it stays as it is when all is tried again."""
        button = self._make.push("", "link")

        def put() -> None:
            part.setVisible(name in self._turned)
            button.setText(self.tr("Hide") if name in self._turned else self.tr("Show each"))
            button.setAccessibleName(f"{button.text()}: {title}")

        def turn() -> None:
            self._turned ^= {name}
            put()

        button.clicked.connect(turn)
        put()
        return button

    def _show_key(self, report: Report) -> None:
        self._heading(self.tr("Your key"))
        texts = {
            "keyring": self.tr("The key of your chats lies in this system's keyring."),
            "passphrase": self.tr("The key of your chats opens with your passphrase, and only with it."),
            "none": self.tr("There is no store yet."),
        }
        card, grid = self._card()
        self._fact(grid, 0, "key", "accent", texts.get(report.custody, self.tr("It is not known who keeps the key.")))
        self._column.addWidget(card)

    def _show_folders(self, folders: Sequence[FolderFacts]) -> None:
        self._heading(self.tr("Where everything lies"))
        names = {
            "settings": self.tr("Settings"),
            "store": self.tr("Chats, encrypted"),
            "documents": self.tr("Documents, encrypted"),
            "models": self.tr("Models"),
            "cache": self.tr("Checksums"),
            "languages": self.tr("Languages of text in pictures"),
        }
        card, grid = self._card()
        for row, folder in enumerate(folders):
            text = f"{names.get(folder.name, folder.name)}: {size(folder.size_bytes)}"
            self._fact(grid, row, "folder", "text_muted", text, "", folder.path)
            show = self._make.push(self.tr("Open"), "link")
            show.setAccessibleName(self.tr("Open the folder: {0}").format(names.get(folder.name, folder.name)))
            show.clicked.connect(lambda _on=False, path=folder.path: open_folder(self._desk, self, Path(path)))
            grid.addWidget(show, row, 2, _TOP_RIGHT)
        self._column.addWidget(card)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        if not problems:
            return
        self._heading(self.tr("To put right"))
        card, grid = self._card()
        for row, problem in enumerate(problems):
            self._fact(grid, row, "warning", "warning", in_language(problem.what), "", in_language(problem.next_step))
        self._column.addWidget(card)

    # ------------------------------------------------------------ pieces

    def _heading(self, text: str) -> None:
        label = words(text, "heading")
        follow(self._desk.theme, label, lambda: label.setContentsMargins(0, self._desk.theme.px(14), 0, 0))
        self._column.addWidget(label)

    def _card(self) -> tuple[QFrame, QGridLayout]:
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setColumnStretch(1, 1)
        spaced(self._desk.theme, grid, (16, 12, 12, 12), 10)
        return card, grid

    def _fact(
        self, grid: QGridLayout, row: int, icon: str, tint: Tint, text: str, kind: str = "", detail: str = ""
    ) -> QVBoxLayout:
        theme, icons = self._desk.theme, self._desk.icons
        mark = PlainLabel()
        follow(theme, mark, lambda: mark.setPixmap(icons.pixmap(icon, theme.px(20), tint, mark.devicePixelRatioF())))
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, its_kind in ((text, kind), (detail, "small")):
            if part:
                label = words(part, its_kind)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(label)
        grid.addWidget(both, row, 1)
        return column


def _look(paddock: Paddock, *, start_engine: bool) -> Report:
    """Try everything. An engine that holds a model is asked as it is, since doctor would load another one."""
    from paddock.doctor.examining import Parts, examine  # noqa: PLC0415 - seldom needed
    from paddock.doctor.report import EngineFacts  # noqa: PLC0415
    from paddock.doctor.walls import walls_of  # noqa: PLC0415

    engine = paddock.engine
    ask_doctor = start_engine and engine.loaded is None
    parts = Parts(
        paddock.home,
        paddock.settings,
        paddock.models,
        paddock.custody,
        engine if ask_doctor else None,
        paddock.reader,
        paddock.gate.check_use,
    )
    report = examine(parts, lambda _what: None)
    if engine.state == "ready" and not ask_doctor:
        answer = engine.probe()
        walls = tuple(walls_of("engine", answer.walls))
        return replace(report, walls=report.walls + walls, engine=EngineFacts(mechanism=answer.mechanism))
    return report


def _is_network(wall: WallFacts) -> bool:
    return wall.name in {"network", "raw_syscall", "io_uring"} or (
        wall.name.startswith("socket_") and wall.name != "socket_unix"
    )


def _door_words(name: str) -> str:
    """Return words for a probe's stable name, the name itself where it is new."""
    return QCoreApplication.translate(_CONTEXT, _DOORS[name]) if name in _DOORS else name.replace("_", " ")
