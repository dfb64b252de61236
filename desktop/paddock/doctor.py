"""Gathers what is so on this machine: versions, processor, memory, models, key custody, walls; and what to do."""

from __future__ import annotations

import contextlib
import importlib.metadata
import platform
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import psutil

from paddock import __version__
from paddock.engine.client import LoadOptions
from paddock.errors import PaddockError, UserError
from paddock.fetcher.ledger import LEDGER_NAME
from paddock.fetcher.seen import ledger_entries, living_doorkeepers
from paddock.models.card import size_in_words
from paddock.models.fit import free_memory, judge, need_of
from paddock.process.confine import probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from paddock.engine.client import EngineClient
    from paddock.engine.protocol import ModelInfo
    from paddock.home import Home
    from paddock.models.installed import InstalledModels
    from paddock.models.installed_model import InstalledModel
    from paddock.reader.client import ReaderClient
    from paddock.reader.office import OfficeConverter
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
# llama.cpp's name of a processor feature (`llama_print_system_info`) and the kernel's names of it.
_FEATURES: Final = {
    "SSE3": ("sse3", "pni"), "SSSE3": ("ssse3",), "AVX": ("avx",), "AVX_VNNI": ("avx_vnni",), "AVX2": ("avx2",),
    "F16C": ("f16c",), "FMA": ("fma",), "BMI2": ("bmi2",), "AVX512": ("avx512f",), "AVX512_VBMI": ("avx512vbmi",),
    "AVX512_VNNI": ("avx512_vnni",), "AVX512_BF16": ("avx512_bf16",), "AMX_INT8": ("amx_int8",),
    "NEON": ("asimd", "neon"), "ARM_FMA": ("asimd",), "FP16_VA": ("asimdhp",), "DOTPROD": ("asimddp",),
    "MATMUL_INT8": ("i8mm",), "SVE": ("sve",), "SME": ("sme",),
}  # fmt: skip
LOW_DISK_BYTES: Final = 1 << 30
PROBE_CONTEXT_TOKENS: Final = 512
OTHERS_MAY_READ: Final = 0o077


@dataclass(frozen=True)
class Processor:
    """The processor; `features` it has of those llama.cpp can use, `used` those this build does use."""

    name: str
    physical_cores: int
    logical_cores: int
    features: tuple[str, ...]
    used: tuple[str, ...]


@dataclass(frozen=True)
class Memory:
    """Bytes."""

    total_bytes: int
    free_bytes: int


@dataclass(frozen=True)
class ModelFacts:
    """One model; `fit` is empty where its header could not be read."""

    name: str
    title: str
    size_bytes: int
    linked: bool
    fit: str
    problem: str


@dataclass(frozen=True)
class FolderFacts:
    """A folder of the program, what lies in it, and what its disk has left."""

    name: str
    path: str
    size_bytes: int
    free_bytes: int


@dataclass(frozen=True)
class WallFacts:
    """One door tried in one process: `held` says whether the system refused it."""

    process: Literal["window", "engine", "reader", "office program"]
    name: str
    held: bool
    detail: str


@dataclass(frozen=True)
class EngineFacts:
    """What the engine's process said of itself when it held `model`; `problem` where it could not be asked."""

    model: str = ""
    llama_cpp: str = ""
    threads: int = 0
    gpu: str = ""
    mechanism: str = ""
    problem: str = ""


@dataclass(frozen=True)
class NetworkUse:
    """One line of the ledger: when (UTC, ISO 8601), what, through what, why, and how many bytes were expected."""

    time: str
    what: str
    through: str
    why: str
    bytes_expected: int


@dataclass(frozen=True)
class NetworkFacts:
    """Every use of the network since the home was made, and the processes outside the walls that live now."""

    ledger: str
    uses: tuple[NetworkUse, ...]
    doorkeepers: tuple[int, ...]
    who_may: str = ""


@dataclass(frozen=True)
class Problem:
    """Something that should be put right, and how."""

    what: str
    next_step: str


