"""Which buttons stand under which error: the next step, ready to be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from paddock.errors import (
    ContextOverflow,
    EngineFailed,
    LicenceNotAgreed,
    ModelFileError,
    ModelMissing,
    NothingToConsult,
    OutOfMemory,
    UserError,
)
from paddock.ui.notices import Action
from paddock.ui.phrases import number, size

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.models.header import Header

_ROOMIER = 2
_SMALLEST_CONTEXT = 512


@dataclass(frozen=True)
class Ways:
    """What the conversation can do about an error. `search_instead` is None where no documents are read whole."""

    leave_out_oldest: Callable[[], object]
    use_context: Callable[[int], object]
    choose_model: Callable[[], object]
    import_model: Callable[[], object]
    try_again: Callable[[], object]
    ask_again: Callable[[], object]
    search_instead: Callable[[], object] | None
    show_documents: Callable[[], object]
    read_licence: Callable[[], object]


@dataclass(frozen=True)
class Room:
    """The model's header and the context in use, where they are known."""

    header: Header | None
    context_tokens: int


def larger_context(error: ContextOverflow, room: Room) -> tuple[int, int] | None:
    """Return a context length this would fit into and the bytes it takes more; None where the model has none."""
    from paddock.models.fit import larger_context_cost, trained_context  # noqa: PLC0415 - seldom needed

    if room.header is None:
        return None
    most = trained_context(room.header) or 0
    wanted = error.holds
    while wanted < error.needed:
        wanted *= _ROOMIER
    wanted = min(wanted, most)
    if wanted < error.needed or wanted <= error.holds:
        return None
    return wanted, larger_context_cost(room.header, error.holds, wanted)


def actions_for(error: UserError, ways: Ways, room: Room) -> tuple[Action, ...]:  # noqa: PLR0911  one kind, one return
    """Return the buttons for an error, the most useful first."""
    again = Action(QCoreApplication.translate("Troubles", "Try again"), ways.try_again)
    choose = Action(QCoreApplication.translate("Troubles", "Choose another model"), ways.choose_model)
    bring = Action(QCoreApplication.translate("Troubles", "Import a file…"), ways.import_model)
    if isinstance(error, ContextOverflow):
        return _room_makers(error, ways, room) or (choose,)
    if isinstance(error, NothingToConsult):
        ask = Action(QCoreApplication.translate("Troubles", "Ask again"), ways.ask_again)
        return (ask, Action(QCoreApplication.translate("Troubles", "Show the documents"), ways.show_documents))
    if isinstance(error, LicenceNotAgreed):
        read = QCoreApplication.translate("Troubles", "Read the licence")
        return (Action(read, ways.read_licence), choose)
    if isinstance(error, OutOfMemory):
        return (*_smaller_context(ways, room), choose)
    if isinstance(error, ModelMissing):
        return (Action(QCoreApplication.translate("Troubles", "Choose a model"), ways.choose_model), bring)
    if isinstance(error, ModelFileError):
        return (choose, bring)
    return (again, choose) if isinstance(error, EngineFailed) else ()


def _smaller_context(ways: Ways, room: Room) -> tuple[Action, ...]:
    smaller = max(room.context_tokens // _ROOMIER, _SMALLEST_CONTEXT)
    if smaller >= room.context_tokens:
        return ()
    text = QCoreApplication.translate("Troubles", "Use a smaller context ({0} tokens)").format(number(smaller))
    return (Action(text, lambda: ways.use_context(smaller)),)


def _room_makers(error: ContextOverflow, ways: Ways, room: Room) -> tuple[Action, ...]:
    found: list[Action] = []
    if ways.search_instead is not None:
        text = QCoreApplication.translate("Troubles", "Search instead of reading whole")
        found.append(Action(text, ways.search_instead))
    if error.droppable_turns:
        text = QCoreApplication.translate("Troubles", "Leave out the {0} oldest messages").format(
            number(error.droppable_turns)
        )
        found.append(Action(text, ways.leave_out_oldest))
    larger = larger_context(error, room)
    if larger is not None:
        tokens, cost = larger
        text = QCoreApplication.translate("Troubles", "Use {0} tokens (takes {1} more memory)").format(
            number(tokens), size(cost)
        )
        found.append(Action(text, lambda: ways.use_context(tokens)))
    return tuple(found)
