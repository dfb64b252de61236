"""Whether a text is an OpenDocument file in one piece of XML: a look at its root, and at no more."""

from __future__ import annotations

import re
from typing import Final

_WITHIN: Final = 1 << 16
# Possessive throughout, so that no text is gone through twice.
_ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?+\s*+(?:<\?xml[^>]{0,200}+>)?+"
    rb"(?:\s++|<!--(?:(?!-->).)*+-->|<!DOCTYPE[^\[>]{0,500}+(?:\[(?:(?!\]\s{0,9}>).)*+\]\s{0,9}+)?+>)*+"
    rb"<(?:[\w.-]{1,40}+:)?+document\s(?:(?!\smimetype\b|:mimetype\b)[^>])*+[\s:]mimetype\s{0,9}+=\s{0,9}+[\"']"
    rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)[\"'\-]",
    re.DOTALL,
)
_KINDS: Final = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}


def flat_kind(untrusted_data: bytes) -> str | None:
    """Return "odt", "ods" or "odp" where the bytes are such a document, None where they are not."""
    found = _ROOT.match(untrusted_data[:_WITHIN])
    return _KINDS[found[1]] if found else None
