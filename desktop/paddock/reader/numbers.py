"""Numbers of a sheet as a person sees them: percent, money, thousands, dates; after Office's number formats."""

from __future__ import annotations

import datetime as dt
import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

GENERAL: Final = "General"
# Formats that files name by number only (ISO/IEC 29500-1, 18.8.30).
BUILT_IN: Final[Mapping[int, str]] = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: GENERAL, 13: GENERAL, 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm:ss"),
}  # fmt: skip
_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's days have no time zone
_SHIFT_1904: Final = 1462
_DAYS: Final = 2_958_466  # 31 December 9999, and one more
# What is no part of a number's shape: quoted words, escaped and padding characters, colours and conditions.
_TOKEN: Final = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|(\[[^\]]*\])')
_DATE: Final = re.compile(r"[ymdhseg]", re.IGNORECASE)
_ELAPSED: Final = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_SHAPE: Final = re.compile(r"\.?[#0?](?:[#0?,.]|\s(?=[#0?]))*")
_LITERAL, _LITERAL_END = "\ue000", "\ue001"
_KEPT: Final = re.compile(f"{_LITERAL}([^{_LITERAL_END}]*){_LITERAL_END}")
_CODE_CHARACTERS: Final = 255
_PLAIN_FROM, _PLAIN_BELOW = 1e-4, 1e15
_DECIMALS: Final = 30


class _Format(NamedTuple):
    """One section of a format: what stands before and after the number, and how the number is written."""

    kind: str  # "general", "number", "date", "text", "mask"
    before: str = ""
    after: str = ""
    decimals: int = 0
    optional: int = 0  # of these decimals, how many are left out where they are zero
    digits: int = 0  # at least so many before the point
    grouped: bool = False
    scale: float = 1.0
    exponent: bool = False
    code: str = ""


def show_number(value: float, code: str = GENERAL, *, since_1904: bool = False) -> str:
    """Return a number as its format shows it. Dates are given as ISO 8601, to be read the same everywhere."""
    if not math.isfinite(value):
        return str(value)
    sections = _sections(code[:_CODE_CHARACTERS])
    section, signed = _choose(sections, value)
    if section.kind == "date":
        return _date(value, section.code, since_1904=since_1904) or _general(value)
    if section.kind == "mask":
        return ("-" if value < 0 and signed else "") + _masked(round(abs(value)), section.code)
    if section.kind in {"general", "text"}:
        return f"{section.before}{_general(value)}{section.after}"
    return _number(value if signed else abs(value), section)


def _choose(sections: tuple[_Format, ...], value: float) -> tuple[_Format, bool]:
    """Return the section for a value, and whether it shows the sign itself."""
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        return sections[2], True
    return sections[0], True


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Format, ...]:
    if any(sign in code for sign in ("[>", "[<", "[=")):
        return (_Format("general"),)  # conditions of its own: the bare number is never wrong
    return tuple(_section(part) for part in re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code) or [GENERAL])


def _section(code: str) -> _Format:
    elapsed = _ELAPSED.search(code)

    def keep(token: re.Match[str]) -> str:
        words = token[1] or token[2] or token[3] or ""
        return (
            f"{_LITERAL}{words}{_LITERAL_END}" if words else (token[4] or "") * bool(_ELAPSED.fullmatch(token[4] or ""))
        )

    code = _TOKEN.sub(keep, code)
    bare = _KEPT.sub("", code)
    if elapsed or (
        _DATE.search(re.sub(r"general|e[+-]", "", bare, flags=re.IGNORECASE)) and "0" not in bare.split(".")[0]
    ):
        return _Format("date", code=bare)
    if "@" in bare:
        return _Format("text")
    shape = _SHAPE.search(code)
    if shape is None:
        general = re.search(GENERAL, code, re.IGNORECASE)
        if general:
            return _Format("general", _words(code[: general.start()]), _words(code[general.end() :]))
        return _Format("number", _words(code), digits=-1)
    before, after, digits = code[: shape.start()], code[shape.end() :], shape[0].strip()
    exponent = re.match(r"[eE][+-]?[0#?]+", after)
    if exponent:
        after = after[exponent.end() :]
    further = _KEPT.sub("", after)
    if "/" in further or (not set(".,") & set(digits) and re.search("[0#?]", further)):
        return _Format("general") if "/" in further else _Format("mask", code=code)
    scaling = len(digits) - len(digits.rstrip(","))
    whole, _, decimals = digits.rstrip(",").partition(".")
    percent = 100.0 if "%" in bare else 1.0
    return _Format(
        "number",
        _words(before),
        _words(after),
        decimals=min(_DECIMALS, sum(sign in "0#?" for sign in decimals)),
        optional=min(_DECIMALS, sum(sign in "#?" for sign in decimals)),
        digits=whole.count("0"),
        grouped="," in whole,
        scale=percent / 1000.0**scaling,
        exponent=bool(exponent),
    )


