"""The real fetcher, sent for the small starter."""

from __future__ import annotations

import sys

from paddock.fetcher import worker
from paddock.models.sources import shelf_in
from tests.fetcher.material import SMALL

if __name__ == "__main__":
    sys.exit(worker.main(shelf_in, SMALL))
