"""Rendering a stranger's Jinja template: sandboxed, and bounded in time, memory and output."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import jinja2
from jinja2 import nodes
from jinja2.ext import Extension, loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

    from jinja2.parser import Parser

MAX_SOURCE_CHARACTERS: Final = 1 << 20
MAX_OUTPUT_CHARACTERS: Final = 64 << 20
MAX_SECONDS: Final = 5.0
MAX_MEMORY_BYTES: Final = 512 << 20
# What a single call into C may take beyond the time a template has (`('a' * 9999999).rfind(…)`, sorting long texts): no
# Python signal handler runs before it returns, so after this the kernel ends the process.
_MERCY_SECONDS: Final = 3.0
_MAX_NUMBER_BITS: Final = 4096
_REASON_CHARACTERS: Final = 300


class TemplateRefused(Exception):
    """A template could not be used; the argument is a sentence that says why."""


class TemplateTooSlow(TemplateRefused):
    """The template did not come to its end in time."""


class _Generation(Extension):
    """`{% generation %}` marks what the assistant says, for training; what stands in it is rendered as it is."""

    tags = {"generation"}  # noqa: RUF012 - as the base class declares it

    def parse(self, parser: Parser) -> list[nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class _Environment(ImmutableSandboxedEnvironment):
    # The two operators by which a short template makes something enormous inside one call into C. Being intercepted,
    # they are not folded at compile time either.
    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > _MAX_NUMBER_BITS:
                raise TemplateRefused("It computes with enormous numbers.")
        elif isinstance(left, int) or isinstance(right, int):
            text, times = (right, left) if isinstance(left, int) else (left, right)
            if hasattr(text, "__len__") and len(text) * times > MAX_OUTPUT_CHARACTERS:
                raise TemplateRefused("It makes an enormous text.")
        return super().call_binop(context, operator, left, right)


class Sandbox:
    """Compiles and renders templates in this process, one at a time, on the main thread.

    Bounds: `seconds` of this process's time, `memory_bytes` more than it holds, 64 MB of output, ranges of 100,000.
    A template stuck inside one call into C, where nothing interrupts it, costs the process three seconds later.
    """

    def __init__(self, *, seconds: float = MAX_SECONDS, memory_bytes: int = MAX_MEMORY_BYTES) -> None:
        """Make it before the process is locked: afterwards its own size can no longer be looked up."""
        self._seconds = seconds
        self._memory = _MemoryBound(memory_bytes)
        self._environment = _Environment(
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False, extensions=[loopcontrols, _Generation]
        )
        self._environment.filters["tojson"] = _to_json
        self._environment.globals["raise_exception"] = _refuse
        self._environment.globals["strftime_now"] = _strftime_now
        self._rehearse()

    def _rehearse(self) -> None:
        """Have Python and Jinja load what they load late (codecs, the time zone, how errors are told)."""
        self.render(self.compile("{{ 'a\\n\u00e9' | tojson }}{{ strftime_now('%d %B') }}{{ [1] | sum }}"), {})
        for wrong in ("{{ raise_exception('no') }}", "{{ 1 / 0 }}", "{{ 1 +"):
            with contextlib.suppress(TemplateRefused):
                self.render(self.compile(wrong), {})

    def compile(self, source: str) -> jinja2.Template:
        """Return the template, ready to be rendered. Raises TemplateRefused."""
        if len(source) > MAX_SOURCE_CHARACTERS:
            raise TemplateRefused("It is longer than 1 MB.")
        with self._bounds():
            return self._environment.from_string(source)

    def render(self, template: jinja2.Template, variables: Mapping[str, Any]) -> str:
        """Return the text. Raises TemplateRefused with the template's own words or what bound it broke."""
        pieces: list[str] = []
        length = 0
        with self._bounds():
            for piece in template.generate(**variables):
                length += len(piece)
                if length > MAX_OUTPUT_CHARACTERS:
                    raise TemplateRefused("It writes more than 64 MB.")
                pieces.append(piece)
            return "".join(pieces)

    @contextlib.contextmanager
    def _bounds(self) -> Iterator[None]:
        try:
            with self._memory.held(), _deadline(self._seconds):
                yield
        except TemplateRefused:
            raise
        except _TimeUp:
            raise TemplateTooSlow(f"It did not finish within {self._seconds:g} seconds.") from None
        except MemoryError:
            raise TemplateRefused("It needs too much memory.") from None
        except RecursionError:
            raise TemplateRefused("It calls itself without end.") from None
        except jinja2.TemplateSyntaxError as error:
            raise TemplateRefused(f"Line {error.lineno}: {_short(error.message)}") from None
        except Exception as error:  # noqa: BLE001 - whatever a stranger's template runs into is its failure, not ours
            raise TemplateRefused(f"{type(error).__name__}: {_short(error)}") from None


class _TimeUp(BaseException):
    """Not an Exception, so that no filter of Jinja's swallows it."""


@contextlib.contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise _TimeUp inside after `seconds` of this process's own time: a busy machine is not the template's fault."""
    if not hasattr(signal, "setitimer"):
        with _traced_deadline(seconds):
            yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    signal.setitimer(signal.ITIMER_PROF, seconds + _MERCY_SECONDS)  # SIGPROF is nobody's: it ends the process
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextlib.contextmanager
def _traced_deadline(seconds: float) -> Iterator[None]:
    """Do the same where there are no timer signals (Windows): look at the clock on every line the template runs."""
    limit = time.process_time() + seconds

    def look(_frame: FrameType, _event: str, _argument: Any) -> Any:
        if time.process_time() > limit:
            raise _TimeUp
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)


class _MemoryBound:
    """Lowers RLIMIT_AS to a little above what the process holds (Linux; elsewhere only the other bounds hold)."""

    def __init__(self, more_bytes: int) -> None:
        self._more_bytes = more_bytes
        # Kept open: once the process is locked, files can still be read but no longer be opened.
        self._statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC) if sys.platform == "linux" else None

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        if self._statm is None:
            yield
            return
        import resource  # noqa: PLC0415 - POSIX only

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        size = int(os.pread(self._statm, 64, 0).split()[0]) * resource.getpagesize() + self._more_bytes
        bounds = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_AS, (min([size, *bounds]), hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _to_json(
    value: Any,
    ensure_ascii: bool = False,  # noqa: FBT001, FBT002 - the signature templates are written for
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,  # noqa: FBT001, FBT002
) -> str:
    """Write JSON as Hugging Face's templates expect it: nothing escaped for HTML."""
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def _refuse(message: object) -> None:
    raise TemplateRefused(_short(message))


def _strftime_now(form: str) -> str:
    return dt.datetime.now().astimezone().strftime(form)


def _short(reason: object) -> str:
    words = " ".join(str(reason).split())
    return words if len(words) <= _REASON_CHARACTERS else words[:_REASON_CHARACTERS] + "…"
