"""What kind of document a zip is, by the names of its members: a bounded look that unpacks nothing."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCAL: Final = b"PK\x03\x04"
_CENTRAL: Final = b"PK\x01\x02"
_END: Final = b"PK\x05\x06"
_END_WITHIN: Final = 66_000  # an end record and the longest comment behind it
_MEMBERS: Final = 10_000
_HEADERS: Final = 500
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
    names = {name.replace("\\", "/").lower() for name in _names(untrusted_data)}
    for member, found in _MEMBER_OF:
        if member in names:
            return found
    if "[content_types].xml" not in names and "_rels/.rels" not in names:
        return None
    return next((found for folder, found in _FOLDER_OF if any(name.startswith(folder) for name in names)), None)


def _declared(data: bytes) -> str | None:
    """Return what the stored member `mimetype` says, which stands first (OpenDocument 1.3 part 2, 3.3; OCF 4.3)."""
    at = data.find(b"mimetype", 0, 4096)
    if at < 0:
        return None
    said = data[at + 8 : at + 8 + 200]
    # The longest name first: a template's or a text's name is the beginning of another's.
    return next((_MIMETYPES[name] for name in sorted(_MIMETYPES, key=len, reverse=True) if name in said), None)


def _names(data: bytes) -> Iterator[str]:
    """Yield members' names from the directory at the end; where that is lost, from the members' own headers."""
    end = data.rfind(_END, max(0, len(data) - _END_WITHIN))
    found = False
    if 0 <= end <= len(data) - 22:
        size, offset = struct.unpack_from("<2I", data, end + 12)
        # Junk before the first member moves everything by its length; the directory still ends at the end record.
        at = end - size if data[end - size : end - size + 4] == _CENTRAL else offset
        for _ in range(_MEMBERS):
            if data[at : at + 4] != _CENTRAL or at + 46 > len(data):
                break
            found = True
            name, extra, comment = struct.unpack_from("<3H", data, at + 28)
            yield data[at + 46 : at + 46 + name].decode("utf-8", errors="replace")
            at += 46 + name + extra + comment
    at = 0
    for _ in range(0 if found else _HEADERS):
        at = data.find(_LOCAL, at)
        if at < 0 or at + 30 > len(data):
            return
        name = struct.unpack_from("<H", data, at + 26)[0]
        yield data[at + 30 : at + 30 + name].decode("utf-8", errors="replace")
        at += 30
