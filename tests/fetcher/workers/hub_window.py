"""A window of sorts: opens the door, locks itself, fetches a file of the hub, and says how far it is."""

from __future__ import annotations

import queue
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from paddock.fetcher.client import Errands
from paddock.fetcher.door import Door
from paddock.fetcher.protocol import Fetch, HubChoice, Progress
from paddock.process.confine import lock_window
from tests.fetcher.material import doorkeeper_command, places_in
from tests.fetcher.workers.window import say

if TYPE_CHECKING:
    from paddock.fetcher.protocol import Answer


def main() -> None:
    """Do as the real window does, in its order."""
    door = Door.open(doorkeeper_command(places_in(Path(sys.argv[1]))))
    lock_window()
    say(doorkeeper=door.pid)
    answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
    Errands(door).ask(Fetch(1, HubChoice("own/tiny", "tiny.gguf")), answers.put)
    while True:
        answer = answers.get()
        say(done=answer.done if isinstance(answer, Progress) else 0)


if __name__ == "__main__":
    main()
