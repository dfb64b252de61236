"""What was checked is what is loaded, whatever gets the model's name meanwhile."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from paddock.chat.loading import ChatToBe, Loading
from paddock.engine.cancelling import CancelToken
from paddock.engine.client import LoadOptions
from paddock.engine.model_files import LoadFailed, ModelFiles
from paddock.engine.stamp import stamp_of
from paddock.errors import Cancelled, EngineDied, ModelFileError, ModelTouched
from paddock.models.installed import InstalledModels
from paddock.models.modelfile import read_model
from paddock.models.verifying import Verifier
from paddock.settings import SettingsFile
from tests.engine.talking import ask, load
from tests.tiny_gguf import write_tiny_gguf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paddock.engine.client import EngineClient
    from paddock.models.installed_model import InstalledModel
    from paddock.models.placing import Stop
    from paddock.models.touched import Tell

CHECKED, ANOTHER = b"GGUF as it was checked", b"GGUF of somebody else!"
QUESTION = "Tell me about the water."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "model.gguf").write_bytes(CHECKED)
    return tmp_path / "model.gguf"


def put_in_its_place(path: Path, content: bytes = ANOTHER) -> None:
    """Give another file the name, with the same size and time of writing."""
    found = path.stat()
    new = path.with_name("new")
    new.write_bytes(content)
    set_back(new, found)
    new.replace(path)


def set_back(path: Path, found: os.stat_result) -> None:
    """Give a file another's time of writing, as soon as the file system's clock has gone on."""
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    while os.name != "nt" and path.stat().st_ctime_ns == found.st_ctime_ns:  # there it is when it was made
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(LoadFailed) as failed:
        act()
    assert failed.value.failure.next_step
    return failed.value.failure.what


def test_another_file_than_the_one_that_was_checked_is_not_opened(path: Path) -> None:
    stamp = stamp_of(path.stat())
    files = ModelFiles([str(path)], [stamp])
    assert files.sizes == (len(CHECKED),)
    for descriptor in files.descriptors:
        os.close(descriptor)  # Windows lets nobody take the place of an open file
    put_in_its_place(path)
    assert path.stat().st_size == stamp.size_bytes
    assert path.stat().st_mtime_ns == stamp.written_ns
    assert refused(lambda: ModelFiles([str(path)], [stamp])) == "The model file changed after it was checked."


@pytest.mark.skipif(sys.platform == "win32", reason="it keeps no time of the last touch")
def test_a_file_written_to_with_its_time_set_back_is_another(path: Path) -> None:
    found = path.stat()
    path.write_bytes(ANOTHER)
    set_back(path, found)
    assert refused(lambda: ModelFiles([str(path)], [stamp_of(found)])) == "The model file changed after it was checked."


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give an open file no name")
def test_once_open_the_name_may_go_to_any_other_file(path: Path) -> None:
    files = ModelFiles([str(path)], [stamp_of(path.stat())])
    put_in_its_place(path)
    (name,) = files.names
    with open(name, "rb") as file:  # noqa: PTH123 - as llama.cpp does
        assert file.read() == CHECKED
    files.check()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its name there")
def test_where_it_has_to_be_opened_by_name_another_is_found_out_afterwards(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    files = ModelFiles([str(path)], [stamp_of(path.stat())])
    assert files.names == (str(path),)
    files.check()
    put_in_its_place(path)
    assert refused(files.check) == "The model file changed while it was loaded."
    path.unlink()
    assert refused(files.check) == "The model file changed while it was loaded."


def test_what_is_written_to_it_while_it_is_loaded_is_found_out(path: Path) -> None:
    files = ModelFiles([str(path)])
    files.check()
    with path.open("ab") as file:
        file.write(b"more")
    assert refused(files.check) == "The model file changed while it was loaded."


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    assert refused(lambda: ModelFiles([str(tmp_path / "pipe.gguf")])) == "This is not a model file."


def test_a_header_says_which_files_it_was_read_from(tmp_path: Path) -> None:
    write_tiny_gguf(tmp_path / "parts.gguf", tensors_in_a_part=8)
    files, header = read_model(next(tmp_path.glob("parts-00001-of-*.gguf")))
    assert len(files) > 1
    assert header.stamps == tuple(stamp_of(file.stat()) for file in files)


def test_the_list_tells_of_a_file_that_took_the_place_of_another(tmp_path: Path, tiny_gguf: Path) -> None:
    models = InstalledModels(tmp_path / "models", tmp_path / "links.json", tmp_path / "hashes.json")
    mine = tmp_path / "models" / "tiny.gguf"
    mine.parent.mkdir()
    mine.write_bytes(tiny_gguf.read_bytes())
    (before,) = models.list()
    put_in_its_place(mine, tiny_gguf.read_bytes())
    (after,) = models.list()
    assert after.stamps == (stamp_of(mine.stat()),) != before.stamps
    models.check_untouched(after)
    with pytest.raises(ModelFileError, match="changed while it was looked at"):
        models.check_untouched(before)


# ---------------------------------------------------------------- by a real engine


@pytest.mark.slow
def test_a_model_in_parts_is_loaded_by_its_open_files(client: EngineClient, tmp_path: Path) -> None:
    write_tiny_gguf(tmp_path / "parts.gguf", tensors_in_a_part=8)
    files, header = read_model(next(tmp_path.glob("parts-00001-of-*.gguf")))
    info = client.load(files, LoadOptions(stamps=header.stamps), lambda _fraction: None)
    assert info.name == "Tiny"
    assert ask(client, QUESTION).text


@pytest.mark.slow
def test_a_model_that_is_exchanged_after_it_was_permitted_is_not_loaded(
    client: EngineClient, tmp_path: Path, tiny_gguf: Path
) -> None:
    models = InstalledModels(tmp_path / "models", tmp_path / "links.json", tmp_path / "hashes.json")
    mine = tmp_path / "models" / "tiny.gguf"
    mine.parent.mkdir()
    mine.write_bytes(tiny_gguf.read_bytes())
    exchanged: list[str] = []

    def permit(model: InstalledModel) -> None:
        if not exchanged:
            put_in_its_place(mine, tiny_gguf.read_bytes())
            exchanged.append(model.name)

    loading = Loading(client, models, SettingsFile(tmp_path / "s.json", tmp_path / "p.toml"), permit)
    with pytest.raises(ModelFileError, match="changed after it was checked"):
        loading.load(ChatToBe(), lambda _event: None, CancelToken())
    assert client.state == "off"
    assert loading.load(ChatToBe(), lambda _event: None, CancelToken()).name == "tiny"


@dataclass(frozen=True)
class Place:
    """A home with a model in it, loaded as the window does; `checked` tells how far hashing it again was."""

    mine: Path
    models: InstalledModels
    verifier: Verifier
    checked: list[float]

    def load(self, client: EngineClient, permit: Callable[[InstalledModel], None], cancel: CancelToken) -> str:
        settings = SettingsFile(self.mine.with_name("s.json"), self.mine.with_name("p.toml"))
        loading = Loading(client, self.models, settings, permit, self.verifier.same_again)
        return loading.load(ChatToBe(), lambda event: self.checked.append(event.fraction), cancel).name


@pytest.fixture
def place(tmp_path: Path, tiny_gguf: Path) -> Place:
    models = InstalledModels(tmp_path / "models", tmp_path / "links.json", tmp_path / "hashes.json")
    mine = tmp_path / "models" / "tiny.gguf"
    mine.parent.mkdir()
    mine.write_bytes(tiny_gguf.read_bytes())
    return Place(mine, models, Verifier(tmp_path / "seen.json", models), [])


class AtFirst:
    """Permits every model, and does something to it once, after it was checked."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self.asked = 0

    def __call__(self, _model: InstalledModel) -> None:
        self.asked += 1
        if self.asked == 1:
            self._act()


