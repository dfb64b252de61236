"""Old Office files through an office program: walled in, bounded, gone afterwards; stand-ins play it at its worst."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from paddock.engine.cancelling import CancelToken
from paddock.errors import Cancelled, ReaderDied, ReadRefused
from paddock.process.supervisor import WorkerCommand, worker_command
from paddock.reader import office_program as office_places
from paddock.reader.client import ReaderClient
from paddock.reader.office import OfficeConverter, _folder_in
from paddock.reader.office_program import office_program, work_place
from tests.reader.compounds import compound
from tests.reader.offices import docx, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paddock.reader.protocol import Page

pytestmark = pytest.mark.slow
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="walls exist on Linux only, so far")

OLD = compound({"WordDocument": bytes(8000)})
PRESENT = docx(
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Of bees</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>A hive holds forty thousand.</w:t></w:r></w:p>"
)
NOTHING = (
    "It made nothing of it: the file is damaged or locked with a password, or LibreOffice lacks the part for such "
    "files."
)
GIVES_IT = 'exec cp "${0%/*}/../present.docx" in.docx'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = work_place(tmp_path)
    assert found is not None
    return found


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[..., OfficeConverter]:
    """Return what makes a converter whose office program is this script."""

    def made(script: str, patience_s: float = 60.0) -> OfficeConverter:
        program = tmp_path / "office" / "program" / "soffice.bin"
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        (tmp_path / "office" / "present.docx").write_bytes(PRESENT)
        return OfficeConverter(worker_command("office"), tmp_path, find=lambda: program, patience_s=patience_s)

    return made


@pytest.fixture
def read(request: pytest.FixtureRequest) -> Iterator[Callable[[OfficeConverter, bytes], list[Page]]]:
    clients: list[ReaderClient] = []

    def made(office: OfficeConverter, data: bytes) -> list[Page]:
        client = ReaderClient(worker_command("reader"), office=office)
        clients.append(client)
        opened = client.open("bees.doc", io.BytesIO(data))
        assert opened.format == "doc"
        pages: list[Page] = []
        assert client.read(on_page=pages.append, languages=()).outcome == "whole"
        return pages

    yield made
    for client in clients:
        client.close()


def result(office: OfficeConverter, cancel: CancelToken | None = None) -> bytes | None:
    with office.converted("doc", io.BytesIO(OLD), cancel) as file:
        return None if file is None else file.read()


def own_leftovers(place: Path) -> list[str]:
    return [one.name for one in place.iterdir() if one.name.endswith(f".{os.getpid()}.part")]


def test_the_reader_reads_what_came_of_it(
    stand_in: Callable[..., OfficeConverter], read: Callable[[OfficeConverter, bytes], list[Page]], place: Path
) -> None:
    pages = read(stand_in(GIVES_IT), OLD)
    assert pages[0].text == "# Of bees\n\nA hive holds forty thousand."
    assert [block.place for block in pages[0].blocks] == ["¶ 1", "¶ 2"]
    assert own_leftovers(place) == []


def test_a_workbook_that_the_reader_gives_up_on_is_tried_that_way_too(
    stand_in: Callable[..., OfficeConverter], tmp_path: Path
) -> None:
    office = stand_in('exec cp "${0%/*}/../present.xlsx" in.xlsx')
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Bees</t></is></c><c r="B1"><v>40000</v></c></row>'
    (tmp_path / "office" / "present.xlsx").write_bytes(xlsx({"Hives": row}))
    client = ReaderClient(worker_command("reader"), office=office)
    try:
        assert client.open("bees.xls", io.BytesIO(compound({"Workbook": bytes(8000)}))).format == "xls"
        pages: list[Page] = []
        client.read(on_page=pages.append, languages=())
    finally:
        client.close()
    assert [block.place for block in pages[0].blocks] == ["A1:B1"]
    assert "40000" in pages[0].text


def test_where_there_is_no_room_it_is_said(
    stand_in: Callable[..., OfficeConverter], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("paddock.reader.office._copy", full)
    with pytest.raises(ReadRefused) as refusal:
        result(stand_in(GIVES_IT))
    assert refusal.value.why == "No space left on device."


def test_a_program_that_wants_to_be_started_anew_is_a_few_times(stand_in: Callable[..., OfficeConverter]) -> None:
    assert result(stand_in(f"if [ ! -e twice ]; then : > twice; exit 81; fi\n{GIVES_IT}")) == PRESENT


def test_one_that_wants_it_for_ever_is_given_up(stand_in: Callable[..., OfficeConverter]) -> None:
    with pytest.raises(ReadRefused) as refusal:
        result(stand_in("exit 81"))
    assert refusal.value.why == "It ended with the status 81."


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("while :; do :; done", "It took longer than 1 seconds."),
        ("kill -SEGV $$", "It was ended by signal 11."),
        ("exit 3", "It ended with the status 3."),
        ("exit 0", NOTHING),
        (": > in.docx", NOTHING),
        ("exec yes > in.docx", "It became larger than one document may."),
        ("exec ln -s /etc/passwd in.docx", "It ended with the status 1."),
        ("exec mkdir in.docx", NOTHING),
    ],
    ids=["hangs", "crashes", "fails", "gives nothing", "gives an empty file", "gives too much", "a link", "a folder"],
)
def test_what_goes_wrong_costs_that_file(
    stand_in: Callable[..., OfficeConverter], place: Path, script: str, why: str
) -> None:
    with pytest.raises(ReadRefused) as refusal:
        result(stand_in(script, patience_s=1.0 if "while" in script else 60.0))
    assert refusal.value.why == why
    assert refusal.value.reason == "damaged"
    assert "LibreOffice" in refusal.value.what
    assert own_leftovers(place) == []


def test_the_reader_is_not_harmed_by_what_is_no_document(stand_in: Callable[..., OfficeConverter]) -> None:
    client = ReaderClient(worker_command("reader"), office=stand_in("exec head -c 5000 /dev/urandom > in.docx"))
    try:
        with pytest.raises(ReadRefused) as refusal:
            client.open("bees.doc", io.BytesIO(OLD))
        assert refusal.value.reason == "unknown_format"
        assert client.open("bees.docx", PRESENT).format == "docx"
    finally:
        client.close()


@linux_only
def test_the_program_reaches_nothing_but_its_own_folder(
    stand_in: Callable[..., OfficeConverter], tmp_path: Path
) -> None:
    secret, target = tmp_path / "secret", tmp_path / "target"
    secret.write_text("private\n", encoding="utf-8")
    tries = (
        f'if read -r line < "{secret}"; then echo "read $line"; else echo kept; fi >> in.docx',
        f'if true > "{target}"; then echo wrote; else echo kept; fi >> in.docx',
        f'if true >> "{secret}"; then echo changed; else echo kept; fi >> in.docx',
        "if read -r line < /proc/$PPID/status; then echo peeked; else echo kept; fi >> in.docx",
        "if kill -0 $PPID; then echo signalled; else echo kept; fi >> in.docx",
        "set >> in.docx",
    )
    told = (result(stand_in("\n".join(tries))) or b"").decode()
    assert told.startswith("kept\n" * 5), told
    assert not target.exists()
    assert secret.read_text(encoding="utf-8") == "private\n"
    assert "DISPLAY" not in told
    assert str(Path.home()) not in told.replace(str(tmp_path), "")


@linux_only
@pytest.mark.parametrize("script", ["(:) ; echo forked > in.docx", "exec sh -c 'ls | cat' > in.docx"])
def test_the_program_starts_no_other_process(stand_in: Callable[..., OfficeConverter], script: str) -> None:
    with pytest.raises(ReadRefused):
        result(stand_in(script))


def command_of(process: psutil.Process) -> str:
    """Return how a process was started; nothing where it ended meanwhile."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


