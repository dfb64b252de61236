"""Documents for the pictures: a report whose pages are known, and files that were not read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.chat.marking import marked
from paddock.chat.replies import ReplyEnd
from tests.reader.pdfs import Book, Leaf, lines, text

if TYPE_CHECKING:
    from pathlib import Path

    from paddock.app import Paddock

QUESTION = "Which wells are over the limit for nitrate, and what has been done about it?"
ANSWER = """The limit for nitrate in drinking water is 50 milligrams per litre, and **the southern well has held 57 \
milligrams per litre since autumn**. The northern well stays below it.

- The owner of the southern well was told in spring and given bottled water.
- A new filter was paid for by the province.

The eastern well will be sampled again in May.
"""
_PAGES = (
    (
        "1  What was sampled",
        [
            "Forty-one wells were sampled between March and October, each of them twice and at the same",
            "depth. Samples were cooled on the way and analysed within two days.",
            "",
            "The limit for nitrate in drinking water is 50 milligrams per litre. It holds for private wells",
            "as well as for waterworks, and has not changed since the directive came into force.",
            "",
            "Of the wells in the north none was over it. The northern well stays below it with 41 milligrams",
            "per litre, four less than in the year before.",
        ],
    ),
    (
        "2  The southern well",
        [
            "Two wells were dry when they were visited, so that nothing can be said of them.",
            "",
            "The southern well has held 57 milligrams per litre since autumn, which is over the limit.",
            "It lies below fields that were spread with slurry late in the year.",
            "",
            "The owner of the southern well was told in spring and given bottled water for the children.",
            "Boiling does not help: it takes away water and leaves the nitrate.",
            "",
            "The eastern well will be sampled again in May, when the level of the groundwater is highest.",
        ],
    ),
)


def report() -> bytes:
    """Return a report of two pages."""
    leaves = []
    for number, (heading, said) in enumerate(_PAGES, start=1):
        head = text(72, 760, "Groundwater in the district, second report", 9)
        foot = text(290, 48, str(number), 9)
        leaves.append(Leaf(head + text(72, 700, heading, 16, "F2") + lines(72, 668, said, 10.5, 17) + foot))
    return Book(leaves, title="Groundwater in the district").written()


def letter(subject: str, said: list[str]) -> bytes:
    """Return a letter of one page."""
    return Book([Leaf(text(72, 740, subject, 14, "F2") + lines(72, 700, said, 11, 17))], title=subject).written()


def keep_papers(paddock: Paddock, folder: Path) -> int:
    """Have documents read, and keep a chat that was answered from them; return it."""
    folder.mkdir()
    (folder / "Groundwater report.pdf").write_bytes(report())
    said = ["The filter for the southern well costs 2,300 euros.", "The owner asks the district to pay for half of it."]
    (folder / "Letter of the owner.pdf").write_bytes(letter("Filter for my well", said))
    (folder / "Minutes of the board.md").write_text(
        "# Minutes\n\nThe board took note of the report on wells. It meets again in June.\n", encoding="utf-8"
    )
    (folder / "Scan of the map.pdf").write_bytes(Book([Leaf("0.6 g 100 100 300 400 re f\n")]).written())
    (folder / "Measurements 2024.pdf").write_bytes(b"%PDF-1.7\nthis one was cut off on its way")
    library = paddock.library
    library.ingest.add([folder])
    library.ingest.wait(60)
    documents = library.documents()
    store = paddock.chats
    chat = store.create_chat("Wells over the limit")
    for document in documents:
        attached = store.attach(chat.id, "document", document.id, document.name)
        store.use_attachment(attached.id, "searched")
    asked = store.add_user_message(chat.id, None, QUESTION)
    reply = store.start_reply(chat.id, asked.id, model="SmolLM2-135M-Instruct.Q4_1")
    service = paddock.service
    found = service._consultant.consult(store.attachments(chat.id), "", QUESTION, [], 2048)  # type: ignore[union-attr]  # there is one
    store.finish_reply(reply.id, ReplyEnd(state="complete", text=ANSWER))
    known = marked(found.consulted, ANSWER, QUESTION, found.material)
    store.keep_consulted(reply.id, known)
    return chat.id


def keep_long_paper(paddock: Paddock, folder: Path) -> None:
    """Have a document read that is too long to be summarized in one go."""
    folder.mkdir()
    days = "".join(
        f"## Day {day}\n\nWell {day} lies {day * 7} metres from the road. It was sampled at {day % 12 + 1} o'clock, "
        f"held {day % 60} milligrams of nitrate, and its owner was told within {day % 9 + 1} days.\n\n"
        for day in range(1, 241)
    )
    (folder / "Field book.md").write_text(f"# Field book\n\n{days}", encoding="utf-8")
    paddock.library.ingest.add([folder])
    paddock.library.ingest.wait(60)
