"""The models on this computer: those in the models folder, and those used where they lie."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from paddock.engine.stamp import stamp_of
from paddock.errors import ModelFileError, ModelMissing, UserError
from paddock.models.card import plain, size_in_words, title_from_name, title_of
from paddock.models.gguf import Header, refuse
from paddock.models.modelfile import SPLIT_NAME, kind_of, parts_of, read_model, why_not_run
from paddock.models.notes import Hash, Hashes, Link, Links, change_notes, read_notes
from paddock.models.placing import Stop, copy_all, hash_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from paddock.engine.stamp import Stamp

HASHES_KEPT: Final = 2000
NAMED: Final = 5  # at most so many models are named in one sentence


@dataclass(frozen=True)
class InstalledModel:
    """One model. `problem` is empty, or why it cannot be run; `header` is None where it could not even be read.

    `name` is unique and stays the same: the file's name without its ending. `linked`: used where it lies, not ours.
    """

    name: str
    title: str
    files: tuple[Path, ...]
    size_bytes: int
    header: Header | None
    problem: str
    linked: bool

    @property
    def path(self) -> Path:
        """Return the file, or the first part of a split model."""
        return self.files[0]

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """Return which files these are: those whose headers were read, and no others that get their names."""
        return self.header.stamps if self.header else ()

    @property
    def usable(self) -> bool:
        """Return whether llama.cpp may be given it."""
        return not self.problem

    @property
    def embeds(self) -> bool:
        """Return whether it turns text into vectors."""
        return self.usable and self.header is not None and kind_of(self.header) == "embedding"

    @property
    def writes(self) -> bool:
        """Return whether it can answer or continue text, as embedding and ranking models cannot."""
        return self.usable and self.header is not None and kind_of(self.header) in {"chat", "base"}


class InstalledModels:
    """Lists, finds, imports and removes models. Thread-safe; every call sees what lies on the disk now.

    `folder` holds the copies. `links_file` (settings) remembers files used in place. `hashes_file` (cache) keeps
    SHA-256s, valid for a file's size and time of change.
    """

    def __init__(self, folder: Path, links_file: Path, hashes_file: Path) -> None:
        self._folder = folder
        self._links_file = links_file
        self._hashes_file = hashes_file
        self._lock = threading.RLock()
        self._read: dict[tuple[str, Stamp], InstalledModel] = {}

    # ---------------------------------------------------------------- looking

    def list(self) -> Sequence[InstalledModel]:
        """Return all models, good and bad, by title. A link whose file is gone is listed with its problem."""
        with self._lock:
            links = self._links().links
            taken = {link.name.casefold() for link in links}
            found = [self._look_at(Path(link.path), link.name, linked=True) for link in links]
            for path in self._paths_in_folder():
                name = _free_name(_stem(path), taken)
                taken.add(name.casefold())
                found.append(self._look_at(path, name, linked=False))
            return sorted(found, key=lambda model: (model.title.casefold(), model.name))

    def resolve(self, name_or_path: str) -> InstalledModel:
        """Return the model of that name, or the file of that path, installed or not.

        Raises ModelMissing for a name nobody knows, ModelFileError for a path that is no model. A model that is
        found and cannot be run comes back with its `problem`.
        """
        models = self.list()
        for same in (lambda model: model.name == name_or_path, lambda model: _alike(model, name_or_path)):
            matches = [model for model in models if same(model)]
            if len(matches) == 1:
                return matches[0]
        path = _path(name_or_path)
        if path is not None and (_looks_like_path(name_or_path) or _is_file(path)):
            return self._from_path(path, models)
        raise ModelMissing(f"No model is called “{plain(name_or_path)}”.", *_what_else(name_or_path, models))

    def default(self, preferred: str = "") -> InstalledModel:
        """Return the preferred model, else the only usable one that writes. Raises ModelMissing, ModelFileError."""
        if preferred:
            return self.resolve(preferred)
        models = self.list()
        usable = [model for model in models if model.writes]
        if len(usable) == 1:
            return usable[0]
        if usable:
            names = ", ".join(f"“{model.name}”" for model in usable[:NAMED])
            raise ModelMissing(f"{len(usable)} models are installed.", "", f"Name the one you want: {names}.")
        if models:
            raise ModelMissing("None of the installed models can answer.", models[0].problem, "Import another one.")
        raise ModelMissing("No model is installed yet.", "", "Import one: paddock models import FILE.gguf.")

    def embedder(self) -> InstalledModel | None:
        """Return what makes vectors for search, the first by name where there are several; None where nothing does."""
        return next((model for model in self.list() if model.embeds), None)

    @property
    def folder(self) -> Path:
        """Return where the copies lie."""
        return self._folder

    # ---------------------------------------------------------------- changing

    def use_folder(self, folder: Path, hashes: Mapping[Path, str]) -> None:
        """Look for the copies in another folder from now on, where these files have these hashes."""
        with self._lock:
            self._folder = folder
            self._read.clear()
            for file, sha256 in hashes.items():
                self._remember_hash(file, sha256)

    def import_copy(
        self, path: Path, on_progress: Callable[[int, int], None] | None = None, cancel: Stop | None = None
    ) -> InstalledModel:
        """Copy a model (all its parts) into the models folder; return it, or the one already there.

        `on_progress` hears bytes done and bytes in all. Raises ModelFileError, UserError, Cancelled.
        """
        files, _header = _read_for_import(path)
        with _explained("import", path):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            progress = _Progress(on_progress, sum(file.stat().st_size for file in files))
            present = self._already_here(files, progress, cancel)
            if present is not None:
                return present
            progress.restart()
            targets = self._targets(files)
            hashes = copy_all(tuple(zip(files, targets, strict=True)), progress, cancel)
            for target, sha256 in zip(targets, hashes, strict=True):
                self._remember_hash(target, sha256)
        return self._named(targets[0])

    def import_move(
        self, path: Path, on_progress: Callable[[int, int], None] | None = None, cancel: Stop | None = None
    ) -> InstalledModel:
        """Import a model by copy, and remove its files where they lay once the copy is whole; return it.

        What is used in place or lies in the models folder already stays where it is.
        Raises ModelFileError, UserError, Cancelled.
        """
        files, _header = _read_for_import(path)
        model = self.import_copy(path, on_progress, cancel)
        with _explained("move", path):
            if not model.linked and not any(_same_file(mine, file) for mine in model.files for file in files):
                for file in files:
                    file.unlink()
        return model

    def rename(self, name: str, new_name: str) -> InstalledModel:
        """Give a model another name: its files in the models folder, or the name of a link; return it.

        Raises ModelMissing, UserError where the name is taken or cannot be a file's.
        """
        wanted = _stem(Path(f"{new_name}.gguf"))
        if wanted != new_name or not wanted.strip(". ") or re.search(r'[/\\:*?"<>|]', wanted) or "-of-" in wanted:
            raise UserError(
                f"“{plain(new_name)}” cannot be the name of a model.", "", "Use letters, numbers and dashes."
            )
        with self._lock:
            models = self.list()
            model = next((one for one in models if one.name == name), None)
            if model is None:
                raise ModelMissing(f"No model is called “{plain(name)}”.", *_what_else(name, models))
            if any(one.name.casefold() == wanted.casefold() for one in models if one.name != name):
                raise UserError(f"Another model is called “{wanted}”.", "", "Choose another name.")
            if model.linked:
                with _explained("rename", model.path):
                    self._change_links(
                        lambda links: tuple(Link(wanted, one.path) if one.name == name else one for one in links)
                    )
                return self._named(model.path)
            hashes = self.known_sha256(model)
            targets = [file.with_name(_renamed(file.name, wanted)) for file in model.files]
            with _explained("rename", model.path):
                for file, target in zip(model.files, targets, strict=True):
                    if target.exists() and not _same_file(file, target):
                        raise UserError(f"Another model is called “{wanted}”.", "", "Choose another name.")
                    file.rename(target)
            for target, sha256 in zip(targets, hashes, strict=False):
                self._remember_hash(target, sha256)
            return self._named(targets[0])

    def import_link(self, path: Path, name: str = "") -> InstalledModel:
        """Use a model where it lies, under `name` if given; return it, or the one already known.

        Raises ModelFileError, UserError.
        """
        files, _header = _read_for_import(path)
        first = files[0]
        with self._lock, _explained("link", path):
            for model in self.list():
                if _same_file(model.path, first):
                    return model
            taken = {model.name.casefold() for model in self.list()}

            def with_it(links: tuple[Link, ...]) -> tuple[Link, ...]:
                if any(link.path == str(first) for link in links):  # another window was quicker
                    return links
                free = _free_name(plain(name) or _stem(first), taken | {link.name.casefold() for link in links})
                return (*links, Link(free, str(first)))

            self._change_links(with_it)
        return self._named(first)

    def take_in(self, path: Path, hashes: tuple[str, ...]) -> InstalledModel:
        """Return the model of files that were put whole into the models folder, each hashed on its way.

        Raises ModelFileError where it is gone again.
        """
        model = self._named(path)
        with _explained("take in", path):
            for file, sha256 in zip(model.files, hashes, strict=False):
                self._remember_hash(file, sha256)
        return model

    def remove(self, name: str) -> int:
        """Remove the model of that name and return the bytes freed; a linked one is only forgotten (0 bytes).

        Raises ModelMissing, UserError.
        """
        with self._lock:
            models = self.list()
            model = next((one for one in models if one.name == name), None)
            if model is None:
                raise ModelMissing(f"No model is called “{plain(name)}”.", *_what_else(name, models))
            with _explained("remove", model.path):
                if model.linked:
                    self._change_links(lambda links: tuple(link for link in links if link.name != name))
                    return 0
                freed = 0
                for file in model.files:
                    size = file.stat().st_size
                    file.unlink()
                    freed += size
                return freed

    # ---------------------------------------------------------------- hashing

    def sha256(
        self,
        model: InstalledModel,
        on_progress: Callable[[int, int], None] | None = None,
        cancel: Stop | None = None,
        *,
        anew: bool = False,
    ) -> tuple[str, ...]:
        """Return the SHA-256 of each of the model's files, from the notes where the file is unchanged.

        `anew` reads the files whatever the notes say. Raises UserError where a file cannot be read, Cancelled.
        """
        with _explained("check", model.path):
            progress = _Progress(on_progress, sum(file.stat().st_size for file in model.files))
            return tuple(self._hash_of(file, progress, cancel, anew=anew) for file in model.files)

    def check_untouched(self, model: InstalledModel) -> None:
        """Refuse a model whose files are not the ones any more whose headers were read. Raises ModelFileError."""
        with _explained("look at", model.path):
            if any(stamp_of(file.stat()) != stamp for file, stamp in zip(model.files, model.stamps, strict=False)):
                raise ModelFileError(f"“{model.title}” changed while it was looked at.", "", "Try again.")

    def known_sha256(self, model: InstalledModel) -> tuple[str, ...]:
        """Return the hashes already worked out for the files as they are now, or nothing; reads no model file."""
        known = tuple(self._known_hash(file) for file in model.files)
        return known if all(known) else ()

    def _hash_of(self, file: Path, progress: _Progress, cancel: Stop | None, *, anew: bool = False) -> str:
        known = "" if anew else self._known_hash(file, untouched=True)
        if known:
            progress(file.stat().st_size)
            return known
        before = file.stat()
        sha256 = hash_file(file, progress, cancel)
        after = file.stat()
        same = (before.st_size, before.st_mtime_ns, before.st_ctime_ns)
        if same == (after.st_size, after.st_mtime_ns, after.st_ctime_ns):
            self._remember_hash(file, sha256)
        return sha256

    def _known_hash(self, file: Path, *, untouched: bool = False) -> str:
        """Return the hash noted for the file; only where nobody has touched it since, if that is asked."""
        try:
            now = file.stat()
            note = self._hashes().hashes.get(str(file.absolute()))
        except OSError:
            return ""
        if note is None or (note.size, note.mtime_ns) != (now.st_size, now.st_mtime_ns):
            return ""
        return "" if untouched and note.ctime_ns != now.st_ctime_ns else note.sha256

    def _remember_hash(self, file: Path, sha256: str) -> None:
        """Note a hash; a cache that cannot be written only costs hashing again."""
        now = file.stat()
        note = Hash(now.st_size, now.st_mtime_ns, sha256, now.st_ctime_ns)

        def with_it(noted: Hashes) -> Hashes:
            hashes = {**noted.hashes, str(file.absolute()): note}
            return Hashes(dict(list(hashes.items())[-HASHES_KEPT:]))

        with contextlib.suppress(OSError):
            change_notes(self._hashes_file, Hashes, with_it, must_be_read=False)

    def _hashes(self) -> Hashes:
        try:
            return read_notes(self._hashes_file, Hashes)
        except msgspec.DecodeError:
            return Hashes()  # a cache: what cannot be read is worked out again

    # ---------------------------------------------------------------- pieces

    def _links(self) -> Links:
        try:
            return read_notes(self._links_file, Links)
        except (OSError, msgspec.MsgspecError) as error:
            raise self._unreadable(error) from error

    def _change_links(self, change: Callable[[tuple[Link, ...]], tuple[Link, ...]]) -> None:
        """Write what `change` makes of the links, whatever another window does meanwhile. Raises OSError, UserError."""
        try:
            change_notes(self._links_file, Links, lambda noted: Links(change(noted.links)))
        except msgspec.MsgspecError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> UserError:
        return UserError(
            "The list of linked models cannot be read.", f"{error}.", f"Mend or remove {self._links_file}."
        )

    def _paths_in_folder(self) -> Iterator[Path]:
        """Yield each model's first file, in the folder and one level below, in a settled order."""
        try:
            inside = sorted(self._folder.iterdir())
            below = [file for sub in inside if sub.is_dir() for file in sorted(sub.iterdir())]
        except FileNotFoundError:
            return
        except OSError as error:
            raise UserError(
                "The models folder cannot be read.", f"{self._folder}: {error.strerror}.", "Check its permissions."
            ) from error
        seen: set[str] = set()
        for path in (*inside, *below):
            if path.suffix.lower() != ".gguf" or path.is_dir():
                continue
            split = SPLIT_NAME.fullmatch(path.name)
            group = str(path.parent / split["stem"] / split["parts"]) if split else str(path)
            if group not in seen:
                seen.add(group)
                yield path

    def _look_at(self, path: Path, name: str, *, linked: bool) -> InstalledModel:
        """Return what lies at `path`; kept for as long as nobody touches the file."""
        try:
            key = (str(path), stamp_of(path.stat()))
        except (OSError, ValueError):
            return _examine(path, name, linked=linked)
        kept = self._read.get(key)
        if kept is not None and kept.name == name and kept.linked == linked and all(map(Path.exists, kept.files)):
            return kept
        model = _examine(path, name, linked=linked)
        if len(model.files) == 1 and not model.problem:
            self._read[key] = model
        return model

    def _from_path(self, path: Path, models: Sequence[InstalledModel]) -> InstalledModel:
        known = next((model for model in models if any(_same_file(file, path) for file in model.files)), None)
        if known is not None:
            return known
        files, header = read_model(path)
        problem = why_not_run(header)
        return InstalledModel(
            _stem(path), title_of(header), files, header.file_bytes, header, str(problem or ""), linked=True
        )

    def _named(self, path: Path) -> InstalledModel:
        for model in self.list():
            if _same_file(model.path, path):
                return model
        raise refuse(path, "It disappeared while it was imported.")

    def _already_here(self, files: tuple[Path, ...], progress: _Progress, cancel: Stop | None) -> InstalledModel | None:
        """Return the installed model with the same content: the same files, or the same sizes and then hashes."""
        sizes = tuple(file.stat().st_size for file in files)
        alike = []
        for model in self.list():
            if _same_file(model.path, files[0]):
                return model
            with contextlib.suppress(OSError):  # a linked file that is gone is not the same
                if not model.linked and tuple(file.stat().st_size for file in model.files) == sizes:
                    alike.append(model)
        if not alike:
            return None
        hashes = tuple(self._hash_of(file, progress, cancel) for file in files)
        return next((model for model in alike if self.sha256(model, None, cancel) == hashes), None)

    def _targets(self, files: tuple[Path, ...]) -> tuple[Path, ...]:
        """Return where the copies go: under their own names, or numbered where those are taken."""
        taken = {file.name.casefold() for file in self._folder.iterdir()} | {
            f"{model.name}.gguf".casefold() for model in self.list()
        }
        number = 1
        while True:
            names = [_numbered(file.name, number) for file in files]
            if not any(name.casefold() in taken for name in names):
                return tuple(self._folder / name for name in names)
            number += 1


