"""What the running program is: the code it has loaded, what the system forbids it, what it has open, whom it calls."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from paddock.app import Paddock
from paddock.engine.protocol import Sampling
from paddock.fetcher.ledger import LEDGER_NAME
from paddock.home import Home
from tests.e2e.screen import Screen, until
from tests.reader.pdfs import Book, Leaf, text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc and strace"),
]

PASSPHRASE = "correct horse battery staple"
# The engine's side, and whatever can speak to the network in Python or Qt.
NOT_FOR_THE_WINDOW = (
    "llama_cpp", "jinja2", "numpy", "ssl", "_ssl", "asyncio", "http", "urllib.request", "urllib3", "requests", "httpx",
    "aiohttp", "ftplib", "smtplib", "socketserver", "xmlrpc", "paddock.engine.worker", "paddock.engine.sandbox",
    "paddock.fetcher.worker", "paddock.fetcher.doorkeeper", "paddock.fetcher.errand", "paddock.fetcher.https",
    "truststore", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets", "PySide6.QtQml",
)  # fmt: skip
# Else the system's own D-Bus library starts a bus, which stays as long as the screen, and strace with it.
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
_SOCKET = re.compile(r"(?:socket|socketpair)\((\w+).*= (-?\d+)(?: (\w+))?")
_WORKER = re.compile(r'execve\(.*"--worker", "(\w+)"')
_ADDRESS = re.compile(r"sa_family=(\w+)")


@dataclass(frozen=True)
class Facts:
    """What was seen of one session, while it answered and after it."""

    window: dict[str, str]
    engine: dict[str, str]
    engine_files: set[str] | None
    engine_maps: set[str]
    modules: set[str]
    traces: dict[int, str]
    engine_id: int
    doorkeeper_id: int
    model: Path
    home: Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, starter_model: Path) -> Home:
    """Return a home with the starter and an empty chat that answers always the same, in plain words."""
    home = Home.under(tmp_path_factory.mktemp("walls") / "home")
    home.config.parent.with_name("passphrase").write_text(PASSPHRASE, encoding="utf-8")
    paddock = Paddock(home)
    shutil.copyfile(starter_model, home.models / "starter.gguf")
    paddock.set_up(PASSPHRASE)
    chat = paddock.chats.create_chat()
    paddock.chats.set_chat_options(chat.id, sampling=Sampling(temperature=0, max_tokens=60))
    paddock.settings.change(window={"chat_id": chat.id})
    paddock.close()
    return home


@pytest.fixture(scope="module")
def facts(home: Home) -> Facts:
    """Type a question into the real window under strace, look at its processes while it answers, and quit."""
    folder = home.config.parent.parent
    modules, traces, log = folder / "modules", folder / "traces", folder / "log"
    traces.mkdir()
    with Screen() as screen, log.open("wb") as output:
        tracer = subprocess.Popen(
            [*strace(traces), sys.executable, "-m", "tests.e2e.telling_program", str(modules), *options(home)],
            env=screen.environment(NO_BUS), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
        try:
            screen.window("Paddock")
            window = psutil.Process(tracer.pid).children()[0]
            until("the store is open", lambda: any("paddock.db" in file.path for file in window.open_files()))
            screen.type("Say hello to the fox")
            screen.key("Return")
            model = home.models / "starter.gguf"
            until("the model is in the engine", lambda: any(str(model) in mapped(e.pid) for e in window.children()))
            (engine,) = (one for one in window.children() if str(model) in mapped(one.pid))
            (doorkeeper,) = (one for one in window.children() if one.pid != engine.pid)
            seen = (status(window.pid), status(engine.pid), open_files(engine.pid), mapped(engine.pid))
            screen.window("Paddock")
            screen.key("ctrl+q")
            assert tracer.wait(60) == 0, log.read_text(encoding="utf-8")
        finally:
            tracer.kill()
            tracer.wait(10)
    return Facts(
        *seen,
        modules=set(modules.read_text(encoding="utf-8").split()),
        traces=read_traces(traces),
        engine_id=engine.pid,
        doorkeeper_id=doorkeeper.pid,
        model=model,
        home=home.config.parent,
    )


def strace(folder: Path) -> list[str]:
    """Return the beginning of a command whose calls to the network code are written into `folder`, a file a thread.

    So are the programs that are started.
    """
    program = shutil.which("strace")
    assert program, "strace is missing; `python3 dev.py test` installs it"
    return [program, "-ff", "-qq", "-e", "trace=network,execve", "-e", "signal=none", "-o", str(folder / "of")]


def options(home: Home) -> list[str]:
    folder = home.config.parent
    return ["--home", str(folder), "--passphrase-file", str(folder.with_name("passphrase"))]


def read_traces(folder: Path) -> dict[int, str]:
    return {int(file.suffix[1:]): file.read_text(encoding="utf-8") for file in folder.iterdir()}


def status(process_id: int) -> dict[str, str]:
    lines = Path(f"/proc/{process_id}/status").read_text(encoding="utf-8").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def open_files(process_id: int) -> set[str] | None:
    """Return what a process has open; None where the system does not let this user look into it."""
    try:
        return {str(entry.readlink()) for entry in Path(f"/proc/{process_id}/fd").iterdir()}
    except PermissionError:
        return None


def mapped(process_id: int) -> set[str]:
    """Return the files a process has mapped into its memory; none where this user may not look into it."""
    try:
        lines = Path(f"/proc/{process_id}/maps").read_text(encoding="utf-8").splitlines()
    except (PermissionError, FileNotFoundError):
        return set()
    return {fields[5] for fields in (line.split(maxsplit=5) for line in lines) if len(fields) > 5}


def opened(trace: str) -> set[str]:
    """Return the families of the sockets that really came to be."""
    return {family for family, result, _ in _SOCKET.findall(trace) if int(result) >= 0}


def refused(trace: str) -> set[str]:
    return {family for family, _, error in _SOCKET.findall(trace) if error == "EACCES"}


def test_the_window_has_loaded_neither_the_engines_code_nor_any_that_could_call_out(facts: Facts) -> None:
    assert {"PySide6.QtWidgets", "apsw", "paddock.engine.client", "paddock.ui.transcript.view"} <= facts.modules
    assert facts.modules.isdisjoint(NOT_FOR_THE_WINDOW)


def test_window_and_engine_are_under_a_filter_they_cannot_shed(facts: Facts) -> None:
    for process in (facts.window, facts.engine):
        assert process["Seccomp"] == "2"
        assert process["NoNewPrivs"] == "1"
    assert int(facts.engine["Seccomp_filters"]) == int(facts.window["Seccomp_filters"]) + 1, "its own, and the window's"


def test_the_engine_has_nothing_open_but_its_model_and_the_wire(facts: Facts) -> None:
    if facts.engine_files is None:
        assert os.geteuid() != 0, "root may look into every process"
        return  # not even this user may see what it has open, or read its memory
    own_memory_figures = f"/proc/{facts.engine_id}/statm"
    files = {name for name in facts.engine_files if not name.startswith("pipe:")}
    assert files <= {str(facts.model), "/dev/null", own_memory_figures}
    assert str(facts.model) in facts.engine_maps
    of_the_person = {name for name in facts.engine_maps if name.startswith(str(facts.home))}
    assert of_the_person == {str(facts.model)}


def test_no_socket_that_leads_out_came_to_be_in_a_whole_session(facts: Facts) -> None:
    session = "\n".join(facts.traces.values())
    assert refused(session) >= {"AF_INET", "AF_INET6", "AF_NETLINK"}, "the window's own trial of its walls is not seen"
    assert opened(session) <= {"AF_UNIX"}
    assert set(_ADDRESS.findall(session)) <= {"AF_UNIX"}
    assert facts.engine_id in facts.traces
    assert refused(facts.traces[facts.engine_id]) == set(), "the engine tried"


def test_the_doorkeeper_opens_nothing_while_nobody_asks(facts: Facts) -> None:
    """It is the one process that could."""
    assert not _SOCKET.search(facts.traces[facts.doorkeeper_id])
    assert not (facts.home / "data" / LEDGER_NAME).exists()


@pytest.mark.parametrize("command", [["ask", "Hello", "--max-tokens", "4"], ["chats", "list"], ["models", "list"]])
def test_no_command_even_tries(home: Home, tmp_path: Path, command: list[str]) -> None:
    ran = subprocess.run(
        [*strace(tmp_path), sys.executable, "-m", "paddock", *options(home), *command],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    traces = read_traces(tmp_path)
    assert len(traces) >= (2 if command[0] == "ask" else 1), "the engine was not followed"
    session = "\n".join(traces.values())
    assert opened(session) | refused(session) <= {"AF_UNIX"}
    assert set(_ADDRESS.findall(session)) <= {"AF_UNIX"}


def test_reading_searching_and_asking_documents_opens_no_socket(
    tmp_path: Path, starter_model: Path, embedder_model: Path
) -> None:
    """Nor do the processes that hold their bytes and texts: the reader, and the engine, which embeds as well."""
    (tmp_path / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    home = Home.under(tmp_path / "home")
    Paddock(home).close()  # makes the folders
    for model in (starter_model, embedder_model):
        (home.models / model.name).symlink_to(model)
    paper = tmp_path / "wells.pdf"
    paper.write_bytes(Book([Leaf(text(72, 700, "Nitrate was above the limit in four of twelve wells."))]).written())
    commands = (
        ["library", "add", str(paper), "--wait"],
        ["library", "search", "nitrate"],
        ["ask", "Where was nitrate above the limit?", "--doc", str(paper), "--max-tokens", "8"],
    )
    followed: list[set[str]] = []
    for command in commands:
        traces = tmp_path / f"traces of {command[1]}"
        traces.mkdir()
        ran = subprocess.run(
            [*strace(traces), sys.executable, "-m", "paddock", *options(home), *command],
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        session = "\n".join(read_traces(traces).values())
        assert opened(session) | refused(session) <= {"AF_UNIX"}
        assert set(_ADDRESS.findall(session)) <= {"AF_UNIX"}
        followed.append(set(_WORKER.findall(session)))
    assert followed == [{"reader", "engine"}, {"engine"}, {"reader", "engine"}]


def test_the_trace_shows_a_socket_that_leads_out(tmp_path: Path) -> None:
    """The tests above can fail: the same trace of a program without walls shows what they look for."""
    calls = "from socket import *; one = socket(); one.bind(('127.0.0.1', 0)); socket(AF_NETLINK, SOCK_RAW)"
    subprocess.run([*strace(tmp_path), sys.executable, "-c", calls], check=True, timeout=60)
    session = "\n".join(read_traces(tmp_path).values())
    assert opened(session) == {"AF_INET", "AF_NETLINK"}
    assert "AF_INET" in _ADDRESS.findall(session)
