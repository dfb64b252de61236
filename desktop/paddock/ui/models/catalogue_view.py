"""The models worth getting, in groups, with what each would take here before anything is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from paddock.ui.models.fit_pill import fit_pill
from paddock.ui.models.headline import Headline
from paddock.ui.models.phrases import kind_words, languages_words, speed_words
from paddock.ui.models.tab_order import in_tab_order
from paddock.ui.phrases import size
from paddock.ui.sentences import in_language
from paddock.ui.widgets.banner import Banner
from paddock.ui.widgets.buttons import Buttons
from paddock.ui.widgets.page import Page, tag, words
from paddock.ui.widgets.scaled import spaced

if TYPE_CHECKING:
    from paddock.app import Paddock
    from paddock.errors import UserError
    from paddock.models.choosing import Offer
    from paddock.models.licences import Licence
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.download_feed import DownloadFeed

_ROWS_AT_ONCE = 1  # so that building them holds no key up


@dataclass(frozen=True)
class Entry:
    """An offer, its licence, whether the policy allows it, and whether it is the one to take on this computer."""

    offer: Offer
    licence: Licence
    allowed: bool
    recommended: bool


def read_entries(paddock: Paddock) -> tuple[Entry, ...]:
    """Return what the catalogue offers here. Not for the Qt thread. Raises UserError."""
    from paddock.models.choosing import offers, recommended  # noqa: PLC0415 - with the first look at the catalogue
    from paddock.models.fit import free_memory, given_back_by  # noqa: PLC0415 - as above
    from paddock.models.licences import licence_named  # noqa: PLC0415 - as above

    offered = offers(paddock.catalogue(), free_memory(), given_back_by(paddock.engine.pid), paddock.speeds.guessed)
    chosen = [
        recommended(offered, "chat", paddock.gate.offered),
        recommended(offered, "embedding", paddock.gate.offered),
        recommended(offered, "reranking", paddock.gate.offered),
    ]
    return tuple(
        Entry(one, licence_named(one.model.licence), paddock.gate.offered(one), one in chosen) for one in offered
    )


class CatalogueView(Page):
    """Read anew whenever the shelf changes: memory may have become free, and a model be there."""

    def __init__(self, desk: Desk, shelf: ModelShelf, feed: DownloadFeed, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self.setAccessibleName(self.tr("Catalogue"))
        self._desk = desk
        self._shelf = shelf
        self._feed = feed
        self._make = Buttons(desk.theme, desk.icons)
        self._to_build: list[Entry] = []
        self._last: tuple[str, str] = ("", "")
        self.rows: list[OfferRow] = []
        self._banner = Banner(desk.theme, desk.icons)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        spaced(desk.theme, self._column, spacing=10)
        self._looking = words(self.tr("Looking…"), "muted")
        for part in (self._banner, self._looking, self._list):
            self.add(part)
        self.fill()
        spaced(desk.theme, self.body, (32, 8, 32, 24), 10)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build)
        self._closed = ""
        feed.changed.connect(self._show_closed)
        self._show_closed()
        shelf.changed.connect(self._show_installed)
        self.look()

    @property
    def whole(self) -> bool:
        """Tell whether all rows are there."""
        return bool(self.rows) and not self._to_build

    def look(self) -> None:
        """Read the catalogue and weigh it against the memory that is free now."""
        paddock = self._desk.paddock
        self._desk.tasks.do(self, lambda: read_entries(paddock), self._show, failed=self._on_failed)

    def _on_failed(self, error: UserError) -> None:
        self._looking.hide()
        self._banner.show_error(error, tone="warning")

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self._looking.hide()
        kinds, groups = ("chat", "embedding", "reranking"), ("small", "balanced", "large")
        self._to_build = sorted(
            entries,
            key=lambda one: (
                not one.recommended or one.offer.model.kind != "chat",
                kinds.index(one.offer.model.kind),
                groups.index(one.offer.model.group),
            ),
        )
        self._timer.start()

    def _build(self) -> None:
        """Build a row; the rest when the window has done what else there is."""
        now, self._to_build = self._to_build[:_ROWS_AT_ONCE], self._to_build[_ROWS_AT_ONCE:]
        for entry in now:
            model = entry.offer.model
            group = ("recommended", "") if not self.rows and entry.recommended else (model.kind, model.group)
            if group != self._last:
                self._last = group
                self._column.addWidget(words(self._heading(*group), "heading"))
            row = OfferRow(self._desk, self._feed, entry)
            row.show_installed(self._shelf)
            self._column.addWidget(row)
            before = (self.rows[-1] if self.rows else self._banner).findChildren(QAbstractButton)
            in_tab_order(before[-1] if before else self, [row])
            self.rows.append(row)
        if not self._to_build:
            self._timer.stop()

    def _show_closed(self) -> None:
        """Say why nothing can be fetched, where nothing can; the network may be turned off at any time."""
        closed = self._feed.closed
        if str(closed or "") == self._closed:
            return
        self._closed = str(closed or "")
        if closed is not None:
            self._banner.show_error(closed, tone="info")
        for row in self.rows:
            row.show_open(is_open=closed is None)

    def _heading(self, kind: str, group: str) -> str:
        if kind == "recommended":
            return self.tr("Recommended for this computer")
        if kind != "chat":
            return kind_words(kind)
        return {
            "small": self.tr("Small: quick, and often wrong"),
            "balanced": self.tr("Balanced: for most questions"),
            "large": self.tr("Large: better answers, much memory"),
        }[group]

    def _show_installed(self) -> None:
        for row in self.rows:
            row.show_installed(self._shelf)


class OfferRow(QFrame):
    """One file of the catalogue."""

    def __init__(self, desk: Desk, feed: DownloadFeed, entry: Entry) -> None:
        super().__init__()
        self.setProperty("kind", "model")
        self.entry = entry
        offer, model = entry.offer, entry.offer.model
        self.setAccessibleName(model.name)
        make = Buttons(desk.theme, desk.icons)
        head = Headline(desk.theme, words(model.name, "strong"), model.name)
        if entry.recommended and model.kind != "chat":
            head.add(tag(self.tr("Recommended here"), "mark"))
        head.add(fit_pill(desk, model.name, offer.verdict, model.header(offer.file), model.vision_part))
        self.get = make.push(self.tr("Get"), "", "download-simple")
        self.get.setAccessibleName(self.tr("Get {0}, {1}").format(model.name, size(offer.file.size_bytes)))
        self.get.clicked.connect(lambda: self._on_get(feed))
        self.show_open(is_open=feed.closed is None)
        self._installed = tag(self.tr("Installed"), "mark")
        self._installed.hide()
        head.add(self.get)
        head.add(self._installed)
        what = [offer.file.quantization, size(offer.file.size_bytes)]
        if model.kind == "chat":
            what.append(speed_words(offer.tokens_per_second))
        about = [model.maker, in_language(entry.licence.name), languages_words(model.languages)]
        known = (
            self.tr("hash known") if offer.file.sha256 else self.tr("hash not known: noted as seen, not vouched for")
        )
        about.append(known)
        if not entry.allowed:
            about.append(self.tr("not allowed by your administrator"))
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(words(" · ".join(what), "muted"))
        column.addWidget(words(" · ".join(part for part in about if part), "small"))
        spaced(desk.theme, column, (18, 10, 12, 12), 3)

    def show_open(self, *, is_open: bool) -> None:
        """Let it be fetched, or not, where the network may be used, or not."""
        self.get.setEnabled(self.entry.allowed and is_open)

    def show_installed(self, shelf: ModelShelf) -> None:
        """Show whether its file is here already."""
        file = self.entry.offer.file
        here = shelf.holds(file.name, file.size_bytes if file.size_is_exact else None, file.sha256)
        self.get.setVisible(not here)
        self._installed.setVisible(here)

    def _on_get(self, feed: DownloadFeed) -> None:
        from paddock.fetcher.protocol import CatalogueChoice  # noqa: PLC0415 - with the first download

        model = self.entry.offer.model
        choice = CatalogueChoice(model_id=model.id, quantization=self.entry.offer.file.quantization)
        feed.get(choice, model.licence, model.name)
