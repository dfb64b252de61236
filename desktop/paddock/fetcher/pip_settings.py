"""Which package index this computer's pip is set up with, where Paddock can ask it just as pip would."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from paddock.errors import UserError
from paddock.fetcher.https import address_of, proxies_set

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECTIONS: Final = ("global", "download", ":env:")  # what `pip download` heeds, the last before the first
# Settings that change neither which index is asked, nor how, nor what may come of it. With any other, pip asks.
_NO_MATTER: Final = frozenset({
    "timeout", "retries", "default-timeout", "disable-pip-version-check", "no-cache-dir", "cache-dir", "quiet",
    "verbose", "no-color", "progress-bar", "no-input", "require-virtualenv", "break-system-packages", "user", "log",
    "root-user-action", "no-warn-script-location", "prefer-binary", "no-python-version-warning", "config-file",
})  # fmt: skip
_NOT_QUIET: Final = {"PIP_QUIET": "0"}  # else it lists nothing; and that it lists this tells that it lists what counts
_ITS_OWN: Final = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
_PATIENCE_S: Final = 30.0
_HOME: Final = re.compile(r"localhost|(?<![\d.])127\.|\[::1\]|(?<![\d.])0\.0\.0\.0", re.IGNORECASE)


def index_of_pip(environ: Mapping[str, str]) -> str:
    """Return the index's address, or nothing where its settings say more than an address, or there is no pip."""
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        return ""
    said = _said(["-m", "pip", "--disable-pip-version-check", "config", "list"], {**environ, **_NOT_QUIET})
    settings = None if said is None else _read(said)
    if settings is None or settings.get("quiet") != "0" or settings.keys() - _NO_MATTER - {"index-url"}:
        return ""
    index = settings.get("index-url", "") or (_said(["-c", _ITS_OWN], environ) or "").strip()
    try:
        return address_of(index).url.rstrip("/")
    except UserError:  # it holds a password, or is not asked without encryption
        return ""


def may_lead_home(environ: Mapping[str, str]) -> bool:
    """Return whether pip's settings or a proxy name this computer itself, so that pip has to ask it."""
    said = _said(["-m", "pip", "--disable-pip-version-check", "config", "list"], {**environ, **_NOT_QUIET})
    return any(_HOME.search(text) for text in (said or "", *proxies_set(environ)))


def _read(said: str) -> dict[str, str] | None:
    """Return the settings that count for fetching; None where a line is none."""
    found: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
    for line in filter(None, map(str.strip, said.splitlines())):
        name, _, value = line.partition("=")
        section, _, key = name.rpartition(".")
        try:
            text = ast.literal_eval(value)
        except (ValueError, SyntaxError):
            return None
        if section in found:
            found[section][key] = str(text)
    return {key: value for section in _SECTIONS for key, value in found[section].items()}


def _said(arguments: list[str], environ: Mapping[str, str]) -> str | None:
    """Return what pip says, or None where it does not say it."""
    try:
        told = subprocess.run(  # noqa: S603 - our own Python
            [sys.executable, "-s", "-P", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env={**environ, "_PIP_RUNNING_IN_SUBPROCESS": "1"},  # another Python that is named there is not run
            timeout=_PATIENCE_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
    return None if told.returncode else told.stdout
