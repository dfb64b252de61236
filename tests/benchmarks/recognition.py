"""`python -m tests.benchmarks.recognition FOLDER`: what the confined reader recognises, how exactly and how fast.

Every picture and PDF below FOLDER is read. Where a text lies beside it under the same name (`page.png`, `page.txt`),
the character error rate is told: the Levenshtein distance of the two, divided by the text's length, with white space
and the forms of quotes and dashes made one, for no scan says which was meant.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from paddock.errors import PaddockError
from paddock.process.supervisor import worker_command
from paddock.reader.client import ReaderClient

if TYPE_CHECKING:
    from paddock.reader.protocol import Done, Page

SUFFIXES: Final = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".bmp", ".pdf"}
_COMPARED: Final = 40_000  # characters of one file
_ALIKE: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})


def main() -> int:
    """Read the folder, print a line for each file and the sum; 1 where a file had no stated outcome."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.recognition", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", default="eng", help="Tesseract's codes, with commas between (eng)")
    parser.add_argument("--most", type=int, default=10_000, metavar="N", help="read no more files than this")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the results here")
    asked = parser.parse_args()
    files = sorted(path for path in asked.folder.rglob("*") if path.suffix.lower() in SUFFIXES)[: asked.most]
    reader = ReaderClient(worker_command("reader"))
    results: list[dict[str, Any]] = []
    try:
        for path in files:
            results.append(measure(reader, path, tuple(asked.languages.split(","))))
            print(line(results[-1]), flush=True)  # noqa: T201
    finally:
        reader.close()
    print(total(results))  # noqa: T201
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 1 if any(result["outcome"] == "died" for result in results) else 0


def measure(reader: ReaderClient, path: Path, languages: tuple[str, ...]) -> dict[str, Any]:
    """Return what became of one file: outcome, pages, those recognised, seconds, error rate, the reader's memory."""
    pages: list[Page] = []
    result: dict[str, Any] = {"file": path.name, "outcome": "refused", "note": ""}
    started_s = time.monotonic()
    try:
        with path.open("rb") as file:
            reader.open(path.name, file)
        done: Done = reader.read(languages=languages, on_page=pages.append)
        result |= {"outcome": done.outcome, "note": done.note}
    except PaddockError as refusal:
        died = type(refusal).__name__ == "ReaderDied"
        result |= {"outcome": "died" if died else "refused", "note": str(refusal)}
    result |= {
        "seconds": round(time.monotonic() - started_s, 2),
        "pages": len(pages),
        "recognised": sum(page.recognised for page in pages),
        "unread": sum(page.outcome not in {"read", "empty"} for page in pages),
        "characters": sum(len(page.text) for page in pages),
        "peak_mb": peak_mb(reader.pid),
        "error_rate": None,
    }
    truth = path.with_suffix(".txt")
    if truth.exists():
        text = truth.read_text(encoding="utf-8", errors="replace")
        result["error_rate"] = round(error_rate(text, "\n".join(page.text for page in pages)), 5)
    return result


def error_rate(truth: str, read: str) -> float:
    """Return the characters to change, per character of the truth; 0.0 where the two are the same."""
    wanted, had = _plain(truth), _plain(read)
    return distance(wanted, had) / max(1, len(wanted))


def distance(one: str, other: str) -> int:
    """Return the Levenshtein distance: insertions, deletions and replacements of one character each."""
    first, second = (np.frombuffer(text.encode("utf-32-le"), np.uint32) for text in (one, other))
    places = np.arange(len(second) + 1)
    before = places.copy()
    for row, character in enumerate(first, 1):
        now = np.empty_like(before)
        now[0] = row
        now[1:] = np.minimum(before[1:] + 1, before[:-1] + (second != character))
        before = np.minimum.accumulate(now - places) + places  # insertions run along the row
    return int(before[-1])


def peak_mb(pid: int | None) -> int | None:
    """Return the most memory the process ever had resident (Linux), None where nobody tells."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else None


def line(result: dict[str, Any]) -> str:
    """Return one file's result as a line."""
    rate = "" if result["error_rate"] is None else f"  {result['error_rate']:.2%} wrong"
    return (
        f"{result['outcome']:8}{result['seconds']:7.1f} s {result['pages']:4} pages {result['recognised']:4} recognised"
        f" {result['characters']:8,} characters {result['peak_mb'] or 0:5} MB  {result['file']}{rate}  {result['note']}"
    )


def total(results: list[dict[str, Any]]) -> str:
    """Return the sum of all."""
    outcomes = {
        kind: sum(result["outcome"] == kind for result in results) for kind in ("whole", "part", "refused", "died")
    }
    recognised = sum(result["recognised"] for result in results)
    seconds = sum(result["seconds"] for result in results if result["recognised"])
    rates = [result["error_rate"] for result in results if result["error_rate"] is not None]
    said = f"{len(results)} files: " + ", ".join(f"{count} {kind}" for kind, count in outcomes.items())
    said += f"; {recognised} pages recognised, {seconds / max(1, recognised):.2f} s each"
    return said + (f"; {mean(rates):.2%} of characters wrong in {len(rates)} files" if rates else "")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).split())[:_COMPARED]


if __name__ == "__main__":
    raise SystemExit(main())