def test_it_is_ended_when_it_is_no_longer_wanted(stand_in: Callable[..., OfficeConverter], place: Path) -> None:
    token = CancelToken()
    office = stand_in(": > begun\nwhile :; do :; done")
    stop = threading.Timer(0.5, token.cancel)
    stop.start()
    with pytest.raises(Cancelled):
        result(office, token)
    stop.join()
    assert own_leftovers(place) == []
    assert [one for one in psutil.Process().children(recursive=True) if "soffice" in command_of(one)] == []


@linux_only
@pytest.mark.parametrize(
    "script",
    [
        "for _ in range(3000): os.mkdir('d'); os.chdir('d')",
        "for i in range(25000): open(f'{i}', 'x').close()",
        "os.mkdir('d', 0o300); open('d/copy', 'w').write('words')",
    ],
    ids=["deeper than a path", "many", "closed"],
)
def test_a_program_that_fills_its_folder_is_ended_and_nothing_of_it_stays(
    stand_in: Callable[..., OfficeConverter], tmp_path: Path, place: Path, script: str
) -> None:
    office = stand_in('exec /usr/bin/python3 -S "${0%/*}/../fill.py"')
    (tmp_path / "office" / "fill.py").write_text(f"import os\n{script}\nwhile True: pass\n", encoding="utf-8")
    closed = "0o300" in script and os.getuid() == 0  # who may read everything is not kept from it
    token = CancelToken()
    stop = threading.Timer(1.0, token.cancel)
    if closed:
        stop.start()
    with pytest.raises(Cancelled if closed else ReadRefused, match="Stopped" if closed else "could not turn"):
        result(office, token)
    stop.cancel()
    assert own_leftovers(place) == []


