"""Where the server keeps things and what it refuses to swallow.

| variable | default | what it is |
|---|---|---|
| `MIA_DATA_DIR` | the platform's data folder | everything below lies here unless said otherwise |
| `MIA_DATABASE_URL` | `sqlite+aiosqlite:///<data>/server.db` | or `postgresql+asyncpg://…` |
| `MIA_KEY_DIR` | `<data>/keys` | data keys; back it up apart from the database, and for a short time |
| `MIA_KEK_FILE` | `<data>/kek.json` | what wraps the data keys; let it lie on another disk than they do |
| `MIA_KMS_URL` | | instead of that file, a transit key elsewhere: `https://…/v1/transit/keys/NAME` |
| `MIA_KMS_TOKEN_FILE` | | the file with the token for it |
| `MIA_LEDGER` | `<data>/ledger.jsonl` | erasures and removals; never restored with the database |
| `MIA_MAX_JSON_BYTES` | 65 536 | the longest body of a small request |
| `MIA_BLOB_QUOTA_BYTES` | 209 715 200 | the bytes of all blobs of one journal |
| `MIA_ARGON2_MEMORY_KIB` | 65 536 | memory for hashing one password |
| `MIA_REQUESTS_PER_SECOND` | 50 | of one device for long, sixty times that at once; 0 is no limit |
| `MIA_LOG_LEVEL` | `info` | `info` has a line for every request, `warning` only for what is wrong |
| `MIA_LEAST_APP_VERSION` | | `x.y.z`: apps before that version must be updated before they send or fetch |
| `MIA_BEHIND_TLS` | no | `1` tells browsers to come by TLS only, for two years, here and to names below |

How staff sign in has a table of its own, `login.settings`, and so has what sends reminders,
`reminders.settings`. So has who answers for accessibility: `device.statement.operator`, since a
web process alone needs it too.

Processes that share a database share the keys and the ledger too.

A push may be as long as `wire.sync.MAX_PUSH_BYTES`, a blob as `domain.blobs.MAX_BLOB_BYTES`.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import platformdirs

from mia_companion.server.app_versions import Version, least_version
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.reminders.settings import ReminderSettings


@dataclass(frozen=True)
class Settings:
    """See the table above. Paths and URL left empty follow `data_dir`."""

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
    login: LoginSettings = field(default_factory=LoginSettings)
    reminders: ReminderSettings = field(default_factory=ReminderSettings)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings that the environment gives. Raises ValueError on what is none of what it has to be."""
        said = environment.get
        key_dir, ledger = said("MIA_KEY_DIR"), said("MIA_LEDGER")
        kek, token = said("MIA_KEK_FILE"), said("MIA_KMS_TOKEN_FILE")
        return cls(
            data_dir=Path(
                said("MIA_DATA_DIR") or platformdirs.user_data_dir("mia-companion-server")
            ),
            database_url=said("MIA_DATABASE_URL", ""),
            key_dir=Path(key_dir) if key_dir else None,
            ledger=Path(ledger) if ledger else None,
            kek_file=Path(kek) if kek else None,
            kms_url=said("MIA_KMS_URL", ""),
            kms_token_file=Path(token) if token else None,
            max_json_bytes=int(said("MIA_MAX_JSON_BYTES") or cls.max_json_bytes),
            blob_quota_bytes=int(said("MIA_BLOB_QUOTA_BYTES") or cls.blob_quota_bytes),
            argon2_memory_kib=int(said("MIA_ARGON2_MEMORY_KIB") or cls.argon2_memory_kib),
            requests_per_second=int(said("MIA_REQUESTS_PER_SECOND") or cls.requests_per_second),
            log_level=_level(said("MIA_LOG_LEVEL") or cls.log_level),
            behind_tls=said("MIA_BEHIND_TLS", "") == "1",
            least_app_version=least_version(said("MIA_LEAST_APP_VERSION", "")),
            login=LoginSettings.from_environment(environment),
            reminders=ReminderSettings.from_environment(environment),
        )

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


def _level(said: str) -> str:
    if said not in ("debug", "info", "warning", "error"):
        raise ValueError("MIA_LOG_LEVEL is debug, info, warning or error")
    return said
