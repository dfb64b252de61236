"""`paddock library languages`: in which languages text in pictures is recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paddock.cli.named_paths import check_readable
from paddock.errors import UserError
from paddock.settings import MOST_LANGUAGES

if TYPE_CHECKING:
    import argparse

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal


def languages(paddock: Paddock, args: argparse.Namespace, terminal: Terminal) -> int:
    """Print which languages are recognised and which could be, after what was asked was done. Raises UserError."""
    if (args.use is not None or args.add) and "ocr_languages" in paddock.settings.governed:
        raise UserError("The languages are fixed by a policy.", "", "Ask your administrator.")
    used = paddock.settings.current.ocr_languages
    if args.add:
        check_readable([args.add])
        added = paddock.add_language(args.add)
        if added not in used and len(used) < MOST_LANGUAGES:
            used = (*used, added)
    there = paddock.languages()
    if args.use is not None:
        used = tuple(dict.fromkeys(args.use.split("+"))) if args.use else ()
        if lacking := [code for code in used if code not in there]:
            raise UserError(
                f"There is no data to recognise {', '.join(lacking)}.",
                f"There is for: {', '.join(there) or 'no language'}.",
                "Add it: paddock library languages --add FILE.traineddata",
            )
    if used != paddock.settings.current.ocr_languages:
        paddock.settings.change(ocr_languages=used)
    if args.json:
        terminal.json({"used": used, "there": there})
        return 0
    terminal.table([(code, "used" if code in used else "") for code in dict.fromkeys([*used, *there])])
    if args.use is not None or args.add:
        terminal.note(
            "It holds for what is read from now on; what was read stays until it is read again in the window."
        )
    return 0
