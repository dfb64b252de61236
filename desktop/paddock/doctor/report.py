"""What doctor found: facts of this machine, of its models and of every wall, and what should be put right."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from paddock.errors import PaddockError

Process = Literal["window", "engine", "reader", "office program"]
PROCESSES: Final[tuple[Process, ...]] = ("window", "engine", "reader", "office program")


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

    process: Process
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


def problem_of(error: PaddockError) -> Problem:
    """Return what an error says as a problem."""
    return Problem(f"{error.what} {error.why}".strip(), error.next_step)
