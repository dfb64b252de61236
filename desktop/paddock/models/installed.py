"""The models on this computer: those in the models folder, and those used where they lie."""

from __future__ import annotations

import contextlib
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paddock.engine.stamp import stamp_of
from paddock.errors import ModelFileError, ModelMissing, ModelTouched, UserError
from paddock.models.card import plain
from paddock.models.installed_model import model_at, whatever_is_at
from paddock.models.known_hashes import KnownHashes
from paddock.models.links import KeptLinks, Link
from paddock.models.meant import exactly_named, model_meant, not_known, only_writer, path_meant
from paddock.models.modelfile import SPLIT_NAME, read_model, why_not_named, why_not_run
from paddock.models.naming import check_name, free_name, name_from, numbered, renamed
from paddock.models.placing import Count, copy_all
from paddock.models.wrong_files import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from paddock.engine.stamp import Stamp
    from paddock.models.installed_model import InstalledModel
    from paddock.models.placing import Stop

_TRIES: Final = 3


class InstalledModels:
    """Lists, finds, imports and removes models. Thread-safe; every call sees what lies on the disk now.

    `folder` holds the copies. `links_file` (settings) remembers files used in place. `hashes_file` (cache) keeps
    SHA-256s, valid for a file's size and time of change. `links` tells of a list of links that was put aside.
    """

    def __init__(self, folder: Path, links_file: Path, hashes_file: Path) -> None:
        self._folder = folder
        self.links = KeptLinks(links_file)
        self._hashes = KnownHashes(hashes_file)
        self._lock = threading.RLock()
        self._read: dict[tuple[str, Stamp], InstalledModel] = {}
        self._on_copied: Callable[[InstalledModel, tuple[str, ...]], None] = lambda _model, _hashes: None

    # ---------------------------------------------------------------- looking

    def list(self) -> Sequence[InstalledModel]:
        """Return all models, good and bad, by title. A link whose file is gone is listed with its problem."""
        with self._lock:
            links = self.links.read()
            taken = {link.name.casefold() for link in links}
            found = [self._look_at(Path(link.path), link.name, linked=True) for link in links]
            for path in self._paths_in_folder():
                name = free_name(name_from(path), taken)
                taken.add(name.casefold())
                found.append(self._look_at(path, name, linked=False))
            return sorted(found, key=lambda model: (model.title.casefold(), model.name))

    def resolve(self, name_or_path: str) -> InstalledModel:
        """Return the model of that name, or the file of that path, installed or not.

        Raises ModelMissing for a name nobody knows, ModelFileError for a path that is no model. A model that is
        found and cannot be run comes back with its `problem`.
        """
        models = self.list()
        known = model_meant(name_or_path, models)
        if known is not None:
            return known
        path = path_meant(name_or_path)
        if path is not None:
            return self._from_path(path, models)
        raise not_known(name_or_path, models)

    def installed(self, name_or_path: str) -> InstalledModel:
        """Return the installed model of that name, or whose file lies at that path.

        What is done to an installed model is never done to one that only has the name of the file that was meant.
        Raises ModelMissing, ModelFileError.
        """
        model = self.resolve(name_or_path)
        if not any(one.files == model.files for one in self.list()):
            raise ModelMissing(f"“{plain(name_or_path)}” is a file, not an installed model.", "", "Import it first.")
        return model

    def default(self, preferred: str = "") -> InstalledModel:
        """Return the preferred model, else the only usable one that writes. Raises ModelMissing, ModelFileError."""
        return self.resolve(preferred) if preferred else only_writer(self.list())

    def embedder(self) -> InstalledModel | None:
        """Return what makes vectors for search, the first by name where there are several; None where nothing does."""
        return next((model for model in self.list() if model.embeds), None)

    @property
    def folder(self) -> Path:
        """Return where the copies lie."""
        return self._folder

    # ---------------------------------------------------------------- changing

    def hear_copied(self, on_copied: Callable[[InstalledModel, tuple[str, ...]], None]) -> None:
        """Tell of each model that is copied here from now on, with its files' hashes; what it raises is not told."""
        self._on_copied = on_copied

    def use_folder(self, folder: Path, hashes: Mapping[Path, str]) -> None:
        """Look for the copies in another folder from now on, where these files have these hashes."""
        with self._lock:
            self._folder = folder
            self._read.clear()
            for file, sha256 in hashes.items():
                self._hashes.remember(file, sha256)

    def import_copy(
        self, path: Path, on_progress: Callable[[int, int], None] | None = None, cancel: Stop | None = None
    ) -> InstalledModel:
        """Copy a model (all its parts) into the models folder; return it, or the one already there.

        `on_progress` hears bytes done and bytes in all. Raises ModelFileError, UserError, Cancelled.
        """
        return self._import(path, _files_to_import(path), on_progress, cancel)

    def _import(
        self,
        path: Path,
        files: tuple[Path, ...],
        on_progress: Callable[[int, int], None] | None,
        cancel: Stop | None,
        *,
        anew: bool = False,
    ) -> InstalledModel:
        """Copy these files, or find them here; `anew`: by reading both again, whatever was noted of their hashes."""
        with _explained("import", path):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            progress = Count(on_progress, sum(file.stat().st_size for file in files))
            for _ in range(_TRIES - 1):
                with contextlib.suppress(FileExistsError):  # another window was quicker: it may have brought the same
                    return self._named(self._copied_or_there(files, progress, cancel, anew=anew))
            return self._named(self._copied_or_there(files, progress, cancel, anew=anew))

    def import_move(
        self, path: Path, on_progress: Callable[[int, int], None] | None = None, cancel: Stop | None = None
    ) -> InstalledModel:
        """Import a model by copy, and remove its files where they lay once the copy is whole; return it.

        What is used in place or lies in the models folder stays. Files that are to be removed for a copy that is here
        are read again with it, whatever was noted. Raises ModelFileError, UserError, also where a file changed while it
        was copied, Cancelled.
        """
        files = _files_to_import(path)
        with _explained("move", path):
            before = [stamp_of(file.stat()) for file in files]
            model = self._import(path, files, on_progress, cancel, anew=True)
            if [stamp_of(file.stat()) for file in files] != before:
                raise UserError(
                    f"“{path.name}” stays where it lies.", "It changed while it was copied.", "Import it again."
                )
            if not model.linked and not any(_same_file(mine, file) for mine in model.files for file in files):
                for file in files:
                    file.unlink()
        return model

    def rename(self, name: str, new_name: str) -> InstalledModel:
        """Give a model another name: its files in the models folder, or the name of a link; return it.

        Raises ModelMissing, UserError where the name is taken or cannot be a file's.
        """
        check_name(new_name)
        with self._lock:
            models = self.list()
            model = exactly_named(name, models)
            if any(one.name.casefold() == new_name.casefold() for one in models if one.name != name):
                raise UserError(f"Another model is called “{new_name}”.", "", "Choose another name.")
            if model.linked:
                with _explained("rename", model.path):
                    self.links.change(
                        lambda links: tuple(Link(new_name, one.path) if one.name == name else one for one in links)
                    )
                return self._named(model.path)
            known = [(self._hashes.known(file), self._hashes.known(file, untouched=True)) for file in model.files]
            targets = [file.with_name(renamed(file.name, new_name)) for file in model.files]
            with _explained("rename", model.path):
                pairs = tuple(zip(model.files, targets, strict=True))
                if any(target.exists() and not _same_file(file, target) for file, target in pairs):
                    raise UserError(f"Another model is called “{new_name}”.", "", "Choose another name.")
                with contextlib.ExitStack() as undoing:
                    for file, target in pairs:
                        file.rename(target)
                        undoing.callback(target.rename, file)
                    undoing.pop_all()
            for target, (sha256, untouched) in zip(targets, known, strict=True):
                if sha256:
                    self._hashes.remember(target, sha256, untouched=bool(untouched))
            return self._named(targets[0])

    def import_link(self, path: Path, name: str = "") -> InstalledModel:
        """Use a model where it lies, under `name` if given; return it, or the one already known.

        Raises ModelFileError, UserError, also where that cannot be a model's name.
        """
        if name:
            check_name(name)
        files = _files_to_import(path)
        first = files[0]
        with self._lock, _explained("link", path):
            for model in self.list():
                if _same_file(model.path, first):
                    return model
            taken = {model.name.casefold() for model in self.list()}

            def with_it(links: tuple[Link, ...]) -> tuple[Link, ...]:
                if any(link.path == str(first) for link in links):  # another window was quicker
                    return links
                free = free_name(name or name_from(first), taken | {link.name.casefold() for link in links})
                return (*links, Link(free, str(first)))

            self.links.change(with_it)
        return self._named(first)

    def take_in(self, path: Path, hashes: tuple[str, ...]) -> InstalledModel:
        """Return the model of files that were put whole into the models folder, each hashed on its way.

        Raises ModelFileError where it is gone again.
        """
        model = self._named(path)
        with _explained("take in", path):
            for file, sha256 in zip(model.files, hashes, strict=False):
                self._hashes.remember(file, sha256)
        return model

    def remove(self, name: str) -> int:
        """Remove the model of that name and return the bytes freed; a linked one is only forgotten (0 bytes).

        Raises ModelMissing, UserError.
        """
        with self._lock:
            models = self.list()
            model = exactly_named(name, models)
            with _explained("remove", model.path):
                if model.linked:
                    self.links.change(lambda links: tuple(link for link in links if link.name != name))
                    return 0
                freed = 0
                for file in model.files:
                    found = file.lstat()
                    file.unlink()
                    freed += 0 if stat.S_ISLNK(found.st_mode) else found.st_size
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
            progress = Count(on_progress, sum(file.stat().st_size for file in model.files))
            return tuple(self._hashes.of(file, progress, cancel, anew=anew) for file in model.files)

    def check_untouched(self, model: InstalledModel) -> None:
        """Refuse a model whose files are not the ones any more whose headers were read.

        Raises ModelTouched where they may hold the same, ModelFileError.
        """
        with _explained("look at", model.path):
            now = [stamp_of(file.stat()) for file in model.files]
        changed = [(here, was) for here, was in zip(now, model.stamps, strict=False) if here != was]
        if changed:
            told = ModelTouched if all(here.is_only_touched(was) for here, was in changed) else ModelFileError
            raise told(f"“{model.title}” changed while it was looked at.", "", "Try again.")

    def known_sha256(self, model: InstalledModel) -> tuple[str, ...]:
        """Return the hashes already worked out for the files as they are now, or nothing; reads no model file."""
        known = tuple(self._hashes.known(file) for file in model.files)
        return known if all(known) else ()

    # ---------------------------------------------------------------- pieces

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
            return whatever_is_at(path, name, linked=linked)
        kept = self._read.get(key)
        if kept is not None and kept.name == name and kept.linked == linked and all(map(Path.exists, kept.files)):
            return kept
        model = whatever_is_at(path, name, linked=linked)
        if len(model.files) == 1 and not model.problem:
            self._read[key] = model
        return model

    def _from_path(self, path: Path, models: Sequence[InstalledModel]) -> InstalledModel:
        known = next((model for model in models if any(_same_file(file, path) for file in model.files)), None)
        if known is not None:
            return known
        return model_at(path, name_from(path), linked=True)

    def _named(self, path: Path) -> InstalledModel:
        for model in self.list():
            if _same_file(model.path, path):
                return model
        raise refuse(path, "It disappeared while it was imported.")

    def _copied_or_there(self, files: tuple[Path, ...], progress: Count, cancel: Stop | None, *, anew: bool) -> Path:
        """Copy the files and return where the first lies now, or lay already. Raises OSError, UserError, Cancelled."""
        present = self._already_here(files, progress, cancel, anew=anew)
        if present is not None:
            return present.path
        progress.restart()
        targets = self._targets(files)
        hashes = copy_all(tuple(zip(files, targets, strict=True)), progress, cancel)
        for target, sha256 in zip(targets, hashes, strict=True):
            self._hashes.remember(target, sha256)
        with contextlib.suppress(UserError):  # the model is here all the same
            self._on_copied(self._named(targets[0]), hashes)
        return targets[0]

    def _already_here(
        self, files: tuple[Path, ...], progress: Count, cancel: Stop | None, *, anew: bool
    ) -> InstalledModel | None:
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
        hashes = tuple(self._hashes.of(file, progress, cancel, anew=anew) for file in files)
        return next((model for model in alike if self.sha256(model, None, cancel, anew=anew) == hashes), None)

    def _targets(self, files: tuple[Path, ...]) -> tuple[Path, ...]:
        """Return where the copies go: under their own names, or numbered where those are taken."""
        taken = {file.name.casefold() for file in self._folder.iterdir()} | {
            f"{model.name}.gguf".casefold() for model in self.list()
        }
        number = 1
        while True:
            names = [numbered(file.name, number) for file in files]
            if not any(name.casefold() in taken for name in names):
                return tuple(self._folder / name for name in names)
            number += 1


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


def _files_to_import(path: Path) -> tuple[Path, ...]:
    """Return the files of what may be imported: well formed, even if this version cannot run it."""
    files, header = read_model(path.absolute())
    nameless = why_not_named(files[0])
    if nameless is not None:
        raise nameless
    problem = why_not_run(header)
    if problem is not None and not header.tensors:
        raise problem
    return files


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