@dataclass(frozen=True)
class Report:
    """Everything doctor found."""

    paddock: str
    system: str
    python: str
    versions: dict[str, str]
    processor: Processor
    memory: Memory
    engine: EngineFacts
    models: tuple[ModelFacts, ...]
    custody: str
    keyring_available: bool
    folders: tuple[FolderFacts, ...]
    walls: tuple[WallFacts, ...]
    network: NetworkFacts
    problems: tuple[Problem, ...] = field(default=())

    def as_json(self) -> dict[str, object]:
        """Return the report as plain values, for a JSON writer."""
        return asdict(self)


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
    walls = [WallFacts("window", result.name, result.held, result.detail) for result in probe("window")]
    on_step("the engine")
    engine, engine_walls = _ask_engine(parts, installed, problems)
    walls += engine_walls
    if parts.reader is not None:
        on_step("the reader")
        walls += _ask_reader(parts.reader, problems)
        walls += _ask_office(parts.reader.office, problems)
    on_step("folders")
    state, keyring = _custody(parts.custody, problems)
    folders = tuple(_folders(parts.home, problems))
    processor = _processor(engine.llama_cpp)
    missing = [feature for feature in processor.used if processor.features and feature not in processor.features]
    if missing:
        why = f"llama.cpp was built for a processor with {', '.join(missing)}, which this one lacks."
        problems.append(Problem(why, "Install Paddock anew on this computer."))
    for process in ("window", "engine", "reader", "office program"):
        open_doors = [wall.name for wall in walls if wall.process == process and not wall.held]
        if open_doors:
            problems.append(Problem(f"The {process} is not kept from this: {', '.join(open_doors)}.", _WALL_ADVICE))
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


_WALL_ADVICE: Final = "This system does not enforce it; on Linux, kernel 5.13 or newer with seccomp and Landlock does."


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
        problems.append(_from_error(error))
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


def _ask_engine(
    parts: Parts, installed: tuple[InstalledModel, ...], problems: list[Problem]
) -> tuple[EngineFacts, list[WallFacts]]:
    """Load the smallest model that writes, fits and may run, and ask its engine what it is and what it is kept from."""
    if parts.engine is None:
        return EngineFacts(problem="It was not asked."), []
    fitting = [
        model
        for model in installed
        if model.writes
        and model.header
        and judge(need_of(model.header, PROBE_CONTEXT_TOKENS), free_memory()).level != "does not fit"
    ]
    if not fitting:
        return EngineFacts(problem="It starts with a model, and there is none that fits into the free memory."), []
    model, refusal = _first_that_may_run(parts.permit, fitting)
    if model is None:
        what = "The engine was not tried: it starts with a model, and none that fits may run here."
        problems.append(Problem(f"{what} {refusal.what} {refusal.why}".strip(), refusal.next_step))
        return EngineFacts(problem=f"It was not asked: no model that fits may run here. {refusal}"), []
    try:
        options = LoadOptions(context_tokens=PROBE_CONTEXT_TOKENS, stamps=model.stamps)
        told = parts.engine.load(model.files, options, lambda _fraction: None)
        answer = parts.engine.probe()
    except PaddockError as error:
        problems.append(_from_error(error))
        return EngineFacts(model=model.name, problem=str(error)), []
    facts = EngineFacts(model.name, told.llama_cpp, told.threads, _gpu(told), answer.mechanism)
    return facts, [WallFacts("engine", wall.name, wall.held, wall.detail) for wall in answer.walls]


def _first_that_may_run(
    permit: Callable[[InstalledModel], None], models: Iterable[InstalledModel]
) -> tuple[InstalledModel | None, UserError]:
    """Return the smallest that may run, or why the smallest may not."""
    refusals = []
    for model in sorted(models, key=lambda one: one.size_bytes):
        try:
            permit(model)
        except UserError as refusal:
            refusals.append(refusal)
        else:
            return model, UserError("")
    return None, refusals[0]


def _ask_reader(reader: ReaderClient, problems: list[Problem]) -> list[WallFacts]:
    """Start a reader, give it nothing to read, and have it try what it is kept from."""
    try:
        answer = reader.probe()
    except PaddockError as error:
        problems.append(_from_error(error))
        return []
    return [WallFacts("reader", wall.name, wall.held, wall.detail) for wall in answer.probes]


def _ask_office(office: OfficeConverter | None, problems: list[Problem]) -> list[WallFacts]:
    """Have what an office program would be locked in tried; nothing where there is none on this computer."""
    try:
        tried = office.probe() if office is not None else ()
    except PaddockError as error:
        problems.append(_from_error(error))
        return []
    return [WallFacts("office program", wall.name, wall.held, wall.detail) for wall in tried]


