"""Questions to the hub, asked through the door: what a file is, and which files have a name."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Final

from paddock.errors import NeedsToken, UserError
from paddock.fetcher.protocol import SEARCH_LETTERS, Failed, Found, HubChoice, LookUp, Offered, Search
from paddock.models.about import About, named
from paddock.models.not_fetched import as_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.fetcher.protocol import Answer, Order
    from paddock.models.needs import Door, Tokens

_ANSWER_S: Final = 90.0  # a search waits no longer; the fetcher itself gives up earlier


class HubQuestions:
    """Each call blocks until the hub has answered. `open_door` raises UserError where the network may not be used.

    `on_asked` is called as soon as a question is on its way.
    """

    def __init__(self, open_door: Callable[[], Door], tokens: Tokens, on_asked: Callable[[], None]) -> None:
        self._open_door = open_door
        self._tokens = tokens
        self._on_asked = on_asked

    def about(self, choice: HubChoice, token: str = "") -> About:
        """Return what the hub says of a file. Raises UserError (NeedsToken where it wants to know who asks)."""
        (file,) = self._answer(lambda number, shown: LookUp(number, choice, shown), token)
        return About(choice, *named(choice), file.size_bytes, file.sha256 or choice.sha256, file.licence, file.gated)

    def search(self, words: str, token: str = "") -> tuple[Offered, ...]:
        """Return model files whose name holds these words, those most often fetched first. Raises UserError."""
        asked = " ".join(words.split())
        if not asked or len(asked) > SEARCH_LETTERS:
            raise UserError("This cannot be searched for.", "", f"Give one to {SEARCH_LETTERS} letters.")
        return self._answer(lambda number, shown: Search(number, asked, shown), token)

    def _answer(self, request: Callable[[int, str], Order], token: str) -> tuple[Offered, ...]:
        """Return what is found, first asked for without a token, and with the one that is kept where one is needed."""
        try:
            return self._answer_to(request, token)
        except NeedsToken:
            kept = "" if token else self._tokens.read()
            if not kept:
                raise
            return self._answer_to(request, kept)

    def _answer_to(self, request: Callable[[int, str], Order], token: str) -> tuple[Offered, ...]:
        door = self._open_door()
        answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        number = door.new_id()
        door.ask(request(number, token), answers.put)
        self._on_asked()
        try:
            while True:
                answer = answers.get(timeout=_ANSWER_S)
                if isinstance(answer, Found):
                    return answer.files
                if isinstance(answer, Failed):
                    raise as_error(answer)
        except queue.Empty:
            door.stop(number)
            raise UserError("The hub does not answer.", "", "Try again later.") from None