@pytest.mark.slow
@pytest.mark.parametrize("how", ["link", "rights", "exchanged"])
def test_a_model_that_was_only_touched_is_hashed_and_loaded(how: str, client: EngineClient, place: Place) -> None:
    place.verifier.verify(place.models.resolve("tiny"))
    before = stamp_of(place.mine.stat())

    def touch() -> None:
        while stamp_of(place.mine.stat()) == before:  # until the file system's clock has gone on
            if how == "link":
                place.mine.with_name("more").unlink(missing_ok=True)
                os.link(place.mine, place.mine.with_name("more"))
            elif how == "rights":
                place.mine.chmod(0o600)
            else:
                put_in_its_place(place.mine, place.mine.read_bytes())

    permit = AtFirst(touch)
    assert place.load(client, permit, CancelToken()) == "tiny"
    assert permit.asked == 2, "it is permitted as it is now"
    assert place.checked[0] == 1.0, "hashing was told"
    assert place.models.known_sha256(place.models.resolve("tiny"))


@pytest.mark.slow
def test_a_model_that_holds_something_else_is_refused_though_it_looks_the_same(
    client: EngineClient, place: Place
) -> None:
    place.verifier.verify(place.models.resolve("tiny"))
    other = place.mine.read_bytes()[:-1] + b"\x07"
    permit = AtFirst(lambda: put_in_its_place(place.mine, other))
    for _ in range(2):
        with pytest.raises(ModelFileError, match="damaged or was changed"):
            place.load(client, permit, CancelToken())
        permit = AtFirst(lambda: place.verifier.check(place.models.resolve("tiny")))  # as the gate does
    assert client.state == "off"