def test_it_is_told_whose_life_it_is_tied_to(tmp_path: Path) -> None:
    told = WorkerCommand(("/bin/sh", "-c", 'echo "$PADDOCK_WINDOW_PID" > in.docx'), {})
    office = OfficeConverter(told, tmp_path, find=lambda: tmp_path / "program" / "soffice.bin")
    assert int(result(office) or b"") == os.getpid()
    orphan = worker_command("office")
    ran = subprocess.run(
        [*orphan.argv, str(tmp_path), "/bin/true"], env={**orphan.env, "PADDOCK_WINDOW_PID": "1"}, check=False
    )
    assert ran.returncode == 3


@linux_only
def test_a_program_that_lies_among_other_things_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, other = tmp_path / "program", tmp_path / "bin"
    for folder in (own, other):
        folder.mkdir()
        for name in ("soffice", "soffice.bin"):
            (folder / name).touch(mode=0o755)
    monkeypatch.setattr(office_places, "_LINUX", ((), (str(tmp_path), "none")))
    monkeypatch.setenv("PATH", str(other))
    assert office_program() is None
    monkeypatch.setenv("PATH", str(own))
    assert office_program() == own / "soffice.bin"


def test_what_a_killed_run_left_goes_with_the_next_file(stand_in: Callable[..., OfficeConverter], place: Path) -> None:
    left = place / "office-old.4194304.part"
    (left / "profile").mkdir(parents=True)
    with _folder_in(place) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert not left.exists()


def test_without_an_office_program_the_refusal_says_what_to_do(tmp_path: Path) -> None:
    office = OfficeConverter(worker_command("office"), tmp_path, find=lambda: None)
    client = ReaderClient(worker_command("reader"), office=office)
    try:
        with pytest.raises(ReadRefused) as refusal:
            client.open("bees.doc", io.BytesIO(OLD))
    finally:
        client.close()
    assert refusal.value.reason == "unsupported"
    assert "Install LibreOffice" in refusal.value.next_step


def test_the_real_one_where_it_is_installed(
    tmp_path: Path, place: Path, read: Callable[[OfficeConverter, bytes], list[Page]]
) -> None:
    """It makes the old file itself, in the same walls; where there is none, the file is refused as ever."""
    program = office_program()
    office = OfficeConverter(worker_command("office"), tmp_path)
    if program is None:
        assert result(office) is None
        return
    with _folder_in(place) as folder:
        source = folder / "made.rtf"
        source.write_bytes(
            rb"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}"
            rb"\pard\s1\outlinelevel0 Of bees\par\pard\s0 A hive holds forty thousand.\par}"
        )
        assert office._run(program, folder, source, "doc", None)
        old = (folder / "made.doc").read_bytes()
    assert old.startswith(b"\xd0\xcf\x11\xe0")
    pages = read(office, old)
    assert pages[0].text == "# Of bees\n\nA hive holds forty thousand."
    assert own_leftovers(place) == []


@linux_only
def test_what_its_walls_hold_is_tried_without_starting_it(
    stand_in: Callable[..., OfficeConverter], tmp_path: Path, place: Path
) -> None:
    tried = stand_in(f": > {tmp_path}/started").probe()
    assert {"socket_inet", "raw_syscall", "read_home", "create_file", "fork"} <= {one.name for one in tried}
    assert [one for one in tried if not one.held] == []
    assert not (tmp_path / "started").exists()
    assert own_leftovers(place) == []


def test_without_an_office_program_nothing_is_tried(tmp_path: Path) -> None:
    assert OfficeConverter(worker_command("office"), tmp_path, find=lambda: None).probe() == ()


@linux_only
def test_a_process_that_tells_nothing_of_its_walls_is_not_believed(tmp_path: Path) -> None:
    mute = WorkerCommand((sys.executable, "-c", "print('all is well')"), {})
    with pytest.raises(ReaderDied):
        OfficeConverter(mute, tmp_path, find=lambda: tmp_path).probe()


@linux_only
def test_a_process_that_cannot_be_started_is_told_like_one_that_tells_nothing(tmp_path: Path) -> None:
    nowhere = WorkerCommand((str(tmp_path / "nowhere"),), {})
    with pytest.raises(ReaderDied, match="No such file"):
        OfficeConverter(nowhere, tmp_path, find=lambda: tmp_path).probe()
