"""The installed models as the window knows them: read on the pool, kept until something changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, UserError
from paddock.ui.phrases import fit_line, model_line, size
from paddock.ui.tasks import Call

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.ui.desk import Desk

T = TypeVar("T")
How = Literal["copy", "move", "link"]
Doing = Literal["copy", "move", "link", "verify", "folder"]
_KNOWN_AFTER_S: Final = 1.0
# Which setting names the model that is used where none is named, by what models are for.
DEFAULTS: Final = {"chat": "model", "base": "model", "embedding": "embedder", "reranking": "reranker"}


@dataclass(frozen=True)
class Bring:
    """A file to bring in; `name` is what a link to it shall be called, or empty."""

    path: Path
    name: str = ""


@dataclass(frozen=True)
class Work:
    """How far something with a model's files is: bytes of bytes, and the seconds left where they are known."""

    doing: Doing
    name: str
    place: int
    count: int
    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True)
class ShelfModel:
    """A model with the words told of it. `level`: "comfortable", "tight", "does not fit" or "problem".

    `hashes` are its files' SHA-256, as far as they were worked out already. `apart` is what tells it from others that
    would have the same title.
    """

    model: InstalledModel
    line: str
    level: str
    fit: str
    hashes: tuple[str, ...] = ()
    apart: str = ""

    @property
    def name(self) -> str:
        """Return the name that settings and chats remember."""
        return self.model.name

    @property
    def title(self) -> str:
        """Return the title a person recognises."""
        return f"{self.model.title} ({self.apart})" if self.apart else self.model.title

    @property
    def serves_search(self) -> bool:
        """Return whether it makes vectors or ranks results."""
        return self.model.usable and not self.model.writes


