"""The composition root: the one place where Paddock's objects are made and joined."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from paddock.engine.client import EngineClient
from paddock.errors import UserError, VaultLocked
from paddock.fetcher.environment import named_hub
from paddock.models.arrivals import Arrivals
from paddock.models.exchange import finish_exchange
from paddock.models.gate import ModelGate
from paddock.models.installed import InstalledModels
from paddock.models.verifying import Verifier
from paddock.process.leftovers import clear_leftovers, unfinished_folder
from paddock.process.supervisor import worker_command
from paddock.settings import SettingsFile
from paddock.vault.custody import Custody
from paddock.vault.keyring_door import system_keyring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from paddock.chat.reading_ahead import ReadingAhead
    from paddock.chat.service import ChatService
    from paddock.chat.store import ChatStore
    from paddock.engine.cancelling import CancelToken
    from paddock.engine.protocol import Timings
    from paddock.fetcher.client import Errands
    from paddock.home import Home
    from paddock.library.library import Library
    from paddock.library.search_models import InstalledSearchModels
    from paddock.models.about import About
    from paddock.models.catalogue import CatalogueModel
    from paddock.models.downloads import Downloads
    from paddock.models.hub_token import HubToken
    from paddock.models.installed_model import InstalledModel
    from paddock.models.speed import Speedometer
    from paddock.process.supervisor import WorkerCommand
    from paddock.reader.client import ReaderClient
    from paddock.reader.office import OfficeConverter
    from paddock.vault.key import Key
    from paddock.vault.keyring_door import KeyringDoor
    from paddock.vault.vault import Vault


class StarterGetter(Protocol):
    """What gets the starter model (`fetcher.client.StarterFetch`); it exists only where the network may be used."""

    @property
    def times_asked(self) -> int:
        """Return how often it was asked for since the start: as often the network may have been used."""

    @property
    def available(self) -> bool:
        """Return whether it can still be asked for."""

    def fetch(self, on_progress: Callable[[int, int], None], cancel: CancelToken) -> Path:
        """Bring the model into the models folder and return its file. Blocks. Raises UserError, Cancelled."""


class Paddock:
    """A whole program without a face. Everything that a test wants to replace is a parameter.

    Made locked: settings, models, the engine and the key custody are there at once; the vault and what lives in it
    after `unlock` or `set_up`. Raises UserError where the settings or the policy cannot be used, OSError where the
    folders cannot be made.
    """

    def __init__(
        self,
        home: Home,
        *,
        policy_path: Path | None = None,
        keyring: KeyringDoor | None = None,
        engine_command: WorkerCommand | None = None,
        starter: StarterGetter | None = None,
        door: Errands | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        home.make()
        self.home = home
        self._clock = clock
        self.settings = SettingsFile(home.config / "settings.json", policy_path)
        self.models = InstalledModels(home.models, home.config / "links.json", home.cache / "hashes.json")
        self.verifier = Verifier(home.config / "seen_models.json", self.models, clock)
        self.models.hear_copied(self.verifier.take_in)
        finish_exchange(self.models, self.verifier)
        licences = home.config / "accepted_licences.json"
        self.arrivals = Arrivals(home.models, self.models, self.verifier, home.config / "origins.json")
        self.gate = ModelGate(
            self.models, self.verifier, self.settings, self.catalogue, licences, clock, self.arrivals.licence
        )
        self.engine = EngineClient(engine_command or worker_command("engine"))
        self._door = door
        self.starter = starter
        self._reader: ReaderClient | None = None
        self.keyring = keyring if keyring is not None else system_keyring()
        self.custody = Custody(home.vault, self.keyring)
        self.library_put_aside: Path | None = None  # where a damaged store of documents lies since this start
        self._search_models: InstalledSearchModels | None = None
        self._opened: _Opened | None = None

    @property
    def reader(self) -> ReaderClient:
        """Return the reader for single files. Its process starts with the first one."""
        if self._reader is None:
            from paddock.reader.client import ReaderClient  # noqa: PLC0415 - a chat without documents needs none of it

            self._reader = ReaderClient(self._reader_command(), office=self._office)
        return self._reader

    def _reader_command(self) -> WorkerCommand:
        """Return how a reader is started: it is told where the person's own language data lies."""
        command = worker_command("reader")
        return replace(command, argv=(*command.argv, str(self.home.languages)))

    def languages(self) -> tuple[str, ...]:
        """Return the languages that text in pictures can be recognised in, by Tesseract's codes. Looks in folders."""
        from paddock.reader.languages import find_languages, language_folders  # noqa: PLC0415 - as above

        return find_languages(language_folders([self.home.languages])).languages

    def add_language(self, path: Path) -> str:
        """Take in a file of language data; return its language's code. Raises UserError, OSError."""
        from paddock.reader.own_languages import take_in  # noqa: PLC0415 - as above

        code = take_in(path, self.home.languages)
        if self._reader is not None:
            self._reader.close()  # the next one sees it
        return code

    def recognise(self, languages: Sequence[str]) -> None:
        """Recognise text in pictures in these languages from now on."""
        if self._opened is not None:
            self._opened.library.ingest.recognise(languages)

    @cached_property
    def _office(self) -> OfficeConverter:
        from paddock.reader.office import OfficeConverter  # noqa: PLC0415 - as above

        return OfficeConverter(worker_command("office"), self.home.cache)

    @cached_property
    def speeds(self) -> Speedometer:
        """Return what knows how fast models write here."""
        from paddock.models.speed import Speedometer  # noqa: PLC0415 - the window is on the screen before it is needed

        return Speedometer(self.home.cache / "speeds.json", self.models, self._clock)

    def catalogue(self) -> tuple[CatalogueModel, ...]:
        """Return the models worth getting: the shipped ones, and this organisation's. Raises UserError."""
        from paddock.models.catalogue import SHIPPED, read_catalogue  # noqa: PLC0415 - a chat needs none of it

        settings = self.settings.current
        own = [Path(settings.catalog_folder)] if settings.catalog_folder else []
        shipped = [] if settings.catalog_replaces else [SHIPPED]
        return read_catalogue([*shipped, self.home.config / "catalog", *own])

    @cached_property
    def downloads(self) -> Downloads:
        """Return what brings models over the network; without a door it only says why not."""
        from paddock.models.downloads import Downloads  # noqa: PLC0415 - as above
        from paddock.models.not_fetched import network_off  # noqa: PLC0415 - as above

        off = self.settings.current.network == "off"
        return Downloads(
            self._door,
            self.arrivals,
            self.catalogue,
            self.home.config / "unfinished_downloads.json",
            self.hub_token,
            self.gate.check_offer,
            network_off(by_policy="network" in self.settings.governed) if off else None,
            self._bytes_per_second,
        )

    @cached_property
    def hub_token(self) -> HubToken:
        """Return what keeps the token by which the hub knows who fetches."""
        from paddock.models.hub_token import HubToken  # noqa: PLC0415 - as above

        return HubToken(lambda: self.keyring, named_hub(os.environ))

    def _bytes_per_second(self) -> int | None:
        """Return how much may come over the network, as it is set now."""
        limit = self.settings.current.fetch_megabytes_per_second
        return None if limit is None else limit * 1_000_000

    def fetchable_again(self, model: InstalledModel) -> About | None:
        """Return what can be fetched in the place of a damaged model; None where nobody knows. Raises UserError."""
        from paddock.models.mending import fetchable_again  # noqa: PLC0415 - seldom needed

        return fetchable_again(model, self.arrivals, self.verifier, self.catalogue())

    def import_again(
        self, name: str, path: Path, on_progress: Callable[[int, int], None], cancel: CancelToken | None = None
    ) -> InstalledModel:
        """Copy a model file in the place of a damaged one; see `models.mending`. Raises UserError, Cancelled."""
        from paddock.models.mending import import_again  # noqa: PLC0415 - seldom needed

        return import_again(self.models, self.verifier, name, path, on_progress, cancel)

    def rename_model(self, name: str, new_name: str) -> InstalledModel:
        """Give a model another name and keep what is known of it: looks, options, the chats that name it, defaults.

        Raises VaultLocked where a store is there and not open, ModelMissing, UserError, OSError; nothing was renamed
        then.
        """
        from paddock.models.renaming import rename_model  # noqa: PLC0415 - seldom needed

        tell_chats = None if self.custody.state() == "none" else self.chats.rename_model
        return rename_model(self.models, self.verifier, self.settings, tell_chats, name, new_name)

    def use_network(self, *, allowed: bool) -> None:
        """Carry out what was just settled: turned off, nothing is fetched and nobody is left who could, at once.

        Allowed again, it may be used from the next start. Blocks for two seconds at most.
        """
        from paddock.models.not_fetched import network_off  # noqa: PLC0415 - seldom needed

        if allowed:
            self.downloads.open_next_time()
        else:
            self.downloads.shut(network_off(by_policy=False))

    @property
    def times_network_asked(self) -> int:
        """Return how often the network may have been used since this program's start, whatever came of it."""
        asked = 0 if self._door is None else self._door.times_asked
        return asked or (0 if self.starter is None else self.starter.times_asked)

    def move_models(self, to: Path, on_progress: Callable[[int, int], None], cancel: CancelToken) -> int:
        """Move the models folder; return the bytes that are free again where it was.

        The doorkeeper of this start knows the old one alone, and is sent away. Raises UserError where a model is at
        work, Cancelled.
        """
        from paddock.models.moving import move_models  # noqa: PLC0415 - seldom needed

        if self.engine.state in {"answering", "loading"}:
            raise UserError(
                "A model is at work now.", "Its file cannot be moved meanwhile.", "Stop the answer and try again."
            )
        if any(one.state in {"waiting", "running", "checking"} for one in self.downloads.downloads()):
            raise UserError(
                "A model is being fetched now.", "Its folder cannot be moved meanwhile.", "Pause it and try again."
            )
        self.engine.close()
        if self._search_models is not None:
            self._search_models.close()

        def switch() -> None:
            self.home = self.home.with_models(to)

        freed = move_models(self.models, self.verifier, to, switch, on_progress, cancel)
        self.arrivals.use_folder(to)
        self.downloads.send_away()
        return freed

    def note_speed(self, model_name: str, timings: Timings) -> None:
        """Note how fast a model wrote an answer."""
        model = next((one for one in self.models.list() if one.name == model_name), None)
        if model is not None:
            self.speeds.record(model, timings.answer_tokens, timings.answer_ms)

    # ---------------------------------------------------------------- the vault

    @property
    def unlocked(self) -> bool:
        """Tell whether the vault is open."""
        return self._opened is not None

    @property
    def vault(self) -> Vault:
        """Return the open store. Raises VaultLocked."""
        return self._inside().vault

    @property
    def chats(self) -> ChatStore:
        """Return the conversations. Raises VaultLocked."""
        return self._inside().chats

    @property
    def service(self) -> ChatService:
        """Return what asks the model. Raises VaultLocked."""
        return self._inside().service

    @property
    def reading_ahead(self) -> ReadingAhead:
        """Return what looks at a chat's documents before anything is asked. Raises VaultLocked."""
        return self._inside().reading_ahead

    @property
    def library(self) -> Library:
        """Return the documents. Raises VaultLocked."""
        return self._inside().library

    def set_up(self, passphrase: str | None) -> None:
        """Make the key on first use, in the system's keyring or behind a passphrase, and open the new store."""
        key = (
            self.custody.create_with_keyring()
            if passphrase is None
            else self.custody.create_with_passphrase(passphrase)
        )
        self._open(key)

    def unlock(self, passphrase: str | None = None) -> None:
        """Open the store. Raises PassphraseNeeded, WrongPassphrase, KeyLost, VaultDamaged, DiskFull."""
        if not self.unlocked:
            self._open(self.custody.unlock(passphrase))

    def restore_backup(self, backup: Path, passphrase: str | None = None) -> Path:
        """Put a backup in the place of a damaged store and open it; return the folder the damaged one now lies in."""
        from paddock.vault.recovery import restore_backup  # noqa: PLC0415 - hardly ever needed

        aside = restore_backup(self.home.vault, backup, self.custody.unlock(passphrase), self._clock())
        self.unlock(passphrase)
        return aside

    def start_anew(self) -> Path:
        """Put a store that nothing opens any more aside, deleting nothing; return where. `set_up` comes next."""
        from paddock.vault.recovery import start_anew  # noqa: PLC0415 - hardly ever needed

        return start_anew(self.home.vault, self._clock())

    def maintain(self) -> None:
        """Do what is due now and then: the daily backup, removed words out of the index, unfinished model files.

        Each time the one model that was not looked at for longest, a month at least, is hashed again; a changed one is
        refused when it is next asked for. Takes a while. Raises VaultLocked.
        """
        inside = self._inside()
        clear_leftovers(self.home.models)
        clear_leftovers(self.home.config)
        clear_leftovers(self.home.cache)
        inside.chats.tidy()
        inside.vault.backup_if_due()
        model = self.verifier.due()
        if model is not None:
            with suppress(UserError):  # what was found is noted, and told where the model is asked for
                self.verifier.verify(model)

    def lock(self) -> None:
        """Close the store, wipe the key, and end the engine with all it holds in memory."""
        opened, self._opened = self._opened, None
        self.engine.close()
        if self._reader is not None:
            self._reader.close()
        if opened:
            opened.library.close()
            opened.library.vault.lock()
            opened.vault.lock()
        if self._search_models is not None:
            self._search_models.close()

    def close(self) -> None:
        """End everything in order."""
        self.lock()
        if self._door is not None:
            self._door.close()

    # ---------------------------------------------------------------- inside

    def _inside(self) -> _Opened:
        if self._opened is None:
            raise VaultLocked("The store is locked.", "", "Unlock it first.")
        return self._opened

    def _open(self, key: Key) -> None:
        # Imported here: the locked window is on the screen before SQLite is loaded.
        from paddock.chat.consulting import Consultant  # noqa: PLC0415
        from paddock.chat.loading import Loading  # noqa: PLC0415
        from paddock.chat.reading_ahead import ReadingAhead  # noqa: PLC0415
        from paddock.chat.service import ChatService  # noqa: PLC0415
        from paddock.chat.store import ChatStore  # noqa: PLC0415
        from paddock.vault.vault import Vault  # noqa: PLC0415

        library_key = key.copy()
        vault = Vault.open(self.home.vault, key, self._clock)
        chats = ChatStore(vault, self._clock)
        try:
            chats.mark_interrupted()
            library = self._open_or_renew_library(library_key)
        except BaseException:  # damage may lie deeper than opening looks; a half-open store would keep its recovery out
            vault.lock()
            raise
        consultant = Consultant(library)
        loading = Loading(self.engine, self.models, self.settings, self.gate.check_use, self.verifier.same_again)
        service = ChatService(
            chats,
            self.engine,
            loading,
            consultant,
            library=library,
            alone=library.give_way.busy,
            on_timings=self.note_speed,
        )
        reading_ahead = ReadingAhead(chats, self.engine, loading, consultant)
        self._opened = _Opened(vault, chats, service, reading_ahead, library)

    # ---------------------------------------------------------------- documents

    @contextmanager
    def passing_library(self) -> Iterator[Library]:
        """Give an empty library for the block, under a key that nobody keeps; nothing is left of it.

        What a run leaves that was killed within goes with the next one, or with `maintain`.
        """
        from paddock.vault.key import Key  # noqa: PLC0415 - only for questions to single files

        clear_leftovers(self.home.cache)
        with unfinished_folder(self.home.cache, "passing-") as folder:
            library = self._open_library(folder, Key.new())
            try:
                yield library
            finally:
                library.close()
                library.vault.lock()

    def _open_or_renew_library(self, key: Key) -> Library:
        """Open the documents' store. A damaged one is put aside: all in it can be read again from the files."""
        from paddock.errors import VaultDamaged  # noqa: PLC0415 - as above

        try:
            return self._open_library(self.home.library, key.copy())
        except VaultDamaged:
            from paddock.vault.recovery import start_anew  # noqa: PLC0415 - hardly ever needed

            self.library_put_aside = start_anew(self.home.library, self._clock())
            return self._open_library(self.home.library, key.copy())
        finally:
            key.wipe()

    def _open_library(self, folder: Path, key: Key) -> Library:
        from paddock.library.library import Library  # noqa: PLC0415 - as above
        from paddock.library.search_models import InstalledSearchModels  # noqa: PLC0415
        from paddock.library.store import SCHEMA  # noqa: PLC0415
        from paddock.reader.client import ReaderClient  # noqa: PLC0415
        from paddock.vault.vault import Vault  # noqa: PLC0415

        vault = Vault.open(folder, key, self._clock, schema=SCHEMA, keeps_copies=False)
        command = self._reader_command()
        if self._search_models is None:
            self._search_models = InstalledSearchModels(
                self.models,
                worker_command("engine"),
                self.gate.check_use,
                self._preferred_for_search,
                self.verifier.same_again,
            )
        office = self._office
        return Library(
            vault,
            self._clock,
            lambda: ReaderClient(command, gentle=True, office=office),
            ReaderClient(command),
            self._search_models,
            languages=self.settings.current.ocr_languages,
        )

    def _preferred_for_search(self) -> tuple[str, str]:
        return self.settings.current.embedder, self.settings.current.reranker


@dataclass(frozen=True)
class _Opened:
    """What lives behind the key."""

    vault: Vault
    chats: ChatStore
    service: ChatService
    reading_ahead: ReadingAhead
    library: Library
