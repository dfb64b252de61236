"""Small PDFs written by hand, so that every character's place is known: content streams, outlines, labels, RC4."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field

A4 = (595, 842)
# Standard padding, PDF 1.7, 7.6.3.3.
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_IDENTITY = b"0123456789abcdef"


def text(x: float, y: float, said: str, size: float = 11, font: str = "F1") -> str:
    """Return the operators that set a line with its baseline at y points from below. F1 is Helvetica, F2 bold."""
    escaped = said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(x: float, y: float, several: list[str], size: float = 11, leading: float = 14) -> str:
    """Return lines set one under another."""
    return "".join(text(x, y - leading * number, said, size) for number, said in enumerate(several))


@dataclass
class Leaf:
    """One page: its content, and what its dictionary holds besides."""

    content: str = ""
    size: tuple[float, float] = A4
    extra: str = ""
    resources: str = ""


@dataclass
class Book:
    """A PDF in the making. `outline` holds title, page number and depth; `labels` is a page label dictionary's Nums.

    `letters` are what the font F3 writes for the codes from "A" on, each as wide as Helvetica's letter of that code.
    """

    leaves: list[Leaf]
    title: str = ""
    author: str = ""
    outline: list[tuple[str, int, int]] = field(default_factory=list)
    labels: str = ""
    letters: str = ""
    objects: list[bytes] = field(default_factory=list)

    def written(self, password: str = "") -> bytes:
        """Return the file; encrypted for this user password (RC4, 40 bits) where one is given."""
        self.objects = [b"", b"", b"", b"", b""]
        info = f"<< /Title ({self.title}) /Author ({self.author}) >>".encode("latin-1")
        self.objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        self.objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
        self.objects[4] = info
        more = f"/F3 {self._lettered()} 0 R" if self.letters else ""
        pages = [self._page(leaf, more) for leaf in self.leaves]
        kids = " ".join(f"{page} 0 R" for page in pages)
        self.objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
        catalog = "<< /Type /Catalog /Pages 2 0 R"
        if self.outline:
            catalog += f" /Outlines {self._outlines(pages)} 0 R"
        if self.labels:
            catalog += f" /PageLabels << /Nums [{self.labels}] >>"
        self.objects[0] = (catalog + " >>").encode()
        return file_of(self.objects, password)

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data: bytes, extra: str = "") -> int:
        """Add a compressed stream and return its number."""
        packed = zlib.compress(data)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >>\nstream\n".encode()
        return self.add(head + packed + b"\nendstream")

    def coded(self, said: str) -> str:
        """Return the codes that write this in the font F3; spaces stay."""
        return "".join(letter if letter == " " else chr(ord("A") + self.letters.index(letter)) for letter in said)

    def _lettered(self) -> int:
        """Add a font whose codes stand for the letters of `letters`."""
        codes = [
            f"<{ord('A') + number:02x}> <{letter.encode('utf-16-be').hex()}>"
            for number, letter in enumerate(self.letters)
        ]
        meant = "begincmap\n1 begincodespacerange <00> <ff> endcodespacerange"
        meant += f"\n{len(codes) + 1} beginbfchar <20> <0020>\n" + "\n".join(codes) + "\nendbfchar endcmap"
        told = self.stream(meant.encode())
        return self.add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {told} 0 R >>".encode("latin-1")
        )

    def _page(self, leaf: Leaf, more: str = "") -> int:
        content = self.stream(leaf.content.encode("latin-1"))
        width, height = leaf.size
        return self.add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {content} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R {more} >> {leaf.resources} >> {leaf.extra} >>".encode()
        )

    def _outlines(self, pages: list[int]) -> int:
        root = self.add(b"")
        numbers = [self.add(b"") for _ in self.outline]
        depths = [depth for _, _, depth in self.outline]

        def children(parent: int, depth: int) -> list[int]:
            found = []
            for at in range(parent + 1, len(depths)):
                if depths[at] < depth:
                    break
                if depths[at] == depth:
                    found.append(at)
            return found

        def links(parent: int, depth: int) -> str:
            inside = children(parent, depth)
            return f"/First {numbers[inside[0]]} 0 R /Last {numbers[inside[-1]]} 0 R" if inside else ""

        self.objects[root - 1] = f"<< /Type /Outlines {links(-1, 0)} >>".encode()
        for at, (title, page, depth) in enumerate(self.outline):
            above = next((one for one in range(at - 1, -1, -1) if depths[one] == depth - 1), -1)
            beside = children(above, depth)
            following = beside[beside.index(at) + 1 :]
            then = f"/Next {numbers[following[0]]} 0 R" if following else ""
            parent = numbers[above] if above >= 0 else root
            self.objects[numbers[at] - 1] = (
                f"<< /Title ({title}) /Parent {parent} 0 R /Dest [{pages[page - 1]} 0 R /Fit] {then} "
                f"{links(at, depth + 1)} >>"
            ).encode("latin-1")
        return root


def file_of(objects: list[bytes], password: str = "") -> bytes:
    """Return the objects as a file, the first of them the catalog and the fifth the information dictionary."""
    trailer = b"/Root 1 0 R /Info 5 0 R"
    if password:
        key, entries = _rc4_key(password)
        objects = [_encrypted(body, number, key) for number, body in enumerate(objects, 1)]
        objects.append(entries)
        trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (
            len(objects),
            _IDENTITY.hex().encode(),
            _IDENTITY.hex().encode(),
        )
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    return bytes(out)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for one in range(256):
        other = (other + state[one] + key[one % len(key)]) % 256
        state[one], state[other] = state[other], state[one]
    out = bytearray()
    one = other = 0
    for byte in data:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        out.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(out)


def _rc4_key(password: str) -> tuple[bytes, bytes]:
    """Return the file's key and the encryption dictionary: algorithms 2 to 4 of PDF 1.7, revision 2."""
    padded = (password.encode("latin-1") + _PADDING)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PADDING)[:32], usedforsecurity=False).digest()[:5], padded)
    allowed = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + allowed + _IDENTITY, usedforsecurity=False).digest()[:5]
    user = _rc4(key, _PADDING)
    entries = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (owner.hex().encode(), user.hex().encode())
    return key, entries


def _encrypted(body: bytes, number: int, key: bytes) -> bytes:
    """Return the object with its stream encrypted; these files' strings stand in no encrypted object that is read."""
    if b"stream\n" not in body:
        return body
    head, _, rest = body.partition(b"stream\n")
    data = rest.removesuffix(b"\nendstream")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]
    return head + b"stream\n" + _rc4(own, data) + b"\nendstream"