def _gpu(told: ModelInfo) -> str:
    return told.gpu_note or f"{told.gpu_layers} of {told.layers} layers are on the graphics card."


def _custody(custody: Custody, problems: list[Problem]) -> tuple[str, bool]:
    available = custody.keyring_available()
    try:
        state = custody.state()
    except UserError as error:
        problems.append(_from_error(error))
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


def _processor(system_info: str) -> Processor:
    name, flags = platform.processor() or platform.machine(), set[str]()
    with contextlib.suppress(OSError, UnicodeDecodeError):  # only Linux tells it so
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            key, _, value = (piece.strip() for piece in line.partition(":"))
            if key == "model name":
                name = value
            if key in {"flags", "Features"}:
                flags = set(value.split())
                break
    return Processor(
        name=name,
        physical_cores=psutil.cpu_count(logical=False) or 1,
        logical_cores=psutil.cpu_count() or 1,
        features=tuple(feature for feature, names in _FEATURES.items() if flags.intersection(names)),
        used=tuple(feature for feature in _FEATURES if f"{feature} = 1" in system_info),
    )


def _from_error(error: PaddockError) -> Problem:
    return Problem(f"{error.what} {error.why}".strip(), error.next_step)


# ---------------------------------------------------------------- telling


def as_text(report: Report) -> str:
    """Return the report for reading, the problems last."""
    lines = [f"Paddock {report.paddock} on {report.system}", ""]
    lines += [f"  {name:<20} {version}" for name, version in {"Python": report.python, **report.versions}.items()]
    cpu, memory = report.processor, report.memory
    lines += ["", f"Processor   {cpu.name}, {cpu.physical_cores} cores ({cpu.logical_cores} threads)"]
    lines += [f"            has {', '.join(cpu.features) or 'features this system does not tell'}"]
    if cpu.used:
        lines += [f"            llama.cpp uses {', '.join(cpu.used)}"]
    lines += [f"Memory      {size_in_words(memory.free_bytes)} free of {size_in_words(memory.total_bytes)}"]
    engine = report.engine
    if engine.problem:
        lines += [f"Engine      {engine.problem}"]
    else:
        lines += [f"Engine      {engine.threads} threads, asked with “{engine.model}”", f"GPU         {engine.gpu}"]
    lines += ["", "Models"]
    for model in report.models:
        state = model.problem or model.fit
        lines += [f"  {model.name} ({size_in_words(model.size_bytes)}{', linked' * model.linked}): {state}"]
    lines += ["  none"] * (not report.models)
    lines += ["", f"Key         {_CUSTODY_WORDS[report.custody]}"]
    lines += ["            the system's keyring " + ("answers" if report.keyring_available else "is not available")]
    lines += ["", "Folders"]
    lines += [f"  {one.name:<9} {size_in_words(one.size_bytes):>10}  {one.path}" for one in report.folders]
    lines += ["", "Walls, tried just now"]
    lines += [f"  {wall.process:<7} {wall.name:<22} {_held(wall)}" for wall in report.walls]
    lines += ["", *_network_lines(report.network)]
    lines += ["", "Problems" if report.problems else "No problems."]
    for number, problem in enumerate(report.problems, 1):
        lines += [f"  {number}. {problem.what}", f"     {problem.next_step}"]
    return "\n".join(lines)


def _network_lines(network: NetworkFacts) -> Iterable[str]:
    yield "Network"
    for process_id in network.doorkeepers:
        yield f"  doorkeeper, process {process_id}: outside the walls; opens no connection until you ask for a model"
    if not network.doorkeepers:
        yield "  no process of Paddock may use it now"
    yield f"  who may: {network.who_may}"
    for use in network.uses:
        size = f", {size_in_words(use.bytes_expected)}" if use.bytes_expected else ""
        yield f"  {use.time}  {use.what}{size}; {use.through}; {use.why}"
    if not network.uses:
        yield "  never used: the ledger is empty"
    yield f"  ledger: {network.ledger}"


_CUSTODY_WORDS: Final = {
    "none": "no store has been made yet",
    "keyring": "in the system's keyring",
    "passphrase": "under your passphrase (Argon2id)",
    "unknown": "unknown",
}


def _held(wall: WallFacts) -> str:
    return wall.detail if wall.held else f"OPEN: {wall.detail}"
