"""An e-mail's parts (MIME): which of them are the message, in which forms, and which came with it."""

from __future__ import annotations

import email.iterators  # noqa: F401 - what the parser imports when first asked, imported before it is needed
import re
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header
from email.parser import BytesHeaderParser, BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING, Final

from paddock.reader.document import LimitReached, Unreadable
from paddock.reader.encoding import decode
from paddock.reader.html_text import declared_encoding
from paddock.reader.inside import DEPTH_MOST, Inner
from paddock.reader.smime import signed_content
from paddock.reader.tnef import SIGN, unpacked
from paddock.reader.writing import one_line

if TYPE_CHECKING:
    from email.message import Message

_LONG_HEADER: Final = re.compile(
    rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
_BYTES: Final = re.compile("[\udc80-\udcff]")
_HEADER_BYTES: Final = 8000
_HEADER_CHARACTERS: Final = 8_000
_BLOCKS_MOST: Final = 1000
_SMALL_PICTURE_BYTES: Final = 16_384  # logos and the marks of mailing lists; a pasted screenshot is larger
_BODIES: Final = frozenset({"text/plain", "text/html"})
_MESSAGES: Final = frozenset({"message/rfc822", "message/global"})
_SIGNATURES: Final = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-keys",
    }
)
_LOCKED: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})


@dataclass(slots=True)
class Body:
    """A stretch of the message, in one form or two."""

    plain: str = ""
    html: str = ""


@dataclass(slots=True)
class Parts:
    """The message's own text, stretch by stretch, and the files that came with it."""

    bodies: list[Body] = field(default_factory=list)
    files: list[Inner] = field(default_factory=list)


def parsed(untrusted_data: bytes, parts_most: int) -> Message:
    """Return the e-mail's structure. Raises Unreadable where it has too many parts, or they lie too deep."""
    try:
        top = BytesHeaderParser(policy=compat32).parsebytes(_LONG_HEADER.sub(_shortened, untrusted_data[:1_000_000]))
        boundary = top.get_boundary()
        if boundary and untrusted_data.count(b"--" + boundary.encode("ascii", errors="replace")) > parts_most:
            raise Unreadable("limit", f"This e-mail has more than {parts_most:,} parts.")
        if any(found.end() - found.start() > _HEADER_BYTES for found in _LONG_HEADER.finditer(untrusted_data)):
            untrusted_data = _LONG_HEADER.sub(_shortened, untrusted_data)
        return BytesParser(policy=compat32).parsebytes(untrusted_data)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        # The standard library's parser has met strangers' headers with each of these.
        raise Unreadable("damaged", "This e-mail is damaged.", "Its parts cannot be made out.") from error


def _shortened(found: re.Match[bytes]) -> bytes:
    """Return a header that the parser would take minutes over, for it looks at each parameter again for each."""
    text = found.group()
    return text if len(text) <= _HEADER_BYTES else text[:_HEADER_BYTES].rpartition(b";")[0]


def header(message: Message, name: str) -> str:
    """Return a header's value on one line, its encoded words decoded; empty where there is none."""
    try:
        # As it stands in the file, with bytes beyond ASCII as they came: asked for by name they are lost.
        raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    except (ValueError, LookupError, TypeError):
        return ""
    value = raw[:_HEADER_CHARACTERS]
    if _BYTES.search(value) and "=?" not in value:
        return one_line(decode(value.encode("utf-8", errors="surrogateescape"), _charset(message)), _HEADER_CHARACTERS)
    return _decoded_words(value)


def _decoded_words(untrusted_value: str) -> str:
    try:
        pieces = decode_header(untrusted_value)
    except (MessageError, ValueError):
        pieces = [(untrusted_value, None)]
    words: list[str] = []
    for text, charset in pieces:
        raw = text.encode("utf-8", errors="surrogateescape") if isinstance(text, str) else text
        # Without a name for it, `email` has put the bytes behind a slash as it does with what is beyond Latin-1.
        words.append(decode(raw, charset or ""))
    return one_line("".join(words), _HEADER_CHARACTERS)


