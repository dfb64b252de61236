"""What a person does with an installed model, by button, menu or key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from paddock.ui.models.agreeing import Agreeing
from paddock.ui.outside import open_folder
from paddock.ui.phrases import size
from paddock.ui.widgets.name_dialog import ask_name
from paddock.ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from paddock.chat.types import ModelOptions
    from paddock.ui.chat.options import ChatOptions
    from paddock.ui.desk import Desk
    from paddock.ui.model_shelf import ModelShelf
    from paddock.ui.models.facts import Facts

_OPTIONS = "options of models"


class ModelActions(QObject):
    """`window` is what its dialogs open over; `import_wanted` and `catalogue_wanted` lead to another file.

    `fetching_again_wanted` carries a damaged model's facts, `importing_again_wanted` its name.
    """

    import_wanted = Signal()
    catalogue_wanted = Signal()
    fetching_again_wanted = Signal(object)
    importing_again_wanted = Signal(str)

    def __init__(
        self, desk: Desk, shelf: ModelShelf, window: Callable[[], QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._window = window
        self.agreeing = Agreeing(desk, window, self)

    def fill_menu(self, menu: QMenu, facts: Facts) -> None:
        """Offer everything that can be done with it."""
        icons = self._desk.icons
        default = menu.addAction(
            icons.icon("check-circle"), self.default_words(facts), lambda: self.make_default(facts)
        )
        default.setEnabled(self.may_be_default(facts))
        menu.addAction(icons.icon("identification-card"), self.tr("Card with SHA-256…"), lambda: self.show_card(facts))
        if facts.asks:
            menu.addAction(icons.icon("scales"), self.tr("Read and accept the licence…"), lambda: self.agree(facts))
        else:
            menu.addAction(icons.icon("scales"), self.tr("Read the licence…"), lambda: self.show_licence(facts))
        if facts.model.model.writes:
            options = self.tr("Parameters and system prompt…")
            menu.addAction(icons.icon("sliders-horizontal"), options, lambda: self.show_options(facts))
        menu.addSeparator()
        menu.addAction(icons.icon("pencil-simple"), self.tr("Rename…"), lambda: self.ask_rename(facts))
        verify = menu.addAction(icons.icon("shield-check"), self.tr("Check the file again"), lambda: self.verify(facts))
        verify.setEnabled(facts.model.model.header is not None)
        if facts.again is not None:
            menu.addAction(icons.icon("download-simple"), self.tr("Fetch again"), lambda: self.fetch_again(facts))
        if facts.damaged and not facts.linked:
            menu.addAction(icons.icon("file-plus"), self.tr("Import again…"), lambda: self.import_again(facts))
        if facts.seen is not None and facts.damaged:
            menu.addAction(
                icons.icon("check"), self.tr("Accept the file as it is now…"), lambda: self.ask_accept(facts)
            )
        menu.addAction(icons.icon("folder-open"), self.tr("Show in its folder"), lambda: self.reveal(facts))
        menu.addSeparator()
        remove = self.tr("Forget…") if facts.linked else self.tr("Remove…")
        menu.addAction(icons.icon("trash", "danger"), remove, lambda: self.ask_remove(facts))

    # ------------------------------------------------------------ using it

    def default_words(self, facts: Facts) -> str:
        """Return what making it the default is called."""
        if facts.kind == "embedding":
            return self.tr("Use for search by meaning")
        if facts.kind == "reranking":
            return self.tr("Use to rank search results")
        return self.tr("Make default")

    def may_be_default(self, facts: Facts) -> bool:
        """Tell whether it could be made the default and is not."""
        if facts.kind is None or facts.kind == "part" or not facts.model.model.usable or facts.refused:
            return False
        setting = {"embedding": "embedder", "reranking": "reranker"}.get(facts.kind, "model")
        return not self._desk.preferences.governed(setting) and not self._shelf.is_default(facts.model, facts.kind)

    def make_default(self, facts: Facts) -> None:
        """Use it wherever no other of its kind is named; its licence is read first."""
        kind = facts.kind
        if kind is not None:
            self.agreeing.before_use(facts.name, lambda: self._shelf.make_default(facts.name, kind))

    def agree(self, facts: Facts) -> None:
        """Show the licence and note who agrees."""
        self.agreeing.before_use(facts.name, self._shelf.refresh)

    def show_licence(self, facts: Facts) -> None:
        """Show the licence to be read."""
        self.agreeing.show(facts.licence, facts.title)

    def show_card(self, facts: Facts) -> None:
        """Show all that is known of it."""
        from paddock.ui.models.card_dialog import CardDialog  # noqa: PLC0415 - seldom needed

        CardDialog(self._desk, facts, self._window()).open()

    def show_options(self, facts: Facts) -> None:
        """Show what holds for this model in every chat that has no options of its own."""
        store = self._desk.paddock.chats
        self._desk.tasks.do(
            self, lambda: store.model_options(facts.name), lambda kept: self._open_options(facts, kept), lane=_OPTIONS
        )

    def _open_options(self, facts: Facts, kept: ModelOptions) -> None:
        from paddock.engine.protocol import Sampling  # noqa: PLC0415 - seldom needed
        from paddock.ui.chat.options import ChatOptions  # noqa: PLC0415 - as above
        from paddock.ui.chat.options_dialog import OptionsDialog  # noqa: PLC0415 - as above

        options = ChatOptions(kept.system_prompt, kept.sampling, None)
        loaded = self._desk.paddock.engine.loaded
        defaults = loaded.defaults if loaded is not None else Sampling()
        header = facts.model.model.header
        dialog = OptionsDialog(self._desk, options, defaults, header, self._window(), of_model=facts.title)
        dialog.kept.connect(lambda chosen: self._keep_options(facts, chosen))
        dialog.open()

    def _keep_options(self, facts: Facts, chosen: ChatOptions) -> None:
        store = self._desk.paddock.chats
        self._desk.tasks.do(
            self,
            lambda: store.keep_model_options(facts.name, chosen.system_prompt, chosen.sampling),
            lane=_OPTIONS,
        )

    # ------------------------------------------------------------ its file

    def ask_rename(self, facts: Facts) -> None:
        """Ask for another name."""
        title = self.tr("Rename the model")
        label = self.tr("Name, as chats and the terminal call it")
        ask_name(
            self._desk, self._window(), title, label, lambda name: self._shelf.rename(facts.name, name), facts.name
        )

    def verify(self, facts: Facts) -> None:
        """Read the file again and hold it against what it was."""
        self._shelf.verify(facts.name)

    def fetch_again(self, facts: Facts) -> None:
        """Fetch a damaged file anew; it is replaced once the new one is whole."""
        self.fetching_again_wanted.emit(facts)

    def import_again(self, facts: Facts) -> None:
        """Have another copy of a damaged file chosen, which takes its place once it is copied and checked."""
        self.importing_again_wanted.emit(facts.name)

    def ask_accept(self, facts: Facts) -> None:
        """Ask whether a changed file is right."""
        what = self.tr("Take “{0}” as it is now?").format(facts.title)
        why = self.tr("Only if you changed the file yourself. Otherwise get or import it again.")
        box = Question(self._window(), self.tr("A changed file"), what, why)
        box.add_danger(self.tr("Accept")).clicked.connect(lambda: self._shelf.verify(facts.name, accept=True))
        box.ask(self.tr("Cancel"))

    def reveal(self, facts: Facts) -> None:
        """Open the folder the file lies in; where the system opens none, say where it is."""
        path = facts.model.model.path
        open_folder(self._desk, self, path.parent, path)

    def ask_remove(self, facts: Facts) -> None:
        """Ask, and remove; a linked one is forgotten at once, for that can be done again."""
        if facts.linked:
            self._shelf.remove(facts.name)
            return
        what = self.tr("Remove “{0}” from this computer?").format(facts.title)
        why = self.tr("The file is deleted for good, which frees {0}. Your chats stay.")
        why = why.format(size(facts.model.model.size_bytes))
        box = Question(self._window(), self.tr("Remove a model"), what, why)
        box.add_danger(self.tr("Remove")).clicked.connect(lambda: self._shelf.remove(facts.name))
        box.ask()
