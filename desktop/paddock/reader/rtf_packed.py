"""Unpacking the RTF inside Outlook messages ([MS-OXRTFCP]): at most nine bytes come out of each that goes in."""

from __future__ import annotations

import struct
from typing import Final

_PACKED: Final = b"LZFu"
_AS_IT_IS: Final = b"MELA"
_HEADER: Final = 16
_RING: Final = 4096
# What the dictionary holds at the start ([MS-OXRTFCP] 2.1.2.1).
_START: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def unpacked(untrusted_data: bytes) -> bytes:
    """Return the RTF, as much of it as is there; nothing where the header is none of the two known."""
    if len(untrusted_data) < _HEADER:
        return b""
    size = struct.unpack_from("<I", untrusted_data, 4)[0]
    kind = untrusted_data[8:12]
    if kind == _AS_IT_IS:
        return untrusted_data[_HEADER:][:size]
    return _expanded(untrusted_data[_HEADER:], size) if kind == _PACKED else b""


def _expanded(data: bytes, size: int) -> bytes:
    ring = bytearray(_START.ljust(_RING, b"\0"))
    at = len(_START)
    out = bytearray()
    position = 0
    while position < len(data) and len(out) < size:
        flags = data[position]
        position += 1
        for bit in range(8):
            if not flags >> bit & 1:
                piece = data[position : position + 1]
                position += 1
            else:
                if position + 2 > len(data):
                    return bytes(out)
                reference = data[position] << 8 | data[position + 1]
                position += 2
                offset, length = reference >> 4, (reference & 15) + 2
                if offset == at:  # the end is a reference to the place that is written next
                    return bytes(out)
                # A reference may reach into what it is itself writing, so that bytes come one at a time.
                for step in range(length):
                    byte = ring[(offset + step) % _RING]
                    out.append(byte)
                    ring[at] = byte
                    at = (at + 1) % _RING
                continue
            if not piece:
                return bytes(out)
            out += piece
            ring[at] = piece[0]
            at = (at + 1) % _RING
    return bytes(out)
