"""Gathers what is so on this machine: versions, processor, memory, models, key custody, walls; and what to do."""

from __future__ import annotations

import contextlib
import importlib.metadata
import platform
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil

from paddock import __version__
from paddock.doctor.processor import problems_of as processor_problems
from paddock.doctor.processor import processor_of
from paddock.doctor.report import (
    FolderFacts,
    Memory,
    ModelFacts,
    NetworkFacts,
    NetworkUse,
    Problem,
    Report,
    problem_of,
)
from paddock.doctor.walls import ask_engine, ask_office, ask_reader, try_window
from paddock.doctor.walls import problems_of as wall_problems
from paddock.errors import UserError
from paddock.fetcher.ledger import LEDGER_NAME
from paddock.fetcher.seen import ledger_entries, living_doorkeepers
from paddock.models.card import size_in_words
from paddock.models.fit import free_memory, judge, need_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from paddock.engine.client import EngineClient
    from paddock.home import Home
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.reader.client import ReaderClient
    from paddock.settings import SettingsFile
    from paddock.vault.custody import Custody

# What is told as "Qt 6.12.0" and so on: name, and the package whose version it is.
_PARTS: Final = (
    ("llama-cpp-python", "llama-cpp-python"),
    ("SQLite (encrypted)", "apsw-sqlite3mc"),
    ("Qt", "PySide6-Essentials"),
    ("cryptography", "cryptography"),
    ("keyring", "keyring"),
    ("jinja2", "jinja2"),
    ("msgspec", "msgspec"),
)
LOW_DISK_BYTES: Final = 1 << 30
OTHERS_MAY_READ: Final = 0o077


@dataclass(frozen=True)
class Parts:
    """What doctor looks at. Without `engine` or `reader` none is started; the report says the engine was not asked.

    `permit` raises UserError for a model that may not run here.
    """

    home: Home
    settings: SettingsFile
    models: InstalledModels
    custody: Custody
    engine: EngineClient | None
    reader: ReaderClient | None = None
    permit: Callable[[InstalledModel], None] = lambda _model: None


def examine(parts: Parts, on_step: Callable[[str], None]) -> Report:
    """Look at everything and return what was found; `on_step` hears what is being looked at. Never raises UserError."""
    problems: list[Problem] = []
    if parts.settings.problem:
        problems.append(Problem(parts.settings.problem, "Set again what you had set."))
    on_step("models")
    installed = _installed(parts.models, problems)
    on_step("the walls of this process")
    walls = try_window()
    on_step("the engine")
    engine, engine_walls = ask_engine(parts.engine, parts.settings.current, parts.permit, installed, problems)
    walls += engine_walls
    if parts.reader is not None:
        on_step("the reader")
        walls += ask_reader(parts.reader, problems)
        walls += ask_office(parts.reader.office, problems)
    on_step("folders")
    state, keyring = _custody(parts.custody, problems)
    folders = tuple(_folders(parts.home, problems))
    processor = processor_of(engine.llama_cpp)
    problems += [*processor_problems(processor), *wall_problems(walls)]
    return Report(
        paddock=__version__,
        system=f"{platform.platform()} ({platform.machine()})",
        python=platform.python_version(),
        versions=dict(_versions()),
        processor=processor,
        memory=Memory(psutil.virtual_memory().total, free_memory()),
        engine=engine,
        models=tuple(_model_facts(model) for model in installed),
        custody=state,
        keyring_available=keyring,
        folders=folders,
        walls=tuple(walls),
        network=_network(parts.home, parts.settings, problems),
        problems=tuple(problems),
    )


# ---------------------------------------------------------------- looking


def _versions() -> Iterable[tuple[str, str]]:
    for name, package in _PARTS:
        try:
            yield name, importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:  # a bundle may leave a package's description out
            yield name, "not stated"


def _installed(models: InstalledModels, problems: list[Problem]) -> tuple[InstalledModel, ...]:
    try:
        installed = tuple(models.list())
    except UserError as error:
        problems.append(problem_of(error))
        return ()
    if not installed:
        problems.append(Problem("No model is installed.", "Import one: paddock models import FILE.gguf."))
    problems += [
        Problem(model.problem, f"Or remove it from the list: paddock models remove “{model.name}”.")
        for model in installed
        if model.problem
    ]
    return installed


def _model_facts(model: InstalledModel) -> ModelFacts:
    fit = judge(need_of(model.header), free_memory()).sentence if model.header else ""
    return ModelFacts(model.name, model.title, model.size_bytes, model.linked, fit, model.problem)


def _custody(custody: Custody, problems: list[Problem]) -> tuple[str, bool]:
    available = custody.keyring_available()
    try:
        state = custody.state()
    except UserError as error:
        problems.append(problem_of(error))
        return "unknown", available
    if state == "keyring" and not available:
        problems.append(
            Problem("The store's key lies in the system's keyring, which does not answer.", "Unlock or start it.")
        )
    return state, available


def _folders(home: Home, problems: list[Problem]) -> Iterable[FolderFacts]:
    folders = {
        "settings": home.config, "store": home.vault, "documents": home.library, "models": home.models,
        "cache": home.cache,
    }  # fmt: skip
    if home.languages.exists():
        folders["languages"] = home.languages
    for name, path in folders.items():
        size = free = 0
        with contextlib.suppress(OSError):  # not made yet: nothing lies there
            size = sum(file.lstat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())
            free = shutil.disk_usage(path).free
            if free < LOW_DISK_BYTES:
                problems.append(Problem(f"The disk of {path} has only {size_in_words(free)} left.", "Free some space."))
            if (
                name in {"store", "documents"}
                and platform.system() != "Windows"
                and path.stat().st_mode & OTHERS_MAY_READ
            ):
                problems.append(Problem(f"Others on this computer may look into {path}.", f"chmod 700 {path}"))
        yield FolderFacts(name, str(path), size, free)


def _network(home: Home, settings: SettingsFile, problems: list[Problem]) -> NetworkFacts:
    ledger = home.data / LEDGER_NAME
    uses: tuple[NetworkUse, ...] = ()
    try:
        uses = tuple(
            NetworkUse(entry.time, entry.what, entry.through, entry.why, entry.bytes_expected)
            for entry in ledger_entries(ledger)
        )
    except OSError as error:
        problems.append(Problem(f"The ledger of network uses cannot be read: {ledger}.", f"{error.strerror}."))
    return NetworkFacts(str(ledger), uses, living_doorkeepers(home.models), _who_may(settings))


def _who_may(settings: SettingsFile) -> str:
    if settings.current.network == "off":
        return "nobody; a policy says so" if "network" in settings.governed else "nobody; the settings say so"
    return "a fetcher, each time you ask for a model or a search, in the window or by “models add” and “models search”"
