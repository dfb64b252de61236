"""A second window, as far as notes go: every kind of note written again and again, `python -m … ROOT WHO TIMES`."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from paddock.fetcher.protocol import UrlChoice
from paddock.models.arrivals import Arrivals, Origin
from paddock.models.gate import ModelGate
from paddock.models.installed import InstalledModels
from paddock.models.licences import licence_named
from paddock.models.speed import Speedometer
from paddock.models.unfinished import Unfinished, UnfinishedDownloads
from paddock.models.verifying import Verifier
from paddock.settings import SettingsFile


def main(root: Path, who: str, times: int) -> None:
    """Note `times` models of `who`; each is there already, as `WHO-NUMBER.gguf`."""
    models = InstalledModels(root / "models", root / "links.json", root / "hashes.json")
    verifier = Verifier(root / "seen.json", models)
    settings = SettingsFile(root / "settings.json", root / "policy.toml")
    gate = ModelGate(models, verifier, settings, lambda: (), root / "accepted.json")
    arrivals = Arrivals(root / "models", models, verifier, root / "origins.json")
    speeds = Speedometer(root / "speeds.json", models)
    unfinished = UnfinishedDownloads(root / "unfinished.json")
    mine: list[Unfinished] = []
    for number in range(times):
        name = f"{who}-{number}"
        linked = models.import_link(root / "elsewhere" / f"{name}.gguf")
        models.sha256(linked)
        gate.accept(licence_named("llama3.2"), name)
        arrivals._note(Origin(name, (sha256(name.encode()).hexdigest(),)))
        verifier.take_in(linked, (sha256(name.encode()).hexdigest(),))
        speeds.record(linked, 100, 1000.0)
        mine.append(Unfinished(UrlChoice(f"https://a.test/{name}.gguf"), name, f"{name}.gguf"))
        unfinished.write(lambda: ({one.choice for one in mine}, tuple(mine)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
