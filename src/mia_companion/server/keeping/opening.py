"""The key store that the settings name: its folder, and what wraps the keys in it."""

from contextlib import suppress
from datetime import datetime

from mia_companion.environment.said import BadSetting
from mia_companion.server.disk import make_folder, sync_folder, write_new
from mia_companion.server.keeping.kek_file import FileKeyService
from mia_companion.server.keeping.key_service import DataKey, KeyService, Wrapped
from mia_companion.server.keeping.key_store import FileKeyStore, OnlyRead
from mia_companion.server.keeping.transit import TransitKeyService
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings


class Moving:
    """Keys move from a file's versions to a service elsewhere: that wraps, and both open."""

    def __init__(self, old: FileKeyService, new: KeyService) -> None:
        self._old, self._new = old, new
        self.current, self.encrypt, self.rotate = new.current, new.encrypt, new.rotate

    def generate_data_key(self, bound: str) -> DataKey:
        """See `KeyService`."""
        return self._new.generate_data_key(bound)

    def decrypt(self, wrapped: Wrapped, bound: str) -> bytes:
        """See `KeyService`."""
        return self._whose(wrapped.by).decrypt(wrapped, bound)

    def schedule_deletion(self, older_than: str, at: datetime) -> None:
        """See `KeyService`. The file is its owner's to destroy."""
        self._new.schedule_deletion(older_than, at)

    def _whose(self, version: str) -> KeyService:
        return self._old if "-" in version else self._new


def open_keys(settings: Settings, around: Surroundings) -> FileKeyStore:
    """The store, ready. The file that wraps is made at the very first start and never again: where keys
    have been wrapped and it is away, using them raises KeysMissing."""
    wrapped = settings.keys / "wrapped"
    if not wrapped.exists():
        if not settings.kms_url:
            FileKeyService(settings.kek, around).begin()
        make_folder(settings.keys, 0o700)
        with suppress(FileExistsError):  # another process starts, too
            write_new(wrapped, b"")
        sync_folder(settings.keys)
    return FileKeyStore(settings.keys, service_of(settings, around), around)


def open_to_read(settings: Settings, around: Surroundings) -> OnlyRead:
    """The store, for whoever makes and destroys nothing."""
    return OnlyRead(settings.keys, service_of(settings, around), around)


def service_of(settings: Settings, around: Surroundings) -> KeyService:
    """What wraps the keys. Raises BadSetting for settings that do not belong together."""
    file = FileKeyService(settings.kek, around)
    if not settings.kms_url:
        return file
    if settings.kms_token_file is None:
        raise BadSetting("MIA_KMS_URL needs MIA_KMS_TOKEN_FILE.")
    away = TransitKeyService(settings.kms_url, settings.kms_token_file, around.randomness)
    return Moving(file, away) if settings.kek.exists() else away
