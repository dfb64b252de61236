"""Keeps a reply while it grows: at once when it begins, then at least every second, off the thread that streams."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from paddock.errors import refusal_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.chat.replies import Replies
    from paddock.chat.types import Message
    from paddock.engine.protocol import Delta

SAVE_EVERY_S = 0.5  # with the write itself, on a slow disk, still under a second


class GrowingReply:
    """Collects a reply's pieces and has a thread of its own save them, so that a silent model leaves nothing unsaved.

    `timer` gives seconds that only grow. Where saving fails, `on_failure` is called once and `failure` says why.
    """

    def __init__(
        self,
        store: Replies,
        message: Message,
        *,
        timer: Callable[[], float],
        on_failure: Callable[[], None],
        save_every_s: float = SAVE_EVERY_S,
    ) -> None:
        self._store = store
        self._message_id = message.id
        self._text = [message.text]
        self._reasoning = [message.reasoning]
        self._reasoning_before_s = message.reasoning_s
        self._timer = timer
        self._on_failure = on_failure
        self._save_every_s = save_every_s
        self._thinking_since: float | None = None
        self._thought_s = 0.0
        self._unsaved = False
        self._ended = False
        self._something_happened = threading.Condition()
        self.failure: Exception | None = None
        self._saver = threading.Thread(target=self._save_in_time, name="reply-saver", daemon=True)

    def begin(self) -> None:
        """Start saving. Raises SystemRefused where there is no thread for it: then nothing is to be written."""
        try:
            self._saver.start()
        except RuntimeError as error:
            raise refusal_in(error) or error from error

    def add(self, delta: Delta) -> None:
        """Take the next piece; never waits for the disk."""
        now = self._timer()
        with self._something_happened:
            if delta.reasoning:
                self._reasoning.append(delta.text)
                self._thinking_since = now if self._thinking_since is None else self._thinking_since
            else:
                self._text.append(delta.text)
                self._stop_thinking(now)
            self._unsaved = True
            self._something_happened.notify()

    def end(self) -> tuple[str, str, float]:
        """Stop saving; return the text, the reasoning and how long it took. What came last is the caller's to save."""
        with self._something_happened:
            self._stop_thinking(self._timer())
            self._ended = True
            self._something_happened.notify()
        if self._saver.ident is not None:
            self._saver.join()
        return self.so_far()

    def so_far(self) -> tuple[str, str, float]:
        """Return the text, the reasoning and how many seconds it took, up to now."""
        with self._something_happened:
            return self._joined()

    def _stop_thinking(self, now: float) -> None:
        if self._thinking_since is not None:
            self._thought_s += now - self._thinking_since
            self._thinking_since = None

    def _joined(self) -> tuple[str, str, float]:
        thinking = 0.0 if self._thinking_since is None else self._timer() - self._thinking_since
        self._text, self._reasoning = ["".join(self._text)], ["".join(self._reasoning)]
        return self._text[0], self._reasoning[0], self._reasoning_before_s + self._thought_s + thinking

    def _save_in_time(self) -> None:
        while True:
            with self._something_happened:
                self._something_happened.wait_for(lambda: self._unsaved or self._ended)
                if self._ended:
                    return
                self._unsaved = False
                text, reasoning, reasoning_s = self._joined()
            try:
                self._store.save_reply_progress(self._message_id, text, reasoning, reasoning_s)
            except Exception as error:  # noqa: BLE001 - whatever it is, the streaming thread reports it
                self.failure = error
                self._on_failure()
                return
            with self._something_happened:
                if self._something_happened.wait_for(lambda: self._ended, self._save_every_s):
                    return
