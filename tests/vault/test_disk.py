"""Full and read-only disks: said plainly, nothing kept is lost, and saving works again once there is room."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paddock.errors import DiskFull
from paddock.vault import durable
from paddock.vault.custody import Custody
from tests.vault.children import run
from tests.vault.doubles import QUICK

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.vault.key import Key
    from paddock.vault.vault import Vault
    from tests.vault.conftest import Clock


def test_full_is_told_and_the_block_undone(vault: Vault) -> None:
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('kept')")
        pages = int(str(next(iter(db.execute("PRAGMA page_count")))[0]))
    with vault._writers.borrow() as db:
        db.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull, match="no room"), vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES (?)", ("x" * 100_000,))
    with vault._writers.borrow() as db:
        db.execute("PRAGMA max_page_count=100000")
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('after')")
    with vault.read() as db:
        assert list(db.execute("SELECT text FROM note")) == [("kept",), ("after",)]
    assert vault.check() == ()


@pytest.mark.slow
def test_a_disk_that_fills_up_loses_nothing_and_works_again(folder: Path, schema: Path, key: Key) -> None:
    """The operating system's file size limit stands for the disk: write(2) fails in the middle of a file."""
    status, said = run(
        "fill_a_small_disk", folder=folder, key=key.hex(), schema=schema, limit_bytes=1_000_000, now=1.8e9
    )
    assert status == 0
    full, readable, backup, after = said
    assert full["error"] == "DiskFull"
    assert "what was saved is safe" in full["text"]
    assert full["written"] > 5
    assert readable["readable"] == full["written"]
    assert backup["error"] == "DiskFull"
    assert after == {"problems": []}
    assert not list((folder / "backups").glob("*"))


@pytest.mark.slow
def test_a_folder_that_may_not_be_written_is_told(folder: Path, schema: Path, key: Key, tmp_path: Path) -> None:
    for parent in (tmp_path, *tmp_path.parents):
        if parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)  # root's temporary folders; the other user must get through to the store
    status, said = run("use_without_rights", folder=folder, key=key.hex(), schema=schema)
    assert status == 0
    assert [line["error"] for line in said[:1]] == ["DiskFull"]
    assert "writable" in said[0]["text"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_change_of_passphrase_that_cannot_be_written_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    custody = Custody(folder, None, QUICK)
    key = custody.create_with_passphrase("old")
    real = durable.sync_file

    def fail(path: Path) -> None:
        raise OSError(code, "as the test says", str(path))

    monkeypatch.setattr(durable, "sync_file", fail)
    with pytest.raises(DiskFull):
        custody.change_passphrase("old", "new")
    assert custody.unlock("old") == key, "a full disk keeps nobody out"
    monkeypatch.setattr(durable, "sync_file", real)
    assert custody.unlock("old") == key
    assert not list(folder.rglob("*.part"))
    custody.change_passphrase("old", "new")
    assert custody.unlock("new") == key


def test_a_backup_that_finds_no_room_leaves_the_older_ones(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch, folder: Path, opened: Callable[[], Vault]
) -> None:
    first = vault.backup_if_due()
    clock.now += 86_400.0

    def fail(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, "sync_file", fail)
    with pytest.raises(DiskFull):
        vault.backup_if_due()
    assert list((folder / "backups").iterdir()) == [first]
    assert opened().check() == ()