def parts_of(message: Message, parts_most: int) -> Parts:
    """Return the message's bodies and files, in its order. Raises LimitReached where there are too many parts.

    Of an alternative the plain text and the HTML are taken as one body in two forms (RFC 2046, 5.1.4).
    """
    found = Parts()
    choices: dict[int, Body] = {}
    # Each part, its alternative, whether it is among relatives, and in how many signed forms it lies.
    waiting: list[tuple[Message, int, bool, int]] = [(message, 0, False, 0)]
    for count in range(parts_most + 1):
        if not waiting:
            return found
        if count == parts_most:
            break
        part, choice, related, depth = waiting.pop()
        kind = part.get_content_type()
        if kind in _LOCKED:
            signed = _signed_in(part, parts_most) if depth < DEPTH_MOST else None
            waiting += [(signed, choice, related, depth + 1)] if signed is not None else []
            why = "It is encrypted." if depth < DEPTH_MOST else "It is nested too deeply."
            found.files += [Inner(_name(part) or "encrypted message", refusal=why)] if signed is None else []
        elif part.get_content_maintype() == "message" and kind not in _MESSAGES:
            found.bodies.append(Body(_told(part)))
        elif part.is_multipart() and kind not in _MESSAGES:
            choice = count + 1 if kind == "multipart/alternative" else choice
            inside = [inner for inner in part.get_payload() if not isinstance(inner, str)]
            related = related or kind == "multipart/related"
            waiting += [(inner, choice, related, depth) for inner in reversed(inside)]
        elif _is_body(part, kind):
            _add_body(found, choices, part, kind, choice)
        elif kind not in _SIGNATURES:
            _add_file(found, part, kind, parts_most, related=related)
    raise LimitReached(f"Only the first {parts_most:,} parts of an e-mail are read.")


def _signed_in(part: Message, parts_most: int) -> Message | None:
    """Return what was signed in a closed form, None where it is encrypted or damaged."""
    signed = signed_content(payload(part))
    try:
        return parsed(signed, parts_most) if signed else None
    except Unreadable:
        return None


def _told(part: Message) -> str:
    """Return what a mail program tells another of a message's fate, block by block (RFC 3464, 2.1)."""
    payload_of = part.get_payload()
    blocks = payload_of if isinstance(payload_of, list) else [payload_of]
    told: list[str] = []
    for block in blocks[:_BLOCKS_MOST]:
        if isinstance(block, str):
            told.append(block)
        else:
            told.append(
                "\n".join(f"{name}: {one_line(str(value), _HEADER_CHARACTERS)}" for name, value in block.items())
            )
            rest = block.get_payload()
            told += [rest] if isinstance(rest, str) else []
    return "\n\n".join(text.strip() for text in told if text.strip())


def signed_parts(kind: str, untrusted_data: bytes, parts_most: int) -> Parts | None:
    """Return the parts of a signed message that is kept whole, as Outlook does; None where it is of another kind.

    Raises Unreadable, LimitReached.
    """
    if kind in _LOCKED:
        untrusted_data = signed_content(untrusted_data)
    elif kind != "multipart/signed":
        return None
    return parts_of(parsed(untrusted_data, parts_most), parts_most) if untrusted_data else None


def _is_body(part: Message, kind: str) -> bool:
    return kind in _BODIES and part.get_content_disposition() != "attachment" and not _name(part)


def _add_body(found: Parts, choices: dict[int, Body], part: Message, kind: str, choice: int) -> None:
    body = choices.get(choice) if choice else None
    if body is None or (body.html if kind == "text/html" else body.plain):
        body = Body()
        found.bodies.append(body)
        if choice:
            choices[choice] = body
    data = payload(part)
    if kind == "text/html":
        body.html = decode(data, _charset(part) or declared_encoding(data))
    else:
        body.plain = decode(data, _charset(part))


def _add_file(found: Parts, part: Message, kind: str, parts_most: int, *, related: bool) -> None:
    name = _name(part)
    if kind in _MESSAGES:
        inner = part.get_payload()
        message = inner[0] if isinstance(inner, list) and inner else None
        if not isinstance(message, str) and message is not None:
            name = name or header(message, "Subject") or "message"
            found.files.append(_message(message, name if name.endswith(".eml") else f"{name}.eml"))
            return
    data = payload(part)
    if data.startswith(SIGN) and (packed := unpacked(data, parts_most)) is not None:
        found.files += packed.files
        found.bodies += [Body(packed.body)] if packed.body and not found.bodies else []
        return
    shown = related or part.get_content_disposition() == "inline" or bool(part.get("Content-ID"))
    if kind.startswith("image/") and shown and len(data) < _SMALL_PICTURE_BYTES:
        return
    found.files.append(Inner(name or kind.replace("/", "."), data))


def _message(message: Message, name: str) -> Inner:
    try:
        return Inner(name, message.as_bytes(policy=compat32))
    except (MessageError, ValueError, LookupError, TypeError, RecursionError):
        return Inner(name, refusal="This message is damaged.")


def payload(part: Message) -> bytes:
    """Return a part's bytes, out of base64 or quoted-printable; none where it has none."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset("") or ""
    except (ValueError, LookupError, TypeError):
        return ""


def _name(part: Message) -> str:
    try:
        return _decoded_words((part.get_filename("") or "")[:1000])
    except (ValueError, LookupError, TypeError):
        return ""
