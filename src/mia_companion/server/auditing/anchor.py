"""The newest line of the audit that was ever written, in a file beside the ledger.

The chain shows a line that was changed or taken out of its middle; that lines were cut off its end only
something outside the database can know. Nobody writes this file without the key; whoever can put an older
copy of it back beside an older copy of the database is found only by a head that was kept elsewhere.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from mia_companion.server.disk import sync_folder, write_new
from mia_companion.server.locks import file_lock
from mia_companion.server.macs import mac, same


class AnchorBroken(Exception):
    """The file is not as this server wrote it."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest line: its number and its MAC in hex; 0 and nothing before the first."""

    number: int = 0
    mac: str = ""


class Anchor:
    """The file, shared by every process of one server. Its calls block: a flush is about 1 ms."""

    def __init__(self, ledger_file: Path, key: bytes) -> None:
        self._file = ledger_file.with_name(ledger_file.name + ".audit")
        self._lock = ledger_file.with_name(ledger_file.name + ".audit.lock")
        self._key = key

    def read(self) -> Head | None:
        """The newest line, or None where there is no file. Raises AnchorBroken."""
        try:
            said = json.loads(self._file.read_bytes())
            head, tag = Head(int(said["number"]), str(said["mac"])), str(said["tag"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            raise AnchorBroken from error
        if not same(self._tag(head).encode(), tag.encode()):
            raise AnchorBroken
        return head

    def move(self, head: Head) -> None:
        """Move ahead; where another process has moved it farther, it stays."""
        with file_lock(self._lock):
            there = self.read()
            if there is not None and there.number < head.number:
                self._write(head)

    def put(self, head: Head) -> None:
        """Begin anew: at the very first start, or from what a restored database has."""
        with file_lock(self._lock):
            self._write(head)

    def _write(self, head: Head) -> None:
        said = {"number": head.number, "mac": head.mac, "tag": self._tag(head)}
        draft = self._file.with_suffix(".audit-draft")
        draft.unlink(missing_ok=True)
        write_new(draft, json.dumps(said).encode())
        os.replace(draft, self._file)
        sync_folder(draft.parent)

    def _tag(self, head: Head) -> str:
        return mac(self._key, "anchor", str(head.number), head.mac).hex()