def _words(code: str) -> str:
    return code.replace(_LITERAL, "").replace(_LITERAL_END, "")


def _number(value: float, section: _Format) -> str:
    if section.digits < 0:
        return section.before.strip()
    value *= section.scale
    if abs(value) >= _PLAIN_BELOW:
        return f"{section.before}{_general(value)}{section.after}".strip()
    if section.exponent:
        written = f"{abs(value):.{section.decimals}E}"
    else:
        # Through fifteen digits, as Excel counts: 2.675 is shown as 2.68, whatever its last bit is.
        value = float(f"{value:.15g}")
        step = 10.0**section.decimals
        rounded = math.floor(abs(value) * step + 0.5 + 1e-9) / step
        written = f"{rounded:{',' if section.grouped else ''}.{section.decimals}f}"
    if section.optional and "." in written and not section.exponent:
        kept = written.rstrip("0")
        written = written[: max(len(kept), len(written) - section.optional)].rstrip(".")
    whole, point, rest = written.partition(".")
    # Without a place that is always filled a zero is not written: "-" alone stands for nothing in accounts.
    if section.digits == 0 and whole == "0" and (rest or section.before or section.after):
        whole = ""
    zero = not re.search(r"[1-9]", written)
    sign = "-" if value < 0 and not zero else ""
    return f"{sign}{section.before}{whole.zfill(section.digits)}{point}{rest}{section.after}".strip()


def _masked(number: int, code: str) -> str:
    """Return a number with its digits in the places of a format, as for telephones: "(000) 000-0000"."""
    digits = list(str(number)) if number else []
    written_back: list[str] = []
    places = [at for at, sign in enumerate(_KEPT.sub(lambda kept: " " * len(kept[0]), code)) if sign in "0#?"]
    for at in range(len(code) - 1, -1, -1):
        if at not in places:
            written_back.append(code[at])
            continue
        shown = digits[:] if at == places[0] else digits[-1:]
        del digits[len(digits) - len(shown) :]
        written_back += reversed(shown or (["0"] if code[at] == "0" else []))
    return _words("".join(reversed(written_back))).strip()


def _general(value: float) -> str:
    """Write a number as a cell without a format shows it: no noise in the last bits, no needless zeros."""
    if value == int(value) and abs(value) < _PLAIN_BELOW:
        return str(int(value))
    return f"{value:.15g}" if _PLAIN_FROM <= abs(value) < _PLAIN_BELOW else f"{value:.11G}"


def _date(value: float, code: str, *, since_1904: bool) -> str:
    """Return a day count as date, time or both, whatever the format shows; empty where it means no day."""
    elapsed = _ELAPSED.search(code)
    seconds = round(value * 86_400)
    if elapsed:
        return _duration(seconds, elapsed[1][0].lower())
    days = value + (_SHIFT_1904 if since_1904 else 0)
    if not 0 <= days < _DAYS:
        return ""
    if days < 60 and not since_1904:  # noqa: PLR2004 - Excel's calendar has a 29 February 1900, its day 60
        days += 1
    moment = _EPOCH + dt.timedelta(seconds=round(days * 86_400))
    plain = re.sub(r"am/pm|a/p|general", " ", code.lower())
    timed = "h" in plain or "s" in plain
    dated = "y" in plain or "d" in plain or ("m" in plain and not timed)
    time = f"{moment:%H:%M:%S}" if "s" in plain else f"{moment:%H:%M}"
    if not dated:
        return time
    if "d" in plain or timed or value != int(value):
        day = f"{moment:%Y-%m-%d}"
    elif "m" in plain:
        day = f"{moment:%Y-%m}"
    else:
        day = f"{moment:%Y}"
    return f"{day} {time}" if timed else day


def _duration(seconds: int, largest: str) -> str:
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    if largest == "s":
        return f"{sign}{seconds}"
    if largest == "m":
        return f"{sign}{seconds // 60}:{seconds % 60:02d}"
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
