"""What kind of document a zip is, by the names of its members: a bounded look that unpacks next to nothing."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LOCAL: Final = b"PK\x03\x04"
_CENTRAL: Final = b"PK\x01\x02"
_END: Final = b"PK\x05\x06"
_END_WITHIN: Final = 66_000  # an end record and the longest comment behind it
_MEMBERS: Final = 10_000
_HEADERS: Final = 500
_TYPE_WITHIN: Final = 4096
_MIMETYPES: Final = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_MEMBER_OF: Final = (
    ("word/document.xml", "docx"),
    ("word/document2.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
    ("meta-inf/container.xml", "epub"),
)
_FOLDER_OF: Final = (("word/", "docx"), ("ppt/", "pptx"), ("xl/", "xlsx"))


def sniff_zip(untrusted_data: bytes) -> str | None:
    """Return "docx", "xlsx", "xlsb", "pptx", "odt", "ods", "odp" or "epub"; None where it is another zip, or none."""
    declared = _declared(untrusted_data)
    if declared:
        return declared
    members = {name.replace("\\", "/").lower(): at for name, at in _members(untrusted_data)}
    names = members.keys()
    for member, found in _MEMBER_OF:
        if member in names:
            return found
    if "content.xml" in names:
        return _packed_anew(untrusted_data, members)
    if "[content_types].xml" not in names and "_rels/.rels" not in names:
        return None
    return next((found for folder, found in _FOLDER_OF if any(name.startswith(folder) for name in names)), None)


def _declared(data: bytes) -> str | None:
    """Return what the stored member `mimetype` says, which stands first (OpenDocument 1.3 part 2, 3.3; OCF 4.3)."""
    at = data.find(b"mimetype", 0, 4096)
    if at < 0:
        return None
    return _named(data[at + 8 : at + 8 + 200])


def _named(said: bytes) -> str | None:
    """Return the kind that is named first: a manifest goes on with what lies inside the document."""
    found = [(at, name) for name in _MIMETYPES if (at := said.find(name)) >= 0]
    return _MIMETYPES[min(found)[1]] if found else None


def _packed_anew(data: bytes, members: Mapping[str, int]) -> str | None:
    """Return what an OpenDocument file is that was packed by another program: its type lies anywhere, or is packed."""
    for name in ("mimetype", "meta-inf/manifest.xml"):
        found = _named(_beginning(data, members[name])) if name in members else None
        if found is not None and found != "epub":
            return found
    return None


def _beginning(data: bytes, at: int) -> bytes:
    """Return the first bytes of the member whose header stands there; none where it is damaged."""
    if at < 0 or data[at : at + 4] != _LOCAL or at + 30 > len(data):
        return b""
    method, name, extra = struct.unpack_from("<8xH16x2H", data, at)
    packed = data[at + 30 + name + extra : at + 30 + name + extra + _TYPE_WITHIN]
    if not method:
        return packed
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, _TYPE_WITHIN)
    except zlib.error:
        return b""


def _members(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield each member's name and where its header stands, from the directory at the end.

    Where that is lost, they come from the members' own headers.
    """
    end = data.rfind(_END, max(0, len(data) - _END_WITHIN))
    found = False
    if 0 <= end <= len(data) - 22:
        size, offset = struct.unpack_from("<2I", data, end + 12)
        # Junk before the first member moves everything by its length; the directory still ends at the end record.
        at = end - size if data[end - size : end - size + 4] == _CENTRAL else offset
        moved = at - offset
        for _ in range(_MEMBERS):
            if data[at : at + 4] != _CENTRAL or at + 46 > len(data):
                break
            found = True
            name, extra, comment = struct.unpack_from("<3H", data, at + 28)
            stands = struct.unpack_from("<I", data, at + 42)[0] + moved
            yield data[at + 46 : at + 46 + name].decode("utf-8", errors="replace"), stands
            at += 46 + name + extra + comment
    at = 0
    for _ in range(0 if found else _HEADERS):
        at = data.find(_LOCAL, at)
        if at < 0 or at + 30 > len(data):
            return
        name = struct.unpack_from("<H", data, at + 26)[0]
        yield data[at + 30 : at + 30 + name].decode("utf-8", errors="replace"), at
        at += 30
