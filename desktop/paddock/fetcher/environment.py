"""What the two processes with network rights are given of the environment, and of the home."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.process.supervisor import WorkerCommand, worker_command

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODELS: Final = "PADDOCK_FETCHER_MODELS"
_LEDGER: Final = "PADDOCK_FETCHER_LEDGER"
# How this computer reaches its package index: pip's settings, proxies, certificates, and where pip's own files lie.
_PASSED_ON: Final = frozenset({
    "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC",
    "HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA",
})  # fmt: skip


@dataclass(frozen=True)
class Places:
    """All that is handed to them: the folder the model goes to, and the ledger. Not the store, not the settings."""

    models: Path
    ledger: Path

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Places:
        """Return what this process was handed. Raises KeyError in a process that is none of the two."""
        return cls(Path(environ[_MODELS]), Path(environ[_LEDGER]))


def fetching_environment(environ: Mapping[str, str], places: Places) -> dict[str, str]:
    """Return what is added to a worker's own environment."""
    passed_on = {
        name: value for name, value in environ.items() if name.upper() in _PASSED_ON or name.upper().startswith("PIP_")
    }
    return {**passed_on, _MODELS: str(places.models), _LEDGER: str(places.ledger)}


def fetching_command(name: str, environ: Mapping[str, str], places: Places) -> WorkerCommand:
    """Return how the doorkeeper or the fetcher is started."""
    command = worker_command(name)
    return WorkerCommand(command.argv, {**command.env, **fetching_environment(environ, places)})
