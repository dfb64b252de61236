"""The program, telling at its end what it has imported: `python -m tests.e2e.telling_program FILE ARGUMENTS…`."""

from __future__ import annotations

import atexit
import sys
from pathlib import Path


def main() -> int:
    """Run `paddock ARGUMENTS…` in this process; its end writes the names of all modules into FILE, one a line."""
    file = Path(sys.argv[1])
    atexit.register(lambda: file.write_text("\n".join(sorted(sys.modules)), encoding="utf-8"))
    sys.argv = ["paddock", *sys.argv[2:]]
    from paddock.__main__ import main as paddock

    return paddock()


if __name__ == "__main__":
    sys.exit(main())
