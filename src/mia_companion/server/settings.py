"""Where the server keeps things and what it refuses to swallow: `environment.variables` is the table.

How staff sign in has settings of its own, `login.settings`, and so has what sends reminders,
`reminders.settings`. So has who answers for accessibility: `device.statement.operator`, since a
web process alone needs it too.

A push may be as long as `wire.sync.MAX_PUSH_BYTES`, a blob as `domain.blobs.MAX_BLOB_BYTES`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import platformdirs
import sqlalchemy as sa

from mia_companion.environment.said import BadSetting, Said
from mia_companion.server.app_versions import Version, least_version
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.reminders.settings import ReminderSettings
from mia_companion.server.watching.settings import WatchingSettings


@dataclass(frozen=True)
class Settings:
    """Paths and URL left empty follow `data_dir`."""

    data_dir: Path
    database_url: str = field(default="", repr=False)
    """May hold a password: no representation shows it."""
    key_dir: Path | None = None
    ledger: Path | None = None
    kek_file: Path | None = None
    kms_url: str = ""
    kms_token_file: Path | None = None
    max_json_bytes: int = 64 * 1024
    blob_quota_bytes: int = 200 * 1024 * 1024
    argon2_memory_kib: int = 64 * 1024
    requests_per_second: int = 50
    log_level: str = "info"
    behind_tls: bool = False
    least_app_version: Version = ()
    watching: WatchingSettings = field(default_factory=WatchingSettings)
    login: LoginSettings = field(default_factory=LoginSettings)
    reminders: ReminderSettings = field(default_factory=ReminderSettings)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings that the environment gives. Raises BadSetting on what could only be a mistake."""
        said = Said(environment)
        made = cls(
            data_dir=said.path("MIA_DATA_DIR")
            or Path(platformdirs.user_data_dir("mia-companion-server")),
            database_url=_database(said.text("MIA_DATABASE_URL")),
            key_dir=said.path("MIA_KEY_DIR"),
            ledger=said.path("MIA_LEDGER"),
            kek_file=said.path("MIA_KEK_FILE"),
            kms_url=said.text("MIA_KMS_URL"),
            kms_token_file=said.path("MIA_KMS_TOKEN_FILE"),
            max_json_bytes=said.count("MIA_MAX_JSON_BYTES"),
            blob_quota_bytes=said.count("MIA_BLOB_QUOTA_BYTES"),
            argon2_memory_kib=said.count("MIA_ARGON2_MEMORY_KIB"),
            requests_per_second=said.count("MIA_REQUESTS_PER_SECOND"),
            log_level=said.text("MIA_LOG_LEVEL"),
            behind_tls=said.text("MIA_BEHIND_TLS") == "1",
            least_app_version=least_version(said.text("MIA_LEAST_APP_VERSION")),
            watching=WatchingSettings.from_environment(environment),
            login=LoginSettings.from_environment(environment),
            reminders=ReminderSettings.from_environment(environment),
        )
        if made.kms_url and made.kms_token_file is None:
            raise BadSetting("MIA_KMS_URL needs MIA_KMS_TOKEN_FILE.")
        return made

    @property
    def url(self) -> str:
        """The database's SQLAlchemy URL."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'server.db'}"

    @property
    def keys(self) -> Path:
        """The folder of the file key store."""
        return self.key_dir or self.data_dir / "keys"

    @property
    def kek(self) -> Path:
        """The file of what wraps the keys."""
        return self.kek_file or self.data_dir / "kek.json"

    @property
    def ledger_file(self) -> Path:
        """The ledger's file."""
        return self.ledger or self.data_dir / "ledger.jsonl"


def _database(url: str) -> str:
    """Checked as far as can be without asking it; may hold a password, of which nothing is told."""
    try:
        driver = sa.make_url(url).drivername if url else ""
    except (sa.exc.ArgumentError, ValueError):
        driver = "none"
    if driver not in ("", "sqlite+aiosqlite", "postgresql+asyncpg"):
        raise BadSetting(
            "MIA_DATABASE_URL begins with sqlite+aiosqlite:/// or postgresql+asyncpg:// and is an"
            " address; what it says is none."
        )
    return url