class ModelShelf(QObject):
    """`changed` after the list was read anew; `imported` names a model just added."""

    changed = Signal()
    imported = Signal(str)
    progressed = Signal(object)  # a Work, or None at its end

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._models: tuple[ShelfModel, ...] = ()
        self._stopping = CancelToken()
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
            lambda: _on_shelf(models),
            self._on_read,
            lane="models",
        )

    def chosen(self, name: str | None) -> ShelfModel | None:
        """Return the model a chat would use: its own, else the default, else the only one that writes."""
        wanted = name or self._desk.preferences.current.model
        if wanted:
            folded = wanted.casefold()
            named = next((one for one in self._models if one.name.casefold() == folded), None)
            return named or next((one for one in self._models if one.title.casefold() == folded), None)
        writers = self.writers
        return writers[0] if len(writers) == 1 else None

    def holds(self, file_name: str, size_bytes: int | None, sha256: str) -> bool:
        """Tell whether a file that could be fetched is here already."""
        from paddock.models.here import Here, already_here  # noqa: PLC0415 - with the first look at a catalogue

        here = (Here(one.model, one.hashes) for one in self._models)
        return already_here(here, file_name, size_bytes, sha256) is not None

    # ------------------------------------------------------------ bringing in

    def bring(self, items: Sequence[Bring], how: How = "copy") -> None:
        """Copy, move or link models one after another; one that cannot be brought in keeps no other from coming."""
        models, stopping = self._desk.paddock.models, CancelToken()
        self._stopping = stopping
        before = frozenset(one.name for one in self._models)
        if how != "link":
            self.progressed.emit(Work(how, items[0].path.name, 1, len(items), 0, 0, None))
        self._desk.tasks.run(
            Call(
                lambda report: _bring_all(models, items, how, report, stopping),
                self,
                events=lambda batch: self._on_brought(batch, before),
                ended=self._on_ended,
                stop=stopping.cancel,
                lane="models",
            )
        )

    def _on_brought(self, batch: list[Any], before: frozenset[str]) -> None:
        for event in batch:
            if isinstance(event, UserError):
                self._desk.notices.complain(event)
            elif isinstance(event, Work):
                self.progressed.emit(event)
            elif event.name in before:
                self._desk.notices.say(self.tr("“{0}” is installed already.").format(event.title))
            else:
                self.imported.emit(event.name)

    def stop(self) -> None:
        """Stop copying or checking; what was copied of an unfinished file is removed."""
        self._stopping.cancel()

    # ------------------------------------------------------------ changing one

    def remove(self, name: str) -> None:
        """Remove a model; one used where it lies is only forgotten."""
        models = self._desk.paddock.models
        title = next((one.title for one in self._models if one.name == name), name)

        def done(freed: int) -> None:
            was_default = [key for key in set(DEFAULTS.values()) if self._default(key) == name]
            if was_default:
                self._desk.preferences.change(**dict.fromkeys(was_default, ""))
            if freed:
                self._desk.notices.say(self.tr("“{0}” is removed; {1} are free again.").format(title, size(freed)))
            else:
                said = self.tr("“{0}” is forgotten; the file stays where it is.")
                self._desk.notices.say(said.format(title))
            self.refresh()

        self._desk.tasks.do(self, lambda: models.remove(name), done, lane="models")

    def rename(self, name: str, new_name: str) -> None:
        """Give a model another name, and keep what is known of it under that."""
        paddock = self._desk.paddock

        def work() -> str:
            return paddock.rename_model(name, new_name).name

        def done(renamed: str) -> None:
            changes = {key: renamed for key in DEFAULTS.values() if self._default(key) == name}
            if changes:
                self._desk.preferences.change(**changes)
            self.refresh()

        self._desk.tasks.do(self, work, done, lane="models")

    def verify(self, name: str, *, accept: bool = False) -> None:
        """Hash a model's files again and say whether they are what they were; `accept` takes them as they are now."""
        paddock, stopping = self._desk.paddock, CancelToken()
        self._stopping = stopping

        def work(report: Callable[[object], None]) -> str:
            model = paddock.models.resolve(name)
            tell = _teller(report, "verify", model.title, 1, 1)
            paddock.verifier.verify(model, tell, stopping, accept=accept)
            return model.title

        def done(title: str) -> None:
            self._desk.notices.say(self.tr("“{0}” is whole and what it was.").format(title))

        self._begin(Work("verify", name, 1, 1, 0, 0, None), work, done, stopping)

    def import_again(self, path: Path, name: str) -> None:
        """Copy a file in the place of a damaged model, which stays as it is until the copy is whole."""
        paddock, stopping = self._desk.paddock, CancelToken()
        self._stopping = stopping

        def work(report: Callable[[object], None]) -> str:
            return paddock.import_again(name, path, _teller(report, "copy", path.name, 1, 1), stopping).title

        def done(title: str) -> None:
            self._desk.notices.say(self.tr("“{0}” is whole again.").format(title))

        self._begin(Work("copy", path.name, 1, 1, 0, 0, None), work, done, stopping)

    def move_folder(self, to: Path) -> None:
        """Move the models folder to another place."""
        paddock, stopping = self._desk.paddock, CancelToken()
        self._stopping = stopping

        def work(report: Callable[[object], None]) -> tuple[int, bool]:
            could_fetch = paddock.downloads.closed is None
            freed = paddock.move_models(to, _teller(report, "folder", to.name, 1, 1), stopping)
            return freed, could_fetch

        def done(moved: tuple[int, bool]) -> None:
            freed, could_fetch = moved
            said = self.tr("The models lie in {0} now; {1} are free where they were.").format(to, size(freed))
            if could_fetch:
                said += " " + self.tr("To get more models, close Paddock and open it again first.")
            self._desk.notices.say(said)

        self._begin(Work("folder", to.name, 1, 1, 0, 0, None), work, done, stopping)

    def _begin(
        self,
        first: Work,
        work: Callable[[Callable[[object], None]], T],
        done: Callable[[T], None],
        stopping: CancelToken,
    ) -> None:
        """Run work on model files that is seen and can be stopped; `first` is shown until it tells of itself."""
        self.progressed.emit(first)
        self._desk.tasks.run(
            Call(
                work,
                self,
                done=done,
                events=lambda batch: self.progressed.emit(batch[-1]),
                ended=self._on_ended,
                stop=stopping.cancel,
                lane="models",
            )
        )

    def make_default(self, name: str, kind: str = "chat") -> None:
        """Use this model wherever no other of its kind is named."""
        self._desk.preferences.change(**{DEFAULTS[kind]: name})
        self.changed.emit()

    def is_default(self, model: ShelfModel, kind: str) -> bool:
        """Tell whether a model is the one that is used where no other of its kind is named."""
        if kind in {"chat", "base"}:
            chosen = self.chosen(None)
            return chosen is not None and chosen.name == model.name
        alike = [one.name for one in self._models if one.model.usable and _kind(one) == kind]
        preferred = self._default(DEFAULTS.get(kind, ""))
        return (preferred if preferred in alike else alike[0] if alike else "") == model.name

    def _default(self, key: str) -> str:
        return str(getattr(self._desk.preferences.current, key, ""))

    def _on_ended(self) -> None:
        self.progressed.emit(None)
        self.refresh()

    def _on_read(self, models: tuple[ShelfModel, ...]) -> None:
        before, self._models = self.chosen(None), models
        if before is not None and self.chosen(None) is None and any(one.name == before.name for one in self.writers):
            # It answered as the only one. Another came: it goes on answering, until the person says otherwise.
            self._desk.preferences.change(model=before.name)
        self.known = True
        for remembers in (self._desk.paddock.models.links, self._desk.paddock.verifier):
            if (put_aside := remembers.put_aside) is not None:
                remembers.put_aside = None
                self._desk.notices.complain(put_aside)
        self._desk.documents.follow_models(frozenset(one.name for one in models if one.serves_search))
        self.changed.emit()


