"""Which kind of text a text is: HTML, an e-mail, JSON, a table, Markdown, source code, or just text."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Final

from paddock.reader.delimiters import best_delimiter

_HTML_START: Final = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,4000}-->)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|table|div|h[1-6]|p|ul|ol|article|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_INSIDE: Final = re.compile(r"<(?:html|body|div|p|table|h[1-6]|br|ul|span)\b[^<>]{0,500}>", re.IGNORECASE)
_HEADER: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?(?=\S|\r?\n)")
_MAIL_HEADERS: Final = frozenset(
    """from to cc bcc subject date received return-path message-id mime-version delivered-to reply-to sender
    content-type x-mailer in-reply-to references dkim-signature x-received""".split()
)
_MAIL_SURE: Final = frozenset({"received", "return-path", "message-id", "mime-version", "delivered-to", "from"})
_MAIL_HEADERS_FEW: Final = 3
_MBOX: Final = re.compile(r"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S.{0,200}\d{4}.{0,40}\r?\n(?=[A-Za-z-]+: )")
_MARKDOWN: Final = re.compile(
    r"^(#{1,6} \S|```|~~~|[-*+] \S|\d+\. \S|> |\|.+\|)|\[[^\[\]\n]{1,300}\]\([^)\n]{1,500}\)", re.MULTILINE
)
_MARKDOWN_HEADING: Final = re.compile(r"^#{1,6} \S", re.MULTILINE)
_SHEBANG: Final = re.compile(r"#!\s?/")

MARKDOWN_ENDINGS: Final = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"})
HTML_ENDINGS: Final = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TABLE_ENDINGS: Final = frozenset({".csv", ".tsv", ".tab", ".psv"})
CODE_ENDINGS: Final = frozenset(
    """.py .pyi .pyx .js .mjs .cjs .jsx .ts .tsx .java .kt .kts .scala .groovy .gradle .c .h .cc .cpp .cxx .hpp .hh
    .cs .fs .fsx .vb .go .rs .rb .php .pl .pm .lua .r .jl .m .mm .swift .dart .ex .exs .erl .hrl .hs .ml .mli .clj
    .cljs .lisp .el .scm .rkt .sh .bash .zsh .fish .ps1 .psm1 .bat .cmd .sql .css .scss .sass .less .xml .xsd .xsl
    .xslt .svg .rss .atom .yaml .yml .toml .ini .cfg .conf .properties .env .cmake .mk .dockerfile .tf .proto .thrift
    .graphql .vue .svelte .asm .s .v .vhd .vhdl .sv .f .f90 .f95 .for .pas .d .nim .zig .cu .glsl .wgsl .tcl .awk
    .sed .diff .patch .jinja .j2 .tex .sty .cls .bib .ipynb .lock .service .plist .reg .vim""".split()
)
_CODE_NAMES: Final = frozenset({"makefile", "dockerfile", "cmakelists.txt", "rakefile", "gemfile", "jenkinsfile"})


def sniff_text(untrusted_name: str, text: str, *, whole: bool) -> str:
    """Return "rtf", "html", "eml", "mbox", "json", "jsonl", "csv", "tsv", "markdown", "code" or "text".

    `text` is the beginning of the file, or with `whole` all of it.
    """
    path = PurePath(untrusted_name.lower())
    ending = path.suffix
    if text.lstrip().startswith("{\\rtf"):
        return "rtf"
    if _is_html(text, ending):
        return "html"
    if _is_mail(text, ending):
        return "mbox" if _MBOX.match(text.lstrip()) and _MBOX.search(text, 5) else "eml"
    return _json(text, ending, whole=whole) or _table(text, ending) or _written(text, path)


def _written(text: str, path: PurePath) -> str:
    """Return which of the kinds that a person types into an editor it is."""
    if path.suffix in MARKDOWN_ENDINGS:
        return "markdown"
    if path.suffix in CODE_ENDINGS or path.name in _CODE_NAMES or _SHEBANG.match(text) or text.startswith("<?xml"):
        return "code"
    return "markdown" if path.suffix != ".txt" and _looks_like_markdown(text[:20_000]) else "text"


def _is_html(text: str, ending: str) -> bool:
    if ending in HTML_ENDINGS:
        return bool(_HTML_START.match(text) or _HTML_INSIDE.search(text[:100_000]))
    if ending in MARKDOWN_ENDINGS or ending in CODE_ENDINGS:
        # Markdown may begin with a tag, and a template is code; only a whole page is HTML under such a name.
        return bool(re.match(r"\s*<(?:!doctype\s+html|html)\b", text, re.IGNORECASE)) and "</html" in text.lower()
    return bool(_HTML_START.match(text))


def _is_mail(text: str, ending: str) -> bool:
    """Return whether it begins with an e-mail's header (RFC 5322): lines "Name: value" up to an empty line."""
    start = text.lstrip("\r\n")
    mbox = _MBOX.match(start)
    names: list[str] = []
    for line in start[mbox.end() if mbox else 0 :][:100_000].splitlines():
        if not line.strip():
            break
        if line[0] in " \t" and names:
            continue
        found = _HEADER.match(line)
        if found is None:
            if names and ending in {".eml", ".mht", ".mhtml"}:
                break
            return False
        names.append(found.group(1).lower())
    known = {name for name in names if name in _MAIL_HEADERS}
    if ending in {".eml", ".mht", ".mhtml"} or mbox:
        return bool(known)
    return len(known) >= _MAIL_HEADERS_FEW and bool(known & _MAIL_SURE)


def _json(text: str, ending: str, *, whole: bool) -> str | None:
    start = text.lstrip()[:1]
    if start not in {"{", "["} or not start:
        return None
    if whole and _parses(text):
        return "json"
    lines = [line for line in (text if whole else text.rpartition("\n")[0]).splitlines() if line.strip()]
    if len(lines) > 1 and all(line.lstrip()[:1] in {"{", "["} and _parses(line) for line in lines[:20]):
        return "jsonl"
    if not whole and ending in {".json", ".geojson", ".ipynb", ".har"}:
        return "json"
    return None


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _table(text: str, ending: str) -> str | None:
    if ending in MARKDOWN_ENDINGS or ending in CODE_ENDINGS:
        return None
    if ending in TABLE_ENDINGS:
        return "tsv" if ending == ".tsv" or best_delimiter(text) == "\t" else "csv"
    delimiter = best_delimiter(text, strict=True)
    if not delimiter or (ending in {".txt", ".log", ".text"} and delimiter not in "\t;"):
        return None
    return "tsv" if delimiter == "\t" else "csv"


def _looks_like_markdown(text: str) -> bool:
    kinds = {found.group()[:1] for found in _MARKDOWN.finditer(text)}
    return bool(_MARKDOWN_HEADING.search(text)) and len(kinds) > 1
