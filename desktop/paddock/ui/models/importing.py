"""The ways a model file comes in: picked, dropped, from a folder or a drive, or from another program's folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from paddock.models.placing import free_on_disk
from paddock.ui.model_shelf import Bring
from paddock.ui.widgets.folder_dialog import chosen_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from paddock.models.candidates import Candidate
    from paddock.models.fit import Verdict
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import How, ModelShelf

Looked = tuple[list[tuple["Candidate", "Verdict | None"]], int]
_LANE = "models to import"


class Importing(QObject):
    """`window` is what its dialogs open over. `at_once`: a single good model is copied without another question."""

    def __init__(
        self,
        desk: Desk,
        shelf: ModelShelf,
        window: Callable[[], QWidget],
        parent: QObject | None = None,
        *,
        at_once: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._window = window
        self._at_once = at_once

    def ask_file(self) -> None:
        """Ask for model files."""
        self._from_drive(self._pick_files)

    def ask_folder(self) -> None:
        """Ask for a folder, such as one on a USB stick."""
        self._from_drive(self._pick_folder)

    def ask_again(self, name: str) -> None:
        """Ask for another copy of a damaged model; it takes its place once it is copied and checked."""
        self._from_drive(lambda start: self._pick_copy(start, name))

    def offer(self, paths: Sequence[Path]) -> None:
        """Look at files and folders, and let the person choose what of them is brought in and how."""
        from paddock.models.candidates import candidates  # noqa: PLC0415 - with the first import

        self._look(lambda: candidates(paths), "copy")

    def look_elsewhere(self) -> None:
        """Look for the models of other programs, and offer to use them where they lie."""
        from paddock.models.candidates import candidates_of  # noqa: PLC0415 - seldom needed
        from paddock.models.elsewhere import found_elsewhere  # noqa: PLC0415 - as above

        self._look(lambda: candidates_of(found_elsewhere()), "link")

    # ------------------------------------------------------------ inside

    def _from_drive(self, pick: Callable[[str], None]) -> None:
        """Open a picker where a drive is plugged in, if one is."""
        from paddock.models.drives import drives  # noqa: PLC0415 - with the first import

        self._desk.tasks.do(self, drives, lambda found: pick(str(found[0]) if found else ""), lane=_LANE)

    def _pick_files(self, start: str) -> None:
        kinds = self.tr("Model files (*.gguf);;All files (*)")
        paths, _kind = QFileDialog.getOpenFileNames(self._window(), self.tr("Import models"), start, kinds)
        if paths:
            self.offer([Path(path) for path in paths])

    def _pick_copy(self, start: str, name: str) -> None:
        kinds = self.tr("Model files (*.gguf);;All files (*)")
        title = self.tr("Import “{0}” again").format(name)
        path, _kind = QFileDialog.getOpenFileName(self._window(), title, start, kinds)
        if path:
            self._shelf.import_again(Path(path), name)

    def _pick_folder(self, start: str) -> None:
        folder = chosen_folder(self._window(), self.tr("Import from a folder"), start)
        if folder:
            self.offer([Path(folder)])

    def _look(self, find: Callable[[], tuple[Candidate, ...]], how: How) -> None:
        paddock = self._desk.paddock

        def work() -> Looked:
            from paddock.models.fit import free_memory, judge, need_of  # noqa: PLC0415 - with the first import

            free = free_memory()
            looked = []
            for one in find():
                fits = one.header is not None and not one.problem
                looked.append((one, judge(need_of(one.header), free) if fits and one.header is not None else None))
            return looked, free_on_disk(paddock.home.models)

        self._desk.tasks.do(self, work, lambda looked: self._choose(looked, how), lane=_LANE)

    def _choose(self, looked: Looked, how: How) -> None:
        found, free_bytes = looked
        if not found:
            self._desk.notices.say(self.tr("No models of Ollama, LM Studio, Jan or GPT4All were found."))
            return
        if self._at_once and len(found) == 1 and not found[0][0].problem:
            self._shelf.bring([Bring(found[0][0].path)], how)
            return
        from paddock.ui.models.bring_dialog import BringDialog  # noqa: PLC0415 - with the first import

        dialog = BringDialog(self._desk, found, free_bytes, how, self._window())
        dialog.wanted.connect(self._shelf.bring)
        dialog.open()
