"""Has a licence agreed to before a model is got or used for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from paddock.ui.models.licence_dialog import LicenceDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from paddock.models.installed_model import InstalledModel
    from paddock.models.licences import Licence
    from paddock.ui.desk import Desk

_LANE = "licences"


class Agreeing(QObject):
    """`window` is what a dialog opens over. `then` is called when nothing stands in the way any more, or never."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window

    def before_use(self, name: str, then: Callable[[], object]) -> None:
        """Ask for the licence of an installed model, where it asks."""
        paddock = self._desk.paddock

        def find() -> tuple[InstalledModel, Licence | None]:
            model = paddock.models.resolve(name)
            return model, paddock.gate.to_accept(model)

        def done(found: tuple[InstalledModel, Licence | None]) -> None:
            model, licence = found
            if licence is None:
                then()
            else:
                self.ask(licence, model.title, then)

        self._desk.tasks.do(self, find, done, lane=_LANE)

    def before_getting(self, licence_id: str, title: str, then: Callable[[], object]) -> None:
        """Ask for a licence by the name a catalogue or a site gives it, where it asks; an unknown one cannot be."""
        from paddock.models.licences import licence_named  # noqa: PLC0415 - with the first download

        gate = self._desk.paddock.gate

        def find() -> Licence | None:
            licence = licence_named(licence_id)
            return licence if gate.asks(licence) else None

        def done(licence: Licence | None) -> None:
            if licence is None:
                then()
            else:
                self.ask(licence, title, then)

        self._desk.tasks.do(self, find, done, lane=_LANE)

    def show(self, licence: Licence, title: str) -> None:
        """Show a licence to be read."""
        LicenceDialog(self._desk, licence, title, self._window(), to_agree=False).open()

    def ask(self, licence: Licence, title: str, then: Callable[[], object]) -> None:
        """Show a licence and note who agrees to it."""
        gate = self._desk.paddock.gate
        dialog = LicenceDialog(self._desk, licence, title, self._window())

        def note(who: str) -> None:
            self._desk.tasks.do(self, lambda: gate.accept(licence, who), lambda _noted: then(), lane=_LANE)

        dialog.agreed.connect(note)
        dialog.open()
