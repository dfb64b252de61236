"""`python -m tests.screenshots [FOLDER]`: every page as a person sees it, into docs/screenshots or the folder given.

A real window on a virtual screen with a real store; only the engine is `tests.benchmarks.fast_engine`, so that the
same words are on every picture. Each look is a process of its own, as a language holds from the start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.e2e.screen import Screen
from tests.ui.models.doubles import ScriptedDoor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.app import Paddock

ROOT = Path(__file__).parents[1]

ANSWER: Final = r"""Two wells are dry, and one is over the limit.

| Well | Depth | Nitrate |
|---|---:|---:|
| North | 12 m | 41 mg/l |
| South | 9 m | **57 mg/l** |

The share above the limit $L$ is $s = \frac{1}{n}\sum_{i=1}^{n} [x_i > L]$, which this computes:

```python
def share_above(values: list[float], limit: float) -> float:
    return sum(value > limit for value in values) / len(values)
```

1. Sample the southern well again in spring.
2. Tell the owner before then.
"""
GERMAN: Final = (
    "Die Donaudampfschifffahrtsgesellschaft hat die Grundwasserbeschaffenheitsuntersuchung abgeschlossen. Zwei Brunnen "
    "waren trocken; bei einem dritten lag der Nitratgehalt **über dem Grenzwert** von 50 mg/l."
)
CHINESE: Final = (
    "报告列出了所有检查过的水井。其中**两口井**已经干涸。另一口井的硝酸盐含量超过每升五十毫克的限值。春季将再次取样。"
)
FAILED: Final = (
    "The engine ended unexpectedly. The system killed it, most likely because memory ran out. "
    "Use a smaller model or a smaller context."
)


@dataclass(frozen=True)
class Look:
    """How the window looks for one row of pictures, and which pages are taken so."""

    name: str
    theme: str = "light"
    zoom: int = 100
    language: str = "en"
    size: tuple[int, int] = (1180, 780)
    pages: tuple[str, ...] = ("chat",)


MODELS: Final = ("models", "catalogue", "hub", "import", "fit", "licence", "downloads")
DIALOGS: Final = ("import", "fit", "licence", "shortcuts")
TOLD: Final = Path("/home/ada/.local/share/paddock")  # where the pictures say that all lies
DOOR: Final = ScriptedDoor()
PAPERS: Final = ("passages", "answer-with-sources", "documents", "coverage", "failed-file")
ASKED: Final = ("reading-part", "attachments")
LOOKS: Final = (
    Look(
        "light",
        pages=("chat", "streaming", "error", "privacy", *MODELS, "settings", "shortcuts", "empty", *PAPERS, *ASKED),
    ),
    Look(
        "dark", theme="dark", pages=("chat", "streaming", "error", "privacy", *MODELS, "settings", *PAPERS[:3], *ASKED)
    ),
    Look("200-percent", zoom=200, pages=("chat", "settings", "answer-with-sources", "models", "attachments")),
    Look(
        "small",
        size=(640, 520),
        pages=("chat", "settings", "cited", "answer-with-sources", "models", "catalogue", *ASKED),
    ),
    Look("german", language="de", pages=("german", "settings", "answer-with-sources", "documents", *MODELS, *ASKED)),
    Look("chinese", language="zh_CN", pages=("chinese", "settings", *MODELS[:4])),
    Look("first-run", pages=("first-run",)),
    Look("first-run-dark", theme="dark", pages=("first-run",)),
)


def main() -> int:
    """Take all pictures; return 1 where one could not be taken."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with Screen(1400, 960) as screen:
        for look in LOOKS:
            with tempfile.TemporaryDirectory() as home:
                done = subprocess.run(
                    [sys.executable, "-m", "tests.screenshots", "--look", look.name, f"{home}/home", str(folder)],
                    env=screen.environment({}), cwd=ROOT, timeout=120, check=False,
                )  # fmt: skip
            failed |= done.returncode
    return 1 if failed else 0