@pytest.mark.slow
def test_checking_a_touched_model_can_be_stopped(client: EngineClient, place: Place) -> None:
    place.verifier.verify(place.models.resolve("tiny"))
    cancel = CancelToken()

    def same_again(
        model: InstalledModel, touched: ModelTouched, tell: Tell | None, stop: Stop | None
    ) -> InstalledModel:
        cancel.cancel()
        return place.verifier.same_again(model, touched, tell, stop)

    permit = AtFirst(lambda: put_in_its_place(place.mine, place.mine.read_bytes()))
    loading = Loading(
        client,
        place.models,
        SettingsFile(place.mine.with_name("s.json"), place.mine.with_name("p.toml")),
        permit,
        same_again,
    )
    with pytest.raises(Cancelled):
        loading.load(ChatToBe(), lambda _event: None, cancel)


@pytest.mark.slow
def test_a_model_that_is_touched_again_and_again_is_refused(client: EngineClient, place: Place) -> None:
    place.verifier.verify(place.models.resolve("tiny"))
    with pytest.raises(ModelTouched, match="changed after it was checked"):
        place.load(client, lambda _model: put_in_its_place(place.mine, place.mine.read_bytes()), CancelToken())


@pytest.mark.slow
def test_a_model_that_was_exchanged_is_not_loaded_by_an_engine_that_is_started_anew(
    client: EngineClient, tmp_path: Path, tiny_gguf: Path
) -> None:
    mine = tmp_path / "tiny.gguf"
    mine.write_bytes(tiny_gguf.read_bytes())
    load(client, mine, LoadOptions(stamps=(stamp_of(mine.stat()),)))
    put_in_its_place(mine, tiny_gguf.read_bytes())
    assert ask(client, QUESTION).text, "what is loaded was checked"
    assert client.pid is not None
    os.kill(client.pid, 9)
    with pytest.raises(ModelFileError, match="changed after it was checked"):
        ask_until_it_is_dead(client)


def ask_until_it_is_dead(client: EngineClient) -> None:
    """Ask twice: the first time may be the one that finds the engine dead."""
    try:
        ask(client, QUESTION)
    except EngineDied:
        ask(client, QUESTION)
