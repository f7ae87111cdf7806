"""A key's file: its versions, each wrapped, and which of them is used.

    (empty)                                       destroyed, for good
    32 bytes                                      one version, not wrapped: as it was before keys were
    {"form":2,"use":2,"versions":[{"number":1,"by":"1-9f86d081","text":"…","since":"2026-…"},…]}

A version is first there and for good, and then used: `use` names one that no power cut takes away.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, PositiveInt

from mia_companion.domain.entries import Frozen
from mia_companion.server.keeping.key_service import Wrapped
from mia_companion.server.keys import KEY_BYTES

FIRST = 1


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a key. `since` when it has been there, None for one of which nobody knows; `kept` is
    it wrapped, or plain where it never was."""

    number: int
    kept: Wrapped | bytes
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What such a file says. Without versions the key was destroyed."""

    versions: tuple[Version, ...] = ()
    use: int = FIRST

    def write(self) -> bytes:
        """The file's content. Raises TypeError for a version that is not wrapped."""
        if not self.versions:
            return b""
        versions: list[dict[str, Any]] = []
        for one in self.versions:
            if not isinstance(one.kept, Wrapped):
                raise TypeError("a version is not wrapped")
            since = one.since.isoformat() if one.since else None
            versions.append({"number": one.number, **one.kept._asdict(), "since": since})
        said = {"form": 2, "use": self.use, "versions": versions}
        return json.dumps(said, separators=(",", ":")).encode()


class _Version(Frozen):
    number: PositiveInt
    by: str
    text: str
    since: AwareDatetime | None


class _File(Frozen):
    form: Literal[2]
    use: PositiveInt
    versions: tuple[_Version, ...]


def read_key_file(raw: bytes) -> KeyFile:
    """What the content says. Raises ValueError."""
    if not raw:
        return KeyFile()
    if len(raw) == KEY_BYTES:
        return KeyFile((Version(FIRST, raw),))
    said = _File.model_validate_json(raw)
    numbers = [one.number for one in said.versions]
    if numbers != sorted(set(numbers)) or said.use not in numbers:
        raise ValueError("its versions are not in their order")
    return KeyFile(
        tuple(Version(one.number, Wrapped(one.by, one.text), one.since) for one in said.versions),
        said.use,
    )
