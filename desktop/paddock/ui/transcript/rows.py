"""The messages of a branch with their heights, and a widget for each that is near the sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.ui.transcript.extents import Extents, guess_height

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from paddock.chat.types import Message
    from paddock.ui.transcript.materials import Materials
    from paddock.ui.transcript.message import MessageWidget
    from paddock.ui.transcript.streaming import Stream

_SPARE_WIDGETS = 8
_AROUND = 86
_MEASURE_CHARS = 76
_OUT_OF_SIGHT = 20_000


class Rows:
    """Oldest first. A height is what was laid out or, until then, a guess. `current` is the message that Tab reaches.

    `make` makes a widget, `fill` shows a message in it. A widget that is put away is used for another message.
    """

    def __init__(
        self,
        materials: Materials,
        make: Callable[[], MessageWidget],
        fill: Callable[[MessageWidget, Message], None],
    ) -> None:
        self.messages: list[Message] = []
        self.shown: dict[int, MessageWidget] = {}
        self.extents = Extents()
        self.current = 0
        self._materials = materials
        self._make = make
        self._fill = fill
        self._indices: dict[int, int] = {}
        self._known: dict[int, int] = {}
        self._spare: list[MessageWidget] = []

    # ------------------------------------------------------------ messages

    def __len__(self) -> int:
        return len(self.messages)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._indices

    def index(self, message_id: int) -> int:
        """Return where a message stands, from 0. Raises KeyError where it is not among these."""
        return self._indices[message_id]

    def message(self, message_id: int) -> Message:
        """Return a message by its number. Raises KeyError where it is not among these."""
        return self.messages[self._indices[message_id]]

    def widget(self, index: int) -> MessageWidget | None:
        """Return what shows the message at this place, if anything does."""
        return self.shown.get(self.messages[index].id)

    def replace(self, messages: Sequence[Message], *, same_chat: bool) -> None:
        """Have these messages instead; what was laid out of the same chat stays, and the current one where it is."""
        was_current = self.messages[self.current].id if same_chat and self.current < len(self.messages) else None
        ids = {message.id for message in messages}
        for message_id in [each for each in self.shown if each not in ids or not same_chat]:
            self.put_away(message_id)
        self.messages = list(messages)
        self._indices = {message.id: index for index, message in enumerate(messages)}
        if not same_chat:
            self._known.clear()
        self.extents.reset([self._known.get(message.id) or self.guess(message) for message in messages])
        last = len(messages) - 1
        beside = min(self.current, last) if same_chat else last
        self.current = self._indices.get(was_current, beside) if was_current is not None else last

    def append(self, message: Message) -> None:
        """Add a message at the end; it is the current one, unless the focus is in another."""
        self.messages.append(message)
        last = len(self.messages) - 1
        self._indices[message.id] = last
        self.extents.reset([*(self.extents.height(index) for index in range(last)), self.guess(message)])
        if self.focused is None:
            self.current = last

    def change(self, message: Message) -> None:
        """Have a message in its new state; the height of what is not shown is a guess again."""
        index = self._indices[message.id]
        self.messages[index] = message
        if message.id not in self.shown:
            self._known.pop(message.id, None)
            self.extents.set_height(index, self.guess(message))

    # ------------------------------------------------------------ heights

    def guess(self, message: Message, stream: Stream | None = None) -> int:
        """Return about how tall a message will be, in pixels."""
        text = stream.text if stream is not None else message.text
        line_px, around = self._materials.look.line_px, self._materials.theme.px(_AROUND)
        return guess_height(len(text), text.count("\n"), line_px, _MEASURE_CHARS, around)

    def guess_again(self) -> None:
        """Take every height for a guess, and guess anew."""
        self._known.clear()
        self.extents.reset([self.guess(message) for message in self.messages])

    def forget_height(self, message_id: int) -> None:
        """Take a message's height for a guess; it stays what it is until the message is laid out."""
        self._known.pop(message_id, None)

    def forget_heights(self) -> None:
        """Take every height for a guess; they stay what they are until the messages are laid out."""
        self._known.clear()

    def lay_out(self, index: int, width: int) -> int:
        """Return a message's true height, having shown it."""
        message = self.messages[index]
        widget = self.shown.get(message.id)
        if widget is None:
            widget = self._spare.pop() if self._spare else self._make()
            self.shown[message.id] = widget
            self._fill(widget, message)
            widget.setGeometry(0, -10_000, width, 10)
            widget.show()
        height = widget.lay_out(width)
        self._known[message.id] = height
        self.extents.set_height(index, height)
        return height

    # ------------------------------------------------------------ widgets

    @property
    def focused(self) -> MessageWidget | None:
        """Return what shows the message that the focus is in."""
        return next((widget for widget in self.shown.values() if widget.hasFocusWithin()), None)

    @property
    def widgets(self) -> Sequence[MessageWidget]:
        """Return all widgets, those that show nothing last."""
        return [*self.shown.values(), *self._spare]

    def set_aside(self, in_sight: Iterable[int], first: int, height: int) -> None:
        """Use the widgets of all but these messages again, save those that hold an edit, a selection or the focus.

        Those stand far above or below the sight, which is `height` pixels tall and begins with the message `first`.
        """
        kept = set(in_sight)
        for message_id in [each for each in self.shown if each not in kept]:
            widget = self.shown[message_id]
            if widget.kept:
                above = self._indices[message_id] < first
                widget.move(widget.x(), -_OUT_OF_SIGHT if above else height + _OUT_OF_SIGHT)
            else:
                self.put_away(message_id)

    def put_away(self, message_id: int) -> None:
        """Show a message no more."""
        widget = self.shown.pop(message_id)
        widget.put_away()
        if len(self._spare) < _SPARE_WIDGETS:
            self._spare.append(widget)
        else:
            widget.deleteLater()

    def put_all_away(self) -> None:
        """Show no message any more, and keep every widget."""
        for widget in self.widgets:
            widget.put_away()
        self._spare += self.shown.values()
        self.shown.clear()
