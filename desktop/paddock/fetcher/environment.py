"""What the two processes with network rights are given of the environment, and of the home."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.process.supervisor import WorkerCommand, worker_command

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODELS: Final = "PADDOCK_FETCHER_MODELS"
_LEDGER: Final = "PADDOCK_FETCHER_LEDGER"
_CATALOGUES: Final = "PADDOCK_FETCHER_CATALOGUES"
_SHIPPED: Final = "PADDOCK_FETCHER_SHIPPED"
_MIRROR: Final = "PADDOCK_FETCHER_MIRROR"
# How this computer reaches the hub and its package index: pip's settings, proxies, certificates, and where pip's own
# files lie.
_PASSED_ON: Final = frozenset({
    "PADDOCK_HUB",
    "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC",
    "HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA",
})  # fmt: skip


def named_hub(environ: Mapping[str, str]) -> str:
    """Return the hub that the environment puts in the place of the usual one, or nothing."""
    return environ.get("PADDOCK_HUB", "").rstrip("/")


@dataclass(frozen=True)
class Places:
    """All that is handed to them: the folder models go to, the ledger, the catalogue, and the organisation's mirror.

    Not the store, not the keys. `catalogues` are the folders beside the shipped one; not `shipped`: they replace it.
    """

    models: Path
    ledger: Path
    catalogues: tuple[Path, ...] = ()
    shipped: bool = True
    mirror: str = ""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Places:
        """Return what this process was handed. Raises KeyError in a process that is none of the two."""
        folders = tuple(Path(one) for one in environ.get(_CATALOGUES, "").split(os.pathsep) if one)
        shipped = environ.get(_SHIPPED, "1") == "1"
        return cls(Path(environ[_MODELS]), Path(environ[_LEDGER]), folders, shipped, environ.get(_MIRROR, ""))


def fetching_environment(environ: Mapping[str, str], places: Places) -> dict[str, str]:
    """Return what is added to a worker's own environment."""
    passed_on = {
        name: value for name, value in environ.items() if name.upper() in _PASSED_ON or name.upper().startswith("PIP_")
    }
    return {
        **passed_on,
        _MODELS: str(places.models),
        _LEDGER: str(places.ledger),
        _CATALOGUES: os.pathsep.join(map(str, places.catalogues)),
        _SHIPPED: "1" if places.shipped else "0",
        _MIRROR: places.mirror,
    }


def fetching_command(name: str, environ: Mapping[str, str], places: Places) -> WorkerCommand:
    """Return how the doorkeeper or the fetcher is started."""
    command = worker_command(name)
    return WorkerCommand(command.argv, {**command.env, **fetching_environment(environ, places)})
