"""The real fetcher, sent for the small starter."""

from __future__ import annotations

import sys

from paddock.fetcher import worker
from tests.fetcher.material import SMALL

if __name__ == "__main__":
    sys.exit(worker.main(SMALL))
