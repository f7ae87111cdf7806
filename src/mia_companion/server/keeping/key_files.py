"""A key's file: its versions, each wrapped, and which of them is used.

    (empty)                                       destroyed, for good
    32 bytes                                      one version, not wrapped: as it was before keys were
    {"form":2,"use":2,"versions":[{"number":1,"by":"1-9f86d081","text":"…","since":"2026-…"},…]}

A version is first there and for good, and then used: `use` names one that no power cut takes away.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


def read_key_file(raw: bytes) -> KeyFile:
    """What the content says. Raises ValueError."""
    if not raw:
        return KeyFile()
    if len(raw) == KEY_BYTES:
        return KeyFile((Version(FIRST, raw),))
    try:
        said = json.loads(raw)
        versions = tuple(
            Version(
                number=int(one["number"]),
                kept=Wrapped(str(one["by"]), str(one["text"])),
                since=datetime.fromisoformat(one["since"]) if one["since"] else None,
            )
            for one in said["versions"]
        )
        if said["form"] != 2 or said["use"] not in {one.number for one in versions}:
            raise ValueError(said["form"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("not a key") from error
    return KeyFile(versions, int(said["use"]))