class _Progress:
    """Adds up bytes and tells the caller."""

    def __init__(self, tell: Callable[[int, int], None] | None, total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = 0

    def __call__(self, more: int) -> None:
        self._done += more
        if self._tell is not None:
            self._tell(min(self._done, self._total), self._total)

    def restart(self) -> None:
        self._done = 0


@contextlib.contextmanager
def _explained(verb: str, path: Path) -> Iterator[None]:
    """Turn an OSError into a sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        where = f" ({error.filename})" if error.filename else ""
        raise UserError(
            f"Could not {verb} “{path.name}”.", f"{reason}{where}.", "Check the drive and its permissions."
        ) from error


def _read_for_import(path: Path) -> tuple[tuple[Path, ...], Header]:
    """Return files and header of what may be imported: well formed, even if this version cannot run it."""
    files, header = read_model(path.absolute())
    problem = why_not_run(header)
    if problem is not None and not header.tensors:
        raise problem
    return files, header


def _examine(path: Path, name: str, *, linked: bool) -> InstalledModel:
    try:
        files, header = read_model(path)
    except ModelFileError as error:
        title = title_from_name(path.name) or plain(path.name)
        files = _present_parts(path)
        return InstalledModel(name, title, files, _size(files), None, str(error), linked)
    problem = why_not_run(header)
    return InstalledModel(name, title_of(header), files, header.file_bytes, header, str(problem or ""), linked)


def _present_parts(path: Path) -> tuple[Path, ...]:
    try:
        return parts_of(path)
    except ModelFileError:
        split = SPLIT_NAME.fullmatch(path.name)
        if split is None:
            return (path,)
        alike = f"{split['stem']}-*-of-{split['parts']}"
        return tuple(sorted(file for file in path.parent.iterdir() if file.match(f"{alike}{path.suffix}"))) or (path,)


def _size(files: tuple[Path, ...]) -> int:
    total = 0
    for file in files:
        with contextlib.suppress(OSError):  # a missing file takes no room
            total += file.stat().st_size
    return total


def _stem(path: Path) -> str:
    split = SPLIT_NAME.fullmatch(path.name)
    stem = split["stem"] if split else path.name[:-5] if path.name.lower().endswith(".gguf") else path.name
    return plain(stem) or "model"


def _free_name(stem: str, taken: set[str]) -> str:
    name, number = stem, 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


def _numbered(file_name: str, number: int) -> str:
    if number == 1:
        return file_name if file_name.lower().endswith(".gguf") else f"{file_name}.gguf"
    split = SPLIT_NAME.fullmatch(file_name)
    if split:
        return f"{split['stem']}-{number}-{split['part']}-of-{split['parts']}.gguf"
    return f"{_stem(Path(file_name))}-{number}.gguf"


def _renamed(file_name: str, stem: str) -> str:
    split = SPLIT_NAME.fullmatch(file_name)
    return f"{stem}-{split['part']}-of-{split['parts']}.gguf" if split else f"{stem}.gguf"


def _alike(model: InstalledModel, asked: str) -> bool:
    return asked.casefold() in {model.name.casefold(), model.title.casefold(), f"{model.name}.gguf".casefold()}


def _path(text: str) -> Path | None:
    """Return the absolute path, or None where the text cannot be one."""
    if not text or "\0" in text:
        return None
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:  # "~name" of a user there is not
        return Path(text).absolute()


def _is_file(path: Path) -> bool:
    """Say whether it is a file; what cannot be a path (too long, for one) is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _looks_like_path(text: str) -> bool:
    separators = [os.sep, *([os.altsep] if os.altsep else [])]
    return text.lower().endswith(".gguf") or any(separator in text for separator in separators)


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _what_else(asked: str, models: Sequence[InstalledModel]) -> tuple[str, str]:
    """Return why a name was not found, and what to do."""
    if not models:
        return "No model is installed yet.", "Import one: paddock models import FILE.gguf."
    close = difflib.get_close_matches(asked, [model.name for model in models], n=1, cutoff=0.4)
    names = ", ".join(f"“{model.name}” ({size_in_words(model.size_bytes)})" for model in models[:NAMED])
    return (f"Did you mean “{close[0]}”?" if close else ""), f"Installed: {names}."
