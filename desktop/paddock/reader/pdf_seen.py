"""PDF: what the process beside the reader's says it saw of a page."""

from __future__ import annotations

import msgspec

from paddock.reader.pdf_looking import Looked


class Seen(msgspec.Struct):
    """The answer to `Look`; without anything where it does not know."""

    looked: Looked | None
