"""Every wall, tried: each process tries what it must not be able to do, and says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from paddock.doctor.report import PROCESSES, EngineFacts, Problem, WallFacts, problem_of
from paddock.engine.client import LoadOptions
from paddock.errors import PaddockError, UserError
from paddock.models.fit import free_memory, judge, need_of
from paddock.process.confine import probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from paddock.doctor.report import Process
    from paddock.engine.client import EngineClient
    from paddock.engine.protocol import ModelInfo
    from paddock.models.installed_model import InstalledModel
    from paddock.reader.client import ReaderClient
    from paddock.reader.office import OfficeConverter
    from paddock.settings import Settings

PROBE_CONTEXT_TOKENS: Final = 512
_ADVICE: Final = "This system does not enforce it; on Linux, kernel 5.13 or newer with seccomp and Landlock does."


class Tried(Protocol):
    """One door that a process tried (`process.confine.probe.ProbeResult`, or as a worker's message tells it)."""

    @property
    def name(self) -> str: ...  # noqa: D102 - see the class
    @property
    def held(self) -> bool: ...  # noqa: D102 - see the class
    @property
    def detail(self) -> str: ...  # noqa: D102 - see the class


def walls_of(process: Process, tried: Iterable[Tried]) -> list[WallFacts]:
    """Return what a process tried, as facts of that process."""
    return [WallFacts(process, wall.name, wall.held, wall.detail) for wall in tried]


def try_window() -> list[WallFacts]:
    """Have this process try what it is kept from."""
    return walls_of("window", probe("window"))


def ask_engine(
    engine: EngineClient | None,
    settings: Settings,
    permit: Callable[[InstalledModel], None],
    installed: Sequence[InstalledModel],
    problems: list[Problem],
) -> tuple[EngineFacts, list[WallFacts]]:
    """Load the smallest model that writes, fits and may run, and ask its engine what it is and what it is kept from."""
    if engine is None:
        return EngineFacts(problem="It was not asked."), []
    if not any(model.writes for model in installed):
        return EngineFacts(
            problem="It was not asked: it starts with a model, and none that can answer is installed."
        ), []
    fitting = [
        model
        for model in installed
        if model.writes
        and model.header
        and judge(need_of(model.header, PROBE_CONTEXT_TOKENS), free_memory()).level != "does not fit"
    ]
    if not fitting:
        return EngineFacts(problem="It starts with a model, and there is none that fits into the free memory."), []
    model, refusal = _first_that_may_run(permit, fitting)
    if model is None:
        what = "The engine was not tried: it starts with a model, and none that fits may run here."
        problems.append(Problem(f"{what} {refusal.what} {refusal.why}".strip(), refusal.next_step))
        return EngineFacts(problem=f"It was not asked. {refusal}"), []
    try:
        options = LoadOptions(
            context_tokens=PROBE_CONTEXT_TOKENS,
            threads=settings.threads,
            gpu_layers=settings.gpu_layers,
            stamps=model.stamps,
        )
        told = engine.load(model.files, options, lambda _fraction: None)
        answer = engine.probe()
    except PaddockError as error:
        problems.append(problem_of(error))
        return EngineFacts(model=model.name, problem=str(error)), []
    facts = EngineFacts(model.name, told.llama_cpp, told.threads, _gpu(told), answer.mechanism)
    return facts, walls_of("engine", answer.walls)


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


def ask_reader(reader: ReaderClient, problems: list[Problem]) -> list[WallFacts]:
    """Start a reader, give it nothing to read, and have it try what it is kept from."""
    try:
        answer = reader.probe()
    except PaddockError as error:
        problems.append(problem_of(error))
        return []
    return walls_of("reader", answer.probes)


def ask_office(office: OfficeConverter | None, problems: list[Problem]) -> list[WallFacts]:
    """Have what an office program would be locked in tried; nothing where there is none on this computer."""
    try:
        tried = office.probe() if office is not None else ()
    except PaddockError as error:
        problems.append(problem_of(error))
        return []
    return walls_of("office program", tried)


def _gpu(told: ModelInfo) -> str:
    return told.gpu_note or f"{told.gpu_layers} of {told.layers} layers are on the graphics card."


def problems_of(walls: Sequence[WallFacts]) -> list[Problem]:
    """Return which processes are not kept from what."""
    problems = []
    for process in PROCESSES:
        open_doors = [wall.name for wall in walls if wall.process == process and not wall.held]
        if open_doors:
            problems.append(Problem(f"The {process} is not kept from this: {', '.join(open_doors)}.", _ADVICE))
    return problems
