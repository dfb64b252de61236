"""`python -m tests.sentences`: gathers what services say to persons and writes the window's catalogue of it.

Services know no Qt and speak English. The window finds the template of a sentence again (`ui/sentences.py`), and only
what stands in the catalogue can be found. Afterwards: lupdate, translate, lrelease, as for the window's own texts.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import paddock
from paddock.models.licences import licences
from paddock.ui.sentences import letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(paddock.__file__).parent
CATALOGUE: Final = ROOT / "ui" / "sentence_catalogue.py"
_NOT_SHOWN: Final = frozenset({"ui", "cli", "__main__.py"})  # the terminal's own words stay English
# For the model; for the terminal (the window counts pages in its own words); a question about English documents.
_NOT_FOR_PERSONS: Final = frozenset(
    {
        "chat/material.py",
        "chat/summary.py",
        "models/fit.py",
        "models/vision_fit.py",
        "library/coverage.py",
        "library/sample/__init__.py",
    }
)
# What is raised as a bug, or caught and put into other words, before a person could see it.
_BUGS: Final = frozenset(
    {"AssertionError", "WireError", "ValueError", "RuntimeError", "TypeError", "OSError", "KeyError", "compile"}
)
_NO_SENTENCE: Final = re.compile(r"(SELECT|UPDATE|DELETE|INSERT|CREATE|PRAGMA)\b|.*\bWHERE\b")
_LONGEST: Final = 180  # what is longer is an instruction for the model
_FEWEST_LETTERS: Final = 4

# Words that are no sentences but are shown: where they stand, and by which name or keyword.
_FRAGMENTS: Final = {
    "models/architectures.py": ("NOT_TEXT", "ADDITION"),
    "models/card.py": ("_KIND_WORDS", "_QUALITY", "quantization_words"),
    "process/confine/probe.py": ("detail",),
    "fetcher/errand.py": ("what", "through", "why"),
    "reader/sniff.py": ("_NAMED",),
    "errors.py": (),
}
_TAKERS: Final = frozenset({"_damaged", "_refused"})  # their first argument is the end of a sentence
# What the operating system says (`os.strerror`), and the parser of pictures; and templates whose grammar depends on
# what is put in.
_BY_HAND: Final = (
    "Permission denied", "Operation not permitted", "No such file or directory", "No space left on device",
    "Read-only file system", "Input/output error", "Is a directory", "Not a directory", "File exists",
    "File name too long", "Too many open files", "Disk quota exceeded", "Device or resource busy", "Not supported",
    "Operation not supported", "Function not implemented", "Address family not supported by protocol",
    "Protocol not supported", "Bad address", "Invalid argument", "No such process", "Stale file handle",
    "Host is down", "No route to host", "Network is unreachable", "Connection timed out", "Connection reset by peer",
    "Transport endpoint is not connected", "Software caused connection abort", "Resource temporarily unavailable",
    "Remote I/O error", "Required key not available", "Structure needs cleaning", "No medium found",
    "No such device or address", "Too many levels of symbolic links", "Too many open files in system",
    "Text file busy", "Value too large for defined data type", "Invalid or incomplete multibyte or wide character",
    "Another window of Paddock is still at it", "Another program writes it",
    "Cannot allocate memory", "Broken pipe", "Connection refused", "No such device",
    "Image file is truncated.", "Image file is truncated ({0} bytes not processed).", "Not enough image data.",
    "Broken data stream when reading image file.", "Unrecognized data stream contents when reading image file.",
    "Truncated file read.",
    "The window is not kept from this: {0}.", "The engine is not kept from this: {0}.",
    "This chat is no longer there.", "This message is no longer there.", "This folder is no longer there.",
    "This document is no longer there.", "This collection is no longer there.", "This page is no longer there.",
    "This attachment is no longer there.", "This preset is no longer there.",
    "This is a Word document in the old binary format, which Paddock does not read by itself.",
    "This is a PowerPoint presentation in the old binary format, which Paddock does not read by itself.",
    "Could not import “{0}”.", "Could not link “{0}”.", "Could not remove “{0}”.", "Could not check “{0}”.",
)  # fmt: skip


def sentences_in_source() -> dict[str, str]:
    """Return every template of a sentence services can say, and the first file it stands in."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.split("/", 1)[0] in _NOT_SHOWN or name in _NOT_FOR_PERSONS:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for text in _sentences(tree):
            found.setdefault(text, name)
        for text in _fragments(tree, _FRAGMENTS.get(name, ())):
            found.setdefault(text, name)
    for licence in licences().values():
        for text in licence.summary:
            found.setdefault(text, "models/licence_texts/licences.toml")
    for text in _BY_HAND:
        found.setdefault(text, "by hand")
    return found


def _sentences(tree: ast.Module) -> Iterator[str]:
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(id(node.value))  # a docstring
        elif isinstance(node, ast.JoinedStr):
            passed_over |= {id(part) for part in node.values}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in _BUGS:
            passed_over |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        text = "" if id(node) in passed_over else template_of(node)
        if text.endswith((".", "?")) and " " in text.strip() and not _NO_SENTENCE.match(text) and _telling(text):
            yield text


def _fragments(tree: ast.Module, names: tuple[str, ...]) -> Iterator[str]:
    for node in ast.walk(tree):
        value: ast.expr | None = None
        named = getattr(node, "arg", None) or getattr(getattr(node, "target", None), "id", None)
        if isinstance(node, ast.AnnAssign | ast.keyword) and named in names:
            value = node.value
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in _TAKERS:
            value = node.args[0] if node.args else None
        if isinstance(value, ast.Dict):
            yield from filter(None, (template_of(item) for item in value.values))
        elif isinstance(value, ast.Tuple):
            for item in value.elts:
                yield from filter(None, (template_of(part) for part in ast.walk(item)))
        elif value is not None and _telling(template_of(value)):
            yield template_of(value)


def _telling(template: str) -> bool:
    return letters_of(template) >= _FEWEST_LETTERS and len(template) < _LONGEST


def template_of(node: ast.AST) -> str:
    """Return a string, or an f-string with its values as {0}, {1}…; nothing for any other expression."""
    if isinstance(node, ast.Constant):
        return node.value.strip() if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, values = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text += f"{{{values}}}"
            values += 1
    return text.strip()


def write() -> int:
    """Write the catalogue and return how many templates it holds."""
    found = sorted(sentences_in_source())
    lines = "\n".join(f'    QT_TRANSLATE_NOOP("Services", {_quoted(text)}),' for text in found)
    CATALOGUE.write_text(
        '"""What services say to persons, as templates; written by `python -m tests.sentences`, never by hand."""\n\n'
        "from __future__ import annotations\n\n"
        "from typing import Final\n\n"
        "from paddock.ui.shortcuts import QT_TRANSLATE_NOOP\n\n"
        "# fmt: off\n"
        "# ruff: noqa: E501 - a template is one line, however long\n"
        f"TEMPLATES: Final = (\n{lines}\n)\n",
        encoding="utf-8",
    )
    return len(found)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    print(write())  # noqa: T201 - a tool