def _on_shelf(models: InstalledModels) -> tuple[ShelfModel, ...]:
    """Read what is installed; of several with one title each is told apart. Not for the Qt thread."""
    listed = models.list()
    apart = _told_apart(listed)
    return tuple(
        ShelfModel(model, model_line(model), *fit_line(model), models.known_sha256(model), apart.get(model.name, ""))
        for model in listed
    )


def _told_apart(listed: Sequence[InstalledModel]) -> dict[str, str]:
    """Return what tells those apart that share a title: the quantization, or the name where that is shared too."""
    from paddock.models.card import card_of  # noqa: PLC0415 - not needed before two have one title

    alike: dict[str, list[InstalledModel]] = {}
    for model in listed:
        alike.setdefault(model.title.casefold(), []).append(model)
    said: dict[str, str] = {}
    for group in alike.values():
        if len(group) > 1:
            made = {one.name: card_of(one.header).quantization if one.header is not None else "" for one in group}
            differ = all(made.values()) and len(set(made.values())) == len(group)
            said |= made if differ else {one.name: one.name for one in group}
    return said


def _kind(model: ShelfModel) -> str:
    from paddock.models.modelfile import kind_of  # noqa: PLC0415 - with the first look at the page of models

    return kind_of(model.model.header) if model.model.header is not None else ""


def _bring_all(
    models: InstalledModels,
    items: Sequence[Bring],
    how: How,
    report: Callable[[object], None],
    cancel: CancelToken,
) -> None:
    """Bring models in one after another; report how far each is, and what came of it: the model, or why not."""
    for place, item in enumerate(items, 1):
        tell = _teller(report, how, item.path.name, place, len(items))
        try:
            if how == "link":
                report(models.import_link(item.path, item.name))
            elif how == "move":
                report(models.import_move(item.path, tell, cancel))
            else:
                report(models.import_copy(item.path, tell, cancel))
        except Cancelled:
            raise
        except UserError as error:
            report(error)


def _teller(
    report: Callable[[object], None], how: Doing, name: str, place: int, count: int
) -> Callable[[int, int], None]:
    """Return what hears bytes done and in all, and reports them with the time that is left."""
    since = time.monotonic()

    def tell(done: int, total: int) -> None:
        passed = time.monotonic() - since
        left = passed / done * (total - done) if done and passed > _KNOWN_AFTER_S else None
        report(Work(how, name, place, count, done, total, left))

    return tell
