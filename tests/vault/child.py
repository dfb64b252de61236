"""What the vault's tests do in a process of its own, to be killed, limited or watched: `python -m tests.vault.child`.

Each line on stdout is one JSON value; the first argument names the job, the second is a JSON object for it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

from paddock.errors import PaddockError
from paddock.vault import recovery
from paddock.vault.custody import Custody
from paddock.vault.key import Key
from paddock.vault.vault import Vault
from tests.vault.doubles import QUICK, DictKeyring

# File operations that change names or open files: the moments between which a crash makes a difference.
_FILE_EVENTS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir"}


def tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def die_at_file_operation(number: int) -> None:
    """End this process, as a power cut would, just before its `number`th file operation from now on (1 is the next)."""
    seen = 0

    def watch(event: str, _arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in _FILE_EVENTS:
            seen += 1
            if seen == number:
                os._exit(137)

    sys.addaudithook(watch)


def open_vault(job: dict[str, Any]) -> Vault:
    return Vault.open(
        Path(job["folder"]), Key.from_hex(job["key"]), lambda: job.get("now", time.time()), schema=Path(job["schema"])
    )


def write_until_killed(job: dict[str, Any]) -> None:
    """Commit blocks of several rows, of very different sizes, and tell each block's number once it is kept."""
    chance = random.Random(job["seed"])
    vault = open_vault(job)
    with vault.read() as db:
        block = int(str(next(iter(db.execute("SELECT count(*) / 5 FROM note")))[0]))
    while True:
        block += 1
        with vault.write() as db:
            for row in range(5):
                db.execute(
                    "INSERT INTO note VALUES (?, ?)", (block * 5 + row, "x" * chance.choice((10, 3_000, 60_000)))
                )
        tell(block)


def change_until_killed(job: dict[str, Any]) -> None:
    """Change the passphrase from number n to n+1 for ever."""
    custody = Custody(Path(job["folder"]), None, QUICK)
    number = job["number"]
    tell(number)
    while True:
        custody.change_passphrase(f"passphrase {number}", f"passphrase {number + 1}")
        number += 1
        tell(number)


def change_and_die(job: dict[str, Any]) -> None:
    custody = Custody(Path(job["folder"]), None, QUICK)
    custody.unlock("old").wipe()  # imports what it needs, so that only the change's own operations count
    die_at_file_operation(job["die_at"])
    custody.change_passphrase("old", "new")


def create_and_die(job: dict[str, Any]) -> None:
    custody = Custody(Path(job["folder"]), DictKeyring(), QUICK)
    die_at_file_operation(job["die_at"])
    custody.create_with_passphrase("words")


def restore_and_die(job: dict[str, Any]) -> None:
    die_at_file_operation(job["die_at"])
    recovery.restore_backup(Path(job["folder"]), Path(job["backup"]), Key.from_hex(job["key"]), 0.0)


def backup_and_die(job: dict[str, Any]) -> None:
    vault = open_vault(job)
    die_at_file_operation(job["die_at"])
    vault.backup_if_due()


def migrate_until_killed(job: dict[str, Any]) -> None:
    tell("starting")
    open_vault(job).lock()
    tell("done")


def hold_open(job: dict[str, Any]) -> None:
    """Open the store, say so, and hold it until stdin closes."""
    vault = open_vault(job)
    tell({"was_alone": vault.was_alone})
    sys.stdin.read()
    vault.lock()


def write_rows(job: dict[str, Any]) -> None:
    """Open the store beside others and insert `rows` rows, one transaction each."""
    vault = open_vault(job)
    for row in range(job["rows"]):
        with vault.write() as db:
            db.execute("INSERT INTO note (text) VALUES (?)", (f"{os.getpid()} {row}",))
    vault.lock()


def fill_a_small_disk(job: dict[str, Any]) -> None:
    """Write until no file may grow beyond `limit_bytes`, then go on when there is room again."""
    import resource  # not on Windows

    vault = open_vault(job)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (job["limit_bytes"], resource.RLIM_INFINITY))
    written = 0
    try:
        while True:
            with vault.write() as db:
                db.execute("INSERT INTO note (text) VALUES (?)", ("y" * 40_000,))
            written += 1
    except PaddockError as error:
        tell({"error": type(error).__name__, "text": str(error), "written": written})
    with vault.read() as db:
        tell({"readable": next(iter(db.execute("SELECT count(*) FROM note")))[0]})
    resource.setrlimit(resource.RLIMIT_FSIZE, (job["limit_bytes"] // 4, resource.RLIM_INFINITY))
    try:
        vault.backup_if_due()
    except PaddockError as error:
        tell({"error": type(error).__name__, "text": str(error)})
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with vault.write() as db:
        db.execute("INSERT INTO note (text) VALUES ('after')")
    tell({"problems": vault.check()})
    vault.lock()


def use_without_rights(job: dict[str, Any]) -> None:
    """Use a store whose folder may not be written; as root that needs another user."""
    vault = open_vault(job)
    vault.lock()
    folder = Path(job["folder"])
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 65534, 65534)
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
    folder.chmod(0o500)
    for path in folder.glob("paddock.db*"):
        path.chmod(0o400)
    try:
        open_vault(job)
    except PaddockError as error:
        tell({"error": type(error).__name__, "text": str(error)})
    try:
        Custody(folder, None, QUICK).create_with_passphrase("words")
    except PaddockError as error:
        tell({"error": type(error).__name__, "text": str(error)})
    folder.chmod(0o700)


def look_for_key_in_memory(job: dict[str, Any]) -> None:
    """Count how often the key and a control secret, treated alike, lie in this process's memory: open, then locked.

    Both are kept masked, so that the search itself leaves as many copies of the one as of the other.
    """
    mask, key = os.urandom(32), Key.new()
    masked = {"key": _xor(key.raw(), mask), "control": _xor(os.urandom(32), mask)}
    vault = Vault.open(Path(job["folder"]), key, time.time, schema=Path(job["schema"]))
    with vault.write() as db:
        db.executemany("INSERT INTO note (text) VALUES (?)", [(f"note {number}",) for number in range(500)])
    with vault.read() as db:
        list(db.execute("SELECT * FROM note"))
    tell(_count_in_memory(masked, mask))
    vault.lock()
    tell(_count_in_memory(masked, mask))


def _xor(one: bytes | bytearray, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _count_in_memory(masked: dict[str, bytes], mask: bytes) -> dict[str, int]:
    counts = dict.fromkeys(masked, 0)
    regions = [line.split() for line in Path("/proc/self/maps").read_text(encoding="ascii").splitlines()]
    for region in regions:
        if "rw" not in region[1]:
            continue
        start, end = (int(part, 16) for part in region[0].split("-"))
        with Path("/proc/self/mem").open("rb", buffering=0) as memory:
            memory.seek(start)
            content = memory.read(end - start)
        for name, hidden in masked.items():
            secret = _xor(hidden, mask)
            counts[name] += content.count(secret) + content.count(secret.hex().encode())
        del content
    return counts


if __name__ == "__main__":
    globals()[sys.argv[1]](json.loads(sys.argv[2]))
