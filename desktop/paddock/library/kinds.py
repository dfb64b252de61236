"""The kinds of documents a person tells apart, and the formats each stands for."""

from __future__ import annotations

from typing import Final

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "pdf": ("pdf",),
    "document": ("docx", "doc", "odt", "rtf"),
    "presentation": ("pptx", "ppt", "odp"),
    "table": ("xlsx", "xlsb", "xls", "xls4", "ods", "csv", "tsv"),
    "text": ("text", "markdown", "code", "json", "jsonl"),
    "web": ("html", "epub"),
    "mail": ("eml", "msg", "mbox"),
    "picture": ("png", "jpeg", "tiff", "gif", "webp", "bmp"),
}