def take(look: Look, home: Path, folder: Path) -> None:
    """Show every page of one look and save it."""
    import dev

    from paddock.process.confine import lock_window
    from paddock.process.supervisor import WorkerCommand, worker_command
    from tests.benchmarks.window_child import FileKeyring, with_window

    os.environ["LOGNAME"] = "Ada"  # who agrees to licences
    lock_window()
    from paddock.app import Paddock
    from paddock.home import Home

    fast = WorkerCommand(
        (sys.executable, "-m", "tests.benchmarks.fast_engine"),
        {**worker_command("engine").env, "PYTHONPATH": f"{ROOT}:{ROOT / 'desktop'}"},
    )
    paddock = Paddock(Home.under(home), keyring=FileKeyring(home.with_name("keyring")), engine_command=fast)
    paddock._door = DOOR  # type: ignore[assignment]  # as where the network may be used; nobody is behind it
    width, height = look.size
    paddock.settings.change(
        theme=look.theme, zoom_percent=look.zoom, language=look.language, window={"width": width, "height": height}
    )
    if "first-run" not in look.pages:
        shutil.copyfile(dev.embedder_path(), paddock.home.models / dev.embedder_path().name)
        shutil.copyfile(dev.starter_path(), paddock.home.models / dev.starter_path().name)
    paddock.set_up(None)
    chats = _fill(paddock)
    if any(page in {*PAPERS, *ASKED, "cited"} for page in look.pages):
        from tests.papers import keep_long_paper, keep_papers

        chats["cited"] = chats["passages"] = keep_papers(paddock, home.with_name("papers"))
        if "reading-part" in look.pages:
            keep_long_paper(paddock, home.with_name("book"))
    paddock.lock()

    def script(application: Any, _qt: Any) -> Iterator[Callable[[], object]]:
        window = application.window
        yield _settled(1.2)
        for page in look.pages:
            yield from _show(window, page, chats)
            name = look.name if look.name.startswith(page) else f"{page}-{look.name}"
            shown = window
            if page in DIALOGS:
                from PySide6.QtWidgets import QDialog

                shown = window.findChildren(QDialog)[-1]
            assert shown.grab().save(str(folder / f"{name}.png"))
            _close_dialogs(window)
        yield _settled(0.1)

    with_window(paddock, script, ready=lambda window: window.chat_page.ready or "first-run" in look.pages)


def _show(window: Any, page: str, chats: dict[str, int]) -> Iterator[Callable[[], object]]:
    if page in chats:
        window.open_chat(chats[page])
        yield _settled(1.5)
    elif page == "streaming":
        window.new_chat()
        yield _settled(0.4)
        window.chat_page.composer.put_text("What does the third report say about the wells?")
        window.chat_page.composer.button.click()
        yield lambda: window.chat_page.asking.answering
        yield _settled(0.9)
    elif page == "empty":
        yield lambda: not window.chat_page.asking.answering
        window.new_chat()
        yield _settled(0.6)
    elif page in MODELS:
        yield from _show_models(window, page)
    elif page in {"privacy", "settings"}:
        paddock = window._desk.paddock
        real = paddock.home
        paddock.home = replace(real, data=TOLD)
        window.pages.show_page(page)
        yield _settled(2.0)
        paddock.home = real
    elif page == "answer-with-sources":
        window.open_chat(chats["cited"])
        yield lambda: window.chat_page.transcript.messages and window.chat_page.sources._known
        window.chat_page.sources.show_cited(window.chat_page.messages[-1].id, 1)
        yield lambda: window.chat_page.sources.panel.page.found is not None
        yield _settled(1.0)
    elif page in ASKED:
        yield from _show_asked(window, page)
    elif page in {"documents", "coverage", "failed-file"}:
        yield from _show_documents(window, page)
    elif page == "shortcuts":
        window.open_chat(chats["chat"])
        yield _settled(0.8)
        window.show_shortcuts()
        yield _settled(0.6)


def _show_models(window: Any, page: str) -> Iterator[Callable[[], object]]:
    """Show the installed ones, the catalogue, the hub's search, or a dialog over them."""
    from paddock.models.licences import licence_named

    paddock = window._desk.paddock
    real = paddock.home
    paddock.home = replace(real, models=real.models if page == "import" else TOLD / "models")
    shown = window.pages.show_page("models")
    yield _settled(1.5)
    paddock.home = real
    view = shown.show_tab(page if page in {"catalogue", "hub"} else "installed")
    if page == "catalogue":
        yield lambda: view.whole
    yield _settled(0.6)
    if page == "hub":
        yield from _search_hub(view)
    elif page == "downloads":
        yield from _download(window)
    elif page == "fit":
        view.rows[-1].pill.click()
        yield _settled(1.0)
    elif page == "import":
        shown.importing.offer([window._desk.paddock.home.models])
        yield _settled(1.0)
    elif page == "licence":
        shown.actions_on_models.agreeing.ask(licence_named("llama3.2"), "Llama 3.2 1B Instruct", lambda: None)
        yield _settled(0.8)


def _search_hub(view: Any) -> Iterator[Callable[[], object]]:
    """Look for a model; what a hub would answer is told by nobody behind the door."""
    from paddock.fetcher.protocol import Offered

    DOOR.found = (
        Offered("maker/Heron-1B-GGUF", "Heron-1B-Q4_K_M.gguf", 807_694_464, "5" * 64, "apache-2.0", 41_200),
        Offered("maker/Heron-1B-GGUF", "Heron-1B-Q8_0.gguf", 1_321_082_880, "6" * 64, "apache-2.0", 41_200),
        Offered("meadow/Heron-8B-GGUF", "Heron-8B-Q4_K_M.gguf", 4_920_734_272, "", "llama3.1", 9_870, gated=True),
    )
    view.field.setText("heron")
    view.seek.click()
    yield lambda: len(view._found) == len(DOOR.found)
    yield _settled(0.6)


