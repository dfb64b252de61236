"""A message signed in a closed form (S/MIME, RFC 8551, 3.5.2): what was signed lies inside it, and is no secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNED: Final = bytes.fromhex("2a864886f70d010702")  # the object identifier 1.2.840.113549.1.7.2 (RFC 5652, 5.1)
_SEQUENCE, _IDENTIFIER, _OCTETS, _CONTEXT = 0x30, 0x06, 0x04, 0xA0
_CONSTRUCTED: Final = 0x20
_LONG_TAG: Final = 0x1F
_DEEPEST: Final = 20
_PARTS_MOST: Final = 200_000
_OCTETS_OF_A_LENGTH: Final = 4


class _Value(NamedTuple):
    """A value of BER (X.690, 8.1): its tag, and where its contents begin and end; `behind` is the next one's place."""

    tag: int
    start: int
    end: int
    behind: int


def signed_content(untrusted_data: bytes) -> bytes:
    """Return what was signed; empty where the data is no signed message, or is one whose words lie elsewhere."""
    top = _first(untrusted_data, 0, len(untrusted_data), _SEQUENCE)
    if top is None:
        return b""
    kind = _first(untrusted_data, top.start, top.end, _IDENTIFIER)
    if kind is None or untrusted_data[kind.start : kind.end] != _SIGNED:
        return b""
    found: _Value | None = top
    # ContentInfo holds SignedData, that EncapsulatedContentInfo, and that the octets (RFC 5652, 3 and 5.1).
    for tag in (_CONTEXT, _SEQUENCE, _SEQUENCE, _CONTEXT):
        found = _first(untrusted_data, found.start, found.end, tag) if found is not None else None
    if found is None:
        return b""
    return b"".join(_octets(untrusted_data, found.start, found.end))


def _first(data: bytes, start: int, end: int, tag: int) -> _Value | None:
    return next((value for value in _values(data, start, end, 0) if value.tag == tag), None)


def _values(data: bytes, start: int, end: int, depth: int) -> Iterator[_Value]:
    for _ in range(_PARTS_MOST):
        value = _value(data, start, end, depth)
        if value is None:
            return
        yield value
        start = value.behind


def _value(data: bytes, at: int, end: int, depth: int) -> _Value | None:
    """Return the value that stands there, None at the end of those that have no length, or where there is none."""
    if at + 2 > end or depth > _DEEPEST:
        return None
    tag, length = data[at], data[at + 1]
    begin = at + 2
    if tag & _LONG_TAG == _LONG_TAG or data[at:begin] == b"\0\0":
        return None
    if length == 0x80:  # noqa: PLR2004 - no length: as far as two zeros
        close = begin
        for inner in _values(data, begin, end, depth + 1):
            close = inner.behind
        return _Value(tag, begin, close, min(close + 2, end))
    if length > 0x80:  # noqa: PLR2004 - so many bytes of length follow
        count = length & 0x7F
        if count > _OCTETS_OF_A_LENGTH:
            return None
        length = int.from_bytes(data[begin : begin + count], "big")
        begin += count
    close = min(begin + length, end)
    return _Value(tag, begin, close, close)


def _octets(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes of octet strings, which may come in stretches (X.690, 8.7.3)."""
    for value in _values(data, start, end, 0):
        if value.tag == _OCTETS:
            yield data[value.start : value.end]
        elif value.tag == _OCTETS | _CONSTRUCTED:
            yield from (
                data[one.start : one.end] for one in _values(data, value.start, value.end, 1) if one.tag == _OCTETS
            )
