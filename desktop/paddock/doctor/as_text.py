"""The report for reading, as a terminal shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from paddock.models.card import size_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paddock.doctor.report import NetworkFacts, Report, WallFacts


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
