"""One window to be measured: `window_child HOME prepare|start|memory|stream|open|drop|models|fetch`, run as a module.

`start` prints `ready` once the composer has taken a key; the others print one JSON object. The key lies in a file
beside HOME, as a keyring would give it: stretching a passphrase is not what is measured.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paddock.process.confine import lock_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.app import Paddock
    from paddock.ui.application import Application

LONG_CHAT, SHORT_CHAT = 5_000, 100
DROPPED = 2_500
BEAT_MS = 4
ADDRESS_VARIABLE = "PADDOCK_BENCHMARK_ADDRESS"


class FileKeyring:
    """A keyring in a plain file, for benchmarks alone."""

    name = "benchmark keyring"

    def __init__(self, file: Path) -> None:
        self._file = file

    def available(self) -> bool:
        """Tell that it is there."""
        return True

    def fetch(self, account: str) -> str | None:
        """Return the secret kept under this name."""
        kept: dict[str, str] = json.loads(self._file.read_text()) if self._file.exists() else {}
        return kept.get(account)

    def keep(self, account: str, secret: str) -> None:
        """Keep a secret."""
        self._file.write_text(json.dumps({account: secret}))

    def forget(self, account: str) -> None:
        """Forget a secret."""
        self._file.unlink(missing_ok=True)


def main() -> None:
    """Do what the command line says."""
    home, what = Path(sys.argv[1]), sys.argv[2]
    if what != "fetch":  # which opens its door first
        lock_window()  # as the program itself begins
    jobs = {
        "prepare": _prepare, "start": _start, "memory": _memory, "stream": _stream, "open": _open, "drop": _drop,
        "models": _models, "fetch": _fetch,
    }  # fmt: skip
    jobs[what](home)


def _paddock(home: Path, **more: Any) -> Paddock:
    from paddock.app import Paddock
    from paddock.home import Home

    return Paddock(Home.under(home), keyring=FileKeyring(home.with_name("keyring")), **more)


def _prepare(home: Path) -> None:
    """Make a store with both chats, and put the starter model where a person would have it."""
    import dev

    from tests.benchmarks.fast_engine import PARAGRAPH

    paddock = _paddock(home)
    shutil.copyfile(dev.starter_path(), paddock.home.models / dev.starter_path().name)
    paddock.set_up(None)
    for count in (LONG_CHAT, SHORT_CHAT):
        chat = paddock.chats.create_chat(f"{count} messages")
        with paddock.vault.write() as db:
            parent = None
            for number in range(count):
                db.execute(
                    "INSERT INTO message (chat_id, parent_id, role, state, text, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                    (chat.id, parent, ("user", "assistant")[number % 2], "complete", PARAGRAPH, float(number)),
                )
                parent = db.last_insert_rowid()
            db.execute("UPDATE chat SET leaf_id = ? WHERE id = ?", (parent, chat.id))
    paddock.settings.change(window={"chat_id": None})
    paddock.close()
    print(json.dumps({}))  # noqa: T201


def _start(home: Path) -> None:
    """Run the window as `__main__` does; press a key as soon as the field that has the focus takes one."""
    gc.disable()
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

    from paddock.ui.application import run_window

    def press() -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QPlainTextEdit | QTextEdit) and field.isEnabled():
            QTest.keyClick(field, Qt.Key.Key_A)
            if field.toPlainText() == "a":
                sys.stdout.write("ready\n")
                sys.stdout.flush()
                os._exit(0)
        QTimer.singleShot(1, press)

    run = QApplication.exec

    def exec_and_press(*_: object) -> int:
        QTimer.singleShot(0, press)
        return run()

    QApplication.exec = exec_and_press  # type: ignore[method-assign]
    run_window(_paddock(home))


class Heart:
    """Beats in the event loop; the longest time between two beats is the longest stall."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def start_anew(self) -> None:
        """Forget what was."""
        self.longest_ms, self._last = 0.0, time.perf_counter()


