"""The processor: what it can do of that which llama.cpp can use, and what this build does use."""

from __future__ import annotations

import contextlib
import platform
from pathlib import Path
from typing import Final

import psutil

from paddock.doctor.report import Problem, Processor

# llama.cpp's name of a processor feature (`llama_print_system_info`) and the kernel's names of it.
_FEATURES: Final = {
    "SSE3": ("sse3", "pni"), "SSSE3": ("ssse3",), "AVX": ("avx",), "AVX_VNNI": ("avx_vnni",), "AVX2": ("avx2",),
    "F16C": ("f16c",), "FMA": ("fma",), "BMI2": ("bmi2",), "AVX512": ("avx512f",), "AVX512_VBMI": ("avx512vbmi",),
    "AVX512_VNNI": ("avx512_vnni",), "AVX512_BF16": ("avx512_bf16",), "AMX_INT8": ("amx_int8",),
    "NEON": ("asimd", "neon"), "ARM_FMA": ("asimd",), "FP16_VA": ("asimdhp",), "DOTPROD": ("asimddp",),
    "MATMUL_INT8": ("i8mm",), "SVE": ("sve",), "SME": ("sme",),
}  # fmt: skip


def processor_of(system_info: str) -> Processor:
    """Return what it is; `system_info` is what llama.cpp says of its build, empty where it was not asked."""
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


def problems_of(processor: Processor) -> list[Problem]:
    """Return what a processor lacks that this build would use."""
    missing = [feature for feature in processor.used if processor.features and feature not in processor.features]
    if not missing:
        return []
    why = f"llama.cpp was built for a processor with {', '.join(missing)}, which this one lacks."
    return [Problem(why, "Install Paddock anew on this computer.")]
