"""Reading PDFs: the confined reader, from the window's call to the last page, against bare pypdfium2 on the same files.

`python -m tests.benchmarks.reading_speed [FOLDER]` reads every PDF below FOLDER; without one it makes some of its own.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path
from typing import Final

import psutil
import pypdfium2

from paddock.errors import ReadRefused
from paddock.process.supervisor import worker_command
from paddock.reader.client import ReaderClient
from tests.benchmarks.figures import HEADING, Figure
from tests.chat.generator import texts
from tests.reader.pdfs import Book, Leaf, text

_ROUNDS: Final = 3
_BOOKS: Final = 12
_PAGES: Final = 40
_DRAWN: Final = 40
_PLAIN: Final = str.maketrans("()\\", "[]/")
_WIDTH: Final = 1275  # a page of letter size at 150 dots per inch


def figures(folder: Path | None = None) -> list[Figure]:
    """Read and draw the PDFs below `folder`, or twelve books made here; rounds alternate with the yardstick."""
    files = _own() if folder is None else [path.read_bytes() for path in sorted(folder.rglob("*.pdf"))]
    shares, ours, bare, by_processor = [], [], [], []
    client = ReaderClient(worker_command("reader"))
    try:
        _read(client, files[:1])  # its process starts
        for _ in range(_ROUNDS):
            began_s = time.process_time()
            bare.append(_bare(files))
            theirs_s, before_s = time.process_time() - began_s, _processor_s(client)
            ours.append(_read(client, files))
            shares.append(ours[-1] / bare[-1])
            by_processor.append(theirs_s / (_processor_s(client) - before_s))
        memory = sum(process.memory_info().rss for process in _processes(client))
        draws = _draw(client, files)
    finally:
        client.close()
    pages = f"{statistics.median(ours):,.0f} pages/s"
    return [
        Figure(
            "reading PDFs in the confined process ÷ bare pypdfium2", statistics.median(shares), "", 0.8, at_most=False,
            measured=f"{pages} (text in reading order, headings, tables, places); {min(shares):.2f}–{max(shares):.2f}; "
            f"{statistics.median(by_processor):.2f} by processor time",
            yardstick=f"{statistics.median(bare):,.0f} pages/s of plain text in this process",
        ),
        Figure("the reader's memory after it", memory / 1e6, "MB", 1000, at_most=True),
        Figure(
            "a page's picture with highlight, 95th of 100", draws, "ms", 100, at_most=True,
            measured=f"{_WIDTH} pixels wide, over the wire",
        ),
    ]  # fmt: skip


def _read(client: ReaderClient, files: list[bytes]) -> float:
    """Return pages a second, opening and the way over the wire included."""
    count = 0

    def take(_page: object) -> None:
        nonlocal count
        count += 1

    started = time.perf_counter()
    for data in files:
        try:
            client.open("file.pdf", data)
        except ReadRefused:
            continue
        client.read(on_page=take, languages=())
    return count / (time.perf_counter() - started)


def _processes(client: ReaderClient) -> list[psutil.Process]:
    """Return its process, and the one beside it that looks at some of a PDF's pages."""
    reader = psutil.Process(client.pid)
    return [reader, *reader.children()]


def _processor_s(client: ReaderClient) -> float:
    """Return how much processor time its processes took until now."""
    return float(sum(sum(process.cpu_times()[:2]) for process in _processes(client)))


def _bare(files: list[bytes]) -> float:
    count = 0
    started = time.perf_counter()
    for data in files:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            continue
        for page in document:
            said = page.get_textpage()
            said.get_text_range()
            said.close()
            page.close()
            count += 1
        document.close()
    return count / (time.perf_counter() - started)


def _draw(client: ReaderClient, files: list[bytes]) -> float:
    """Return the 95th of 100 times, in milliseconds, that a page took to be drawn with a passage marked."""
    took = []
    for data in files[:_DRAWN]:
        try:
            opened = client.open("file.pdf", data)
        except ReadRefused:
            continue
        for number in range(1, min(opened.pages, 5) + 1):
            started = time.perf_counter()
            client.draw(number, _WIDTH, [(0, 200)])
            took.append((time.perf_counter() - started) * 1000)
    return statistics.quantiles(took, n=100)[94]


def _own() -> list[bytes]:
    """Return books of two columns, of one, and of tables, with running heads, as reports and papers have."""
    chance = random.Random(11)
    words = [word for said in texts(300, seed=5) if said.isascii() for word in said.split()]

    def line(characters: int) -> str:
        said = ""
        while len(said) < characters:
            said += chance.choice(words) + " "
        return said[:characters].strip().translate(_PLAIN)

    def set_lines(x: float, y: float, several: list[str], size: float = 11) -> str:
        """Set lines as typesetting programs do: in pieces of a few letters, moved a little closer or apart."""
        out = []
        for number, said in enumerate(several):
            pieces = " ".join(f"({said[at : at + 4]}) {chance.randint(-30, 30)}" for at in range(0, len(said), 4))
            out.append(f"BT /F1 {size} Tf {x} {y - 14 * number} Td [{pieces}] TJ ET\n")
        return "".join(out)

    def leaf(kind: int, number: int) -> Leaf:
        content = text(72, 800, "A report of some length", 9) + text(290, 30, str(number), 9)
        content += text(72, 760, f"{number}. {line(30)}", 16, "F2")
        if kind == 0:
            content += set_lines(50, 730, [line(48) for _ in range(48)]) + set_lines(
                310, 730, [line(48) for _ in range(48)]
            )
        elif kind == 1:
            content += set_lines(72, 730, [line(84) for _ in range(46)])
        else:
            content += set_lines(72, 730, [line(84) for _ in range(20)])
            for row in range(24):
                content += text(72, 440 - 14 * row, line(24))
                content += "".join(
                    text(250 + 90 * at, 440 - 14 * row, f"{chance.random() * 1e4:,.2f}") for at in range(3)
                )
        return Leaf(content)

    return [Book([leaf(book % 3, number) for number in range(1, _PAGES + 1)]).written() for book in range(_BOOKS)]


def main() -> int:
    """Print the figures; 1 where an aim was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading_speed", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    measured = figures(parser.parse_args().folder)
    print(HEADING)  # noqa: T201
    for figure in measured:
        print(figure.row())  # noqa: T201
    return 0 if all(figure.met for figure in measured) else 1


if __name__ == "__main__":
    raise SystemExit(main())