def with_window(
    paddock: Paddock,
    script: Callable[[Application, Any], Any],
    ready: Callable[[Any], object] = lambda window: window.chat_page.ready,
) -> None:
    """Open the window, then go on with the generator `script` each time what it yields comes true."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from paddock.ui.application import Application

    qt = QApplication(sys.argv[:1])
    application = Application(qt, paddock)
    application.open()
    steps = script(application, qt)
    waiting: list[Callable[[], object]] = [lambda: ready(application.window)]
    deadline = time.monotonic() + 240

    def go_on() -> None:
        assert time.monotonic() < deadline, "the window did not get there"
        if waiting[0]():
            try:
                waiting[0] = next(steps)
            except StopIteration as ended:
                print(json.dumps(ended.value), flush=True)  # noqa: T201
                qt.quit()
                return
        QTimer.singleShot(2, go_on)

    QTimer.singleShot(0, go_on)
    qt.exec()
    application.close()


def _chat_of(paddock: Paddock, count: int) -> int:
    return next(chat.id for chat in paddock.chats.chats() if chat.title == f"{count} messages")


def _settled(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def _memory(home: Path) -> None:
    """Show the chat of 100 messages and weigh the process."""
    paddock = _paddock(home)

    def script(application: Application, _qt: Any) -> Any:
        page = application.window.chat_page
        page.open_chat(_chat_of(paddock, SHORT_CHAT))
        yield lambda: len(page.transcript.messages) == SHORT_CHAT
        yield _settled(2.0)
        status = Path("/proc/self/status").read_text()
        kilobytes = int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
        return {"rss_mb": kilobytes / 1000}

    with_window(paddock, script)


def _stream(home: Path) -> None:
    """Ask, and watch the event loop while 20 kB come back."""
    from paddock.process.supervisor import WorkerCommand, worker_command
    from tests.benchmarks.fast_engine import ANSWER

    real = worker_command("engine")
    root = str(Path(__file__).parents[2])
    fast = WorkerCommand(
        (sys.executable, "-m", "tests.benchmarks.fast_engine"),
        {**real.env, "PYTHONPATH": os.pathsep.join((root, str(Path(root) / "desktop")))},
    )
    paddock = _paddock(home, engine_command=fast)

    def script(application: Application, _qt: Any) -> Any:
        page = application.window.chat_page
        yield _settled(1.0)
        page.composer.field.setPlainText("Tell me everything about the wells.")
        heart = Heart()
        started = time.perf_counter()
        page.composer.button.click()
        yield lambda: page.asking.answering
        yield lambda: not page.asking.answering
        took = time.perf_counter() - started
        yield _settled(0.5)
        shown = page.transcript.messages[-1].text
        assert shown == ANSWER, f"{len(shown)} characters arrived of {len(ANSWER)}"
        return {"stall_ms": heart.longest_ms, "seconds": took, "characters": len(shown)}

    with_window(paddock, script)


def _open(home: Path) -> None:
    """Open the chat of 5,000 messages until it is painted, then scroll through it by pages."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    paddock = _paddock(home)

    def script(application: Application, qt: Any) -> Any:
        page = application.window.chat_page
        yield _settled(1.0)
        started = time.perf_counter()
        page.open_chat(_chat_of(paddock, LONG_CHAT))
        yield lambda: len(page.transcript.messages) == LONG_CHAT
        page.transcript.repaint()
        qt.processEvents()
        took = (time.perf_counter() - started) * 1000
        heart = Heart()
        for _ in range(60):
            QTest.keyClick(page.transcript, Qt.Key.Key_PageUp)
            yield _settled(0.03)
        return {"open_ms": took, "stall_ms": heart.longest_ms}

    with_window(paddock, script)


def _drop(home: Path) -> None:
    """Drop a folder of 2,500 files on the documents page, and watch the event loop until all are read."""
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDropEvent

    folder = home.with_name("dropped")
    folder.mkdir()
    for number in range(DROPPED):
        said = f"# Report {number}\n\nWell {number} was inspected in {1900 + number % 120}; its water was clear.\n"
        (folder / f"report {number}.md").write_text(said * 5, encoding="utf-8")
    paddock = _paddock(home)

    def script(application: Application, _qt: Any) -> Any:
        window = application.window
        window.documents.show()
        yield _settled(2.0)
        urls = QMimeData()
        urls.setUrls([QUrl.fromLocalFile(str(folder))])
        event = QDropEvent(
            QPointF(400, 400), Qt.DropAction.CopyAction, urls, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        heart = Heart()
        started = time.perf_counter()
        window.dropEvent(event)
        yield lambda: paddock.library.ingest.progress.state == "reading"
        yield lambda: paddock.library.ingest.wait(0)
        took, stall_ms = time.perf_counter() - started, heart.longest_ms
        coverage = paddock.library.store.coverage()
        assert coverage.documents == DROPPED, coverage.summary()
        assert coverage.is_whole, coverage.summary()
        return {"stall_ms": stall_ms, "seconds": took}

    with_window(paddock, script)


def _models(home: Path) -> None:
    """Open the page of models, then its catalogue until every row is there, then the hub's search."""
    paddock = _paddock(home)

    def script(application: Application, _qt: Any) -> Any:
        window, stalls = application.window, {}
        yield lambda: window.ahead.over
        yield _settled(1.0)
        heart = Heart()
        page: Any = window.pages.show_page("models")
        yield lambda: page.show_tab("installed").rows
        yield _settled(0.5)
        stalls["page_ms"] = heart.longest_ms
        heart.start_anew()
        catalogue = page.show_tab("catalogue")
        yield lambda: catalogue.whole
        yield _settled(0.5)
        stalls["catalogue_ms"] = heart.longest_ms
        heart.start_anew()
        page.show_tab("hub")
        yield _settled(0.5)
        return {**stalls, "hub_ms": heart.longest_ms, "rows": len(catalogue.rows)}

    with_window(paddock, script)


def _fetch(home: Path) -> None:
    """Fetch the starter from a server on this computer with the page of models open, and watch the event loop."""
    from paddock.fetcher.client import Errands
    from paddock.fetcher.door import Door, doorkeeper_command
    from paddock.fetcher.protocol import UrlChoice
    from paddock.home import Home
    from paddock.settings import Settings

    errands = Errands(Door.open(doorkeeper_command(Home.under(home), Settings())))
    lock_window()
    paddock = _paddock(home, door=errands)

    def script(application: Application, _qt: Any) -> Any:
        window = application.window
        window.pages.show_page("models")
        yield _settled(2.0)
        heart = Heart()
        started = time.perf_counter()
        window.side_pages.downloads.get(UrlChoice(os.environ[ADDRESS_VARIABLE]), "", "fetched.gguf")
        yield lambda: any(one.state == "done" for one in window.side_pages.downloads.items)
        took = time.perf_counter() - started
        yield _settled(0.5)
        return {"stall_ms": heart.longest_ms, "seconds": took}

    with_window(paddock, script)


if __name__ == "__main__":
    main()
