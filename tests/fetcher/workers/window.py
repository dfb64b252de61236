"""A window of sorts: opens the door, locks itself, tries its walls, fetches, and says how far it is."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from paddock.engine.cancelling import CancelToken
from paddock.fetcher.client import Errands, StarterFetch
from paddock.fetcher.door import Door
from paddock.process.confine import lock_window, probe
from tests.fetcher.material import SMALL, doorkeeper_command, places_in


def say(**facts: object) -> None:
    """Write one line of JSON."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Do as the real window does, in its order."""
    places = places_in(Path(sys.argv[1]))
    door = Door.open(doorkeeper_command(places))
    lock_window()
    say(doorkeeper=door.pid, held={result.name: result.held for result in probe("window")})
    fetch = StarterFetch(Errands(door), places.models, SMALL)
    path = fetch.fetch(lambda done, total: say(done=done, total=total), CancelToken())
    say(arrived=str(path), available=fetch.available)


if __name__ == "__main__":
    main()
