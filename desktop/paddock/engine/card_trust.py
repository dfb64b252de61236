"""Whether a model is still tried on the graphics card: a driver that fails may take the whole process with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from paddock.engine.protocol import Load, LoadEmbedder

# One death at work may have any cause; of the second in a row the card is the likeliest.
_DEATHS_AT_WORK: Final = 2


class CardTrust:
    """Of one model, the last one asked for. Not thread-safe."""

    def __init__(self) -> None:
        self._message: Load | LoadEmbedder | None = None
        self._deaths = 0

    def request(self, message: Load | LoadEmbedder) -> Load | LoadEmbedder:
        """Return how to ask for this model: as wanted, or for the processor alone, saying why."""
        if message != self._message:
            self._message, self._deaths = message, 0
        if self._deaths < _DEATHS_AT_WORK:
            return message
        return msgspec.structs.replace(message, gpu_layers=0, card_failed=True)

    def failed_to_load(self) -> None:
        """Note that the process ended while the card took the model."""
        self._deaths = _DEATHS_AT_WORK

    def died_at_work(self) -> None:
        """Note that the process ended while the card computed."""
        self._deaths += 1

    def worked(self) -> None:
        """Note an answer that came whole, unless the card has no more part in it."""
        if self._deaths < _DEATHS_AT_WORK:
            self._deaths = 0
