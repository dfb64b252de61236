"""The one door: a window by default, `paddock COMMAND` for the terminal, `--worker NAME` for our own processes."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paddock.app import Paddock
    from paddock.fetcher.door import Door
    from paddock.home import Home

_INTERRUPTED: Final = 130  # 128 + SIGINT, as shells count
_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Run what was asked for and return the exit code; Ctrl+C before or after a command ends it without a word."""
    try:
        return _run()
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run() -> int:
    """Decide which of the three this process is, import only that, and return its exit code."""
    argv = sys.argv[1:]
    if argv[:1] == ["--worker"]:
        return _run_worker(argv[1:])
    door = _door(argv)
    # The walls come first: nothing is read, opened or asked before this process has given up the network.
    from paddock.process.confine import lock_window  # noqa: PLC0415 - a worker must not pay for the window's imports

    lock_window()
    from paddock.cli import main as command_line  # noqa: PLC0415

    try:
        return command_line(argv, make_paddock=partial(_paddock, door), open_window=partial(_open_window, door))
    finally:
        if door is not None:
            door.close()


def _door(argv: Sequence[str]) -> Door | None:
    """Start the doorkeeper, which may use the network when asked, for a window and for the commands that fetch.

    It cannot be started later: whatever the locked window starts is locked as well. See docs/decisions/0011.
    """
    from paddock.fetcher.need import home_that_may_fetch  # noqa: PLC0415 - as above

    home = home_that_may_fetch(argv)
    if home is None:
        return None
    from paddock.home import policy_path  # noqa: PLC0415 - as above
    from paddock.settings import settings_before_the_walls  # noqa: PLC0415

    settings = settings_before_the_walls(home.config / "settings.json", policy_path())
    if settings is None or settings.network == "off":
        return None
    from paddock.fetcher.door import Door, doorkeeper_command  # noqa: PLC0415

    try:
        return Door.open(doorkeeper_command(home, settings))
    except OSError:
        return None  # what would fetch then says that nobody is there


def _paddock(door: Door | None, home: Home) -> Paddock:
    from paddock.app import Paddock  # noqa: PLC0415 - --help and --version need none of it
    from paddock.home import policy_path  # noqa: PLC0415

    if door is None:
        return Paddock(home, policy_path=policy_path())
    from paddock.fetcher.client import Errands, StarterFetch  # noqa: PLC0415

    errands = Errands(door)
    return Paddock(home, policy_path=policy_path(), door=errands, starter=StarterFetch(errands, home.models))


def _open_window(door: Door | None, home: Home, passphrase_file: Path | None) -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        from paddock.errors import UserError  # noqa: PLC0415 - seldom needed

        raise UserError(  # Qt would abort the process
            "There is no screen here to open the window on.",
            f"None of these is set: {', '.join(_SCREENS)}.",
            "Use the commands instead: paddock --help",
        )
    gc.disable()  # finds nothing while modules load, and takes a tenth of the start; the window collects then
    paddock = _paddock(door, home)
    from paddock.ui.application import run_window  # noqa: PLC0415 - Qt and what hangs on it are for the window alone

    return run_window(paddock, passphrase_file, starter=paddock.starter)


def _run_worker(argv: list[str]) -> int:
    # Imported here alone: the window's process never imports a worker's side.
    match argv:
        case ["engine"]:
            from paddock.engine import worker as engine  # noqa: PLC0415

            return engine.main()
        case ["reader", *own_languages]:
            from paddock.reader import worker as reader  # noqa: PLC0415

            return reader.main(own_languages)
        case ["office", *order]:
            from paddock.reader import office_worker as office  # noqa: PLC0415

            return office.main(order)
        case ["doorkeeper"]:
            from paddock.fetcher import doorkeeper  # noqa: PLC0415

            return doorkeeper.main()
        case ["fetcher"]:
            from paddock.fetcher import worker as fetcher  # noqa: PLC0415
            from paddock.models.sources import shelf_in  # noqa: PLC0415

            return fetcher.main(shelf_in)
    sys.stderr.write("paddock: --worker is for Paddock's own use\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
