"""Which files are meant by what is dropped or pasted: on this computer, or on a share that Windows can reach."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData, QUrl

_HERE = frozenset({"", "localhost", "127.0.0.1"})


def local_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders that are dropped or pasted; text that names one is text."""
    return [Path(path) for path in paths_of(data.urls(), windows=sys.platform == "win32")] if data.hasUrls() else []


def holds_files(data: QMimeData) -> bool:
    """Tell whether files or folders are dropped or pasted."""
    return bool(local_paths(data))


def paths_of(urls: Iterable[QUrl], *, windows: bool) -> list[PurePosixPath | PureWindowsPath]:
    r"""Return the paths that file URLs mean (RFC 8089, appendix E.3).

    With a host in it a URL is a share's on Windows (`\\host\share\file`). Elsewhere programs put this computer's own
    name there, which means nothing; another's file cannot be reached by its path.
    """
    found: list[PurePosixPath | PureWindowsPath] = []
    for url in urls:
        if not url.isLocalFile():
            continue
        host, path = url.host(), url.path()
        if windows:
            drive = path.removeprefix("/") if path[2:3] == ":" else path
            found.append(PureWindowsPath(f"//{host}{path}" if host not in _HERE else drive))
        elif host in _HERE or host.casefold() == QSysInfo.machineHostName().casefold():
            found.append(PurePosixPath(path.removeprefix("/") if path.startswith("//") else path))
    return [path for path in found if path.parts]