def _download(window: Any) -> Iterator[Callable[[], object]]:
    """Have one download half way, one that waits for a token, and one that failed; nobody fetches."""
    from paddock.fetcher.protocol import HubChoice
    from paddock.models.about import About

    before = len(DOOR.asked)
    for number, (repo, name) in enumerate(
        (("meta-llama/Gated", "Gated-8B-Q4_K_M.gguf"), ("maker/Lost", "Lost-3B-Q8_0.gguf"), ("maker/New", "New.gguf"))
    ):
        choice = HubChoice(repo, name)
        about = About(choice, name.removesuffix(".gguf").replace("-", " "), name, 2_019_377_440)
        window.side_pages.downloads.get(choice, "apache-2.0", about.title, about)
        yield partial(_asked_more_than, before + number)
        if number == 0:
            DOOR.fail("The hub does not give this to everybody.", "needs token")
        elif number == 1:
            DOOR.fail("The line to huggingface.co broke.")
        else:
            DOOR.tell(873_000_000, 2_019_377_440, 11.4e6)
    yield _settled(0.6)


def _asked_more_than(count: int) -> bool:
    return len(DOOR.asked) > count


def _close_dialogs(window: Any) -> None:
    from PySide6.QtWidgets import QDialog

    for dialog in window.findChildren(QDialog):
        dialog.close()


def _show_documents(window: Any, page: str) -> Iterator[Callable[[], object]]:
    shown = window.documents.show()
    yield _settled(1.2)
    if page == "coverage":
        shown._show_gaps()
    elif page == "failed-file":
        library = window._desk.paddock.library
        damaged = next(one for one in library.documents() if one.state == "refused")
        shown.show_document(damaged.id)
    yield _settled(1.2)


def _show_asked(window: Any, page: str) -> Iterator[Callable[[], object]]:
    """Show what a chat to be will ask, or a long document while it is summarized part by part."""
    chat = window.chat_page
    if chat.asking.answering:
        chat.asking.stop()
    yield lambda: bool(not chat.asking.answering)
    window.new_chat()
    yield _settled(0.8)
    documents = {one.name: one for one in window._desk.paddock.library.documents()}
    if page == "reading-part":
        book = documents["Field book.md"]
        chat.asking.summarize(book.id, book.name)
        yield lambda: bool(chat.asking.answering)
        yield _settled(6.5)
        return
    collection = window._desk.paddock.library.store.create_collection("Letters and minutes")
    names = ("Groundwater report.pdf", "Scan of the map.pdf", "Measurements 2024.pdf")
    wanted = [("document", documents[name].id, name) for name in names]
    chat.attached.attach([*wanted, ("collection", collection.id, collection.name)])
    chat.composer.put_text("Which wells are over the limit?")
    yield _settled(1.5)


def _fill(paddock: Paddock) -> dict[str, int]:
    """Keep a few chats and return those that are pictured, by page."""
    from paddock.chat.replies import ReplyEnd
    from paddock.engine.protocol import Timings

    store = paddock.chats
    timings = Timings(
        prompt_tokens=412, reused_tokens=380, prompt_ms=420, answer_tokens=148, answer_ms=6200, first_token_ms=510
    )
    pinned = store.create_chat("Interview notes, March")
    store.pin_chat(pinned.id, pinned=True)
    folder = store.create_folder("Water supply")
    store.create_chat("Letters to the district", folder.id)
    store.create_chat("Summary for the board")
    shown: dict[str, int] = {}
    for page, question, answer, error in (
        ("german", "Was sagt der Untersuchungsbericht über die Grundwasserbeschaffenheit?", GERMAN, ""),
        ("chinese", "报告对水井有什么结论？", CHINESE, ""),
        ("error", "Summarise the inspection of all wells.", "", FAILED),
        ("chat", "Which wells were dry, and which are over the limit?", ANSWER, ""),
    ):
        chat = store.create_chat()
        asked = store.add_user_message(chat.id, None, question)
        reply = store.start_reply(chat.id, asked.id, model="SmolLM2-135M-Instruct.Q4_1")
        state: Any = "failed" if error else "complete"
        store.finish_reply(reply.id, ReplyEnd(state=state, text=answer, error=error, timings=timings, seed=1))
        shown[page] = chat.id
    return shown


def _settled(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


if __name__ == "__main__":
    if sys.argv[1:2] == ["--look"]:
        take(next(one for one in LOOKS if one.name == sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(main())
