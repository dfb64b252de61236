"""The installed models as the window knows them: read on the pool, kept until something changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from paddock.ui.phrases import fit_line, model_line

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.models.installed import InstalledModel
    from paddock.ui.desk import Desk


@dataclass(frozen=True)
class ShelfModel:
    """A model with the words told of it. `level`: "comfortable", "tight", "does not fit" or "problem"."""

    model: InstalledModel
    line: str
    level: str
    fit: str

    @property
    def name(self) -> str:
        """Return the name that settings and chats remember."""
        return self.model.name

    @property
    def title(self) -> str:
        """Return the title a person recognises."""
        return self.model.title


class ModelShelf(QObject):
    """`changed` after the list was read anew; `imported` names a model just added."""

    changed = Signal()
    imported = Signal(str)
    progressed = Signal(str, float)  # file name, 0 to 1; 1 ends it

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._models: tuple[ShelfModel, ...] = ()
        self._stop_import = False
        self.known = False

    @property
    def models(self) -> tuple[ShelfModel, ...]:
        """Return what was read last."""
        return self._models

    @property
    def writers(self) -> tuple[ShelfModel, ...]:
        """Return those that can answer."""
        return tuple(one for one in self._models if one.model.writes)

    def refresh(self) -> None:
        """Read the list anew."""
        models = self._desk.paddock.models
        self._desk.tasks.do(
            self,
            lambda: tuple(ShelfModel(model, model_line(model), *fit_line(model)) for model in models.list()),
            self._on_read,
            lane="models",
        )

    def chosen(self, name: str | None) -> ShelfModel | None:
        """Return the model a chat would use: its own, else the default, else the only one that writes."""
        wanted = name or self._desk.preferences.current.model
        if wanted:
            folded = wanted.casefold()
            return next((one for one in self._models if folded in {one.name.casefold(), one.title.casefold()}), None)
        writers = self.writers
        return writers[0] if len(writers) == 1 else None

    def import_file(self, path: Path, *, copy: bool) -> None:
        """Copy a model into the models folder, or use it where it lies."""
        models = self._desk.paddock.models
        self._stop_import = False
        if copy:
            from paddock.ui.tasks import Call  # noqa: PLC0415 - only here

            self._desk.tasks.run(
                Call(
                    lambda report: models.import_copy(path, lambda done, total: report((done, total)), _Stop(self)),
                    self,
                    done=self._on_imported,
                    events=lambda batch: self._on_copied(path.name, batch[-1]),
                    ended=lambda: self.progressed.emit(path.name, 1.0),
                    stop=self.stop_import,
                    lane="models",
                )
            )
            self.progressed.emit(path.name, 0.0)
        else:
            self._desk.tasks.do(self, lambda: models.import_link(path), self._on_imported, lane="models")

    def stop_import(self) -> None:
        """Stop copying; what was copied is removed."""
        self._stop_import = True

    def remove(self, name: str) -> None:
        """Remove a model; one used where it lies is only forgotten."""
        models = self._desk.paddock.models
        self._desk.tasks.do(self, lambda: models.remove(name), lambda _freed: self.refresh(), lane="models")

    def make_default(self, name: str) -> None:
        """Use this model for every chat that names no other."""
        self._desk.preferences.change(model=name)
        self.changed.emit()

    @property
    def import_stopped(self) -> bool:
        """Tell whether the person stopped the copying."""
        return self._stop_import

    def _on_read(self, models: tuple[ShelfModel, ...]) -> None:
        self._models = models
        self.known = True
        self.changed.emit()

    def _on_copied(self, name: str, counted: tuple[int, int]) -> None:
        done, total = counted
        self.progressed.emit(name, min(done / total, 0.999) if total else 0.0)

    def _on_imported(self, model: InstalledModel) -> None:
        self.refresh()
        self.imported.emit(model.name)


class _Stop:
    """What `import_copy` asks between two blocks."""

    def __init__(self, shelf: ModelShelf) -> None:
        self._shelf = shelf

    @property
    def cancelled(self) -> bool:
        return self._shelf.import_stopped
