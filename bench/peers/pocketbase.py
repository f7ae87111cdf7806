"""PocketBase in its default set-up, which flushes with `synchronous = NORMAL`.

A collection of entries whose rules ask who calls, as one would write them; the batch API is turned on.
"""

import itertools
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import httpx
from pydantic_core import from_json, to_json

from bench.peers.load import Client, request
from bench.peers.processes import free_port, peers_program, serving
from bench.peers.records import Author, Records, fields, fresh_ids, pattern_of
from bench.peers.sides import BATCH, BEFORE, BEHIND, READERS, WRITERS, wanted

_EMAIL, _PASSWORD = "root@bench.example", "a-long-password"
RECORDS = "/api/collections/entries/records"
_AT_ONCE, _PAGE = 200, 1000
_MINE = '@request.auth.id != "" && journal = @request.auth.journal'


@contextmanager
def pocketbase(folder: Path) -> Iterator["PocketBase"]:
    """A server with its data in that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    program, port = peers_program("pocketbase"), free_port()
    where: list[str | Path] = [f"--{one}={folder / name}" for one, name in _FOLDERS.items()]
    made: list[str | Path] = [program, "superuser", "upsert", _EMAIL, _PASSWORD, *where]
    subprocess.run(made, check=True, capture_output=True)
    command: list[str | Path] = [program, "serve", f"--http=127.0.0.1:{port}", *where]
    with serving(command, port, folder) as pid:
        yield PocketBase(port, pid, _World(port).furnish())


_FOLDERS = {
    "dir": "data", "publicDir": "public", "hooksDir": "hooks", "migrationsDir": "migrations",
}  # fmt: skip


class PocketBase:
    """See `sides.Side`."""

    def __init__(self, port: int, pid: int, world: "_World") -> None:
        self.port, self.pid = port, pid
        self._world = world
        self.long = world.long
        """Who may write where the ten thousand are, and their token."""
        self._records = Records()
        self._salts = (f"{n:08x}" for n in itertools.count(1))

    def writes(self, client: int) -> Client:
        """One record in each request, each client into a journal of its own."""
        author, token = self._world.writers[client]
        entry = self._records.entry(author)
        shape = pattern_of(to_json(fields(entry)), entry)
        ids = fresh_ids(next(self._salts))
        size = len(shape.filled(next(ids)))
        head = request("POST", RECORDS, b" " * size, Authorization=token)[:-size]
        for id_ in ids:
            wanted((yield head + shape.filled(id_)).count(b'"created":'), 1)

    def batches(self) -> Client:
        """A hundred in a batch, which is one transaction."""
        author, token = self._world.writers[0]
        entry = self._records.entry(author)
        shape = pattern_of(to_json(_create(fields(entry))), entry)
        ids = fresh_ids(next(self._salts))
        while True:
            body = _batch([shape.filled(id_) for id_ in itertools.islice(ids, BATCH)])
            said = yield request("POST", "/api/batch", body, Authorization=token)
            wanted(said.count(b'"created":'), BATCH)

    def pulls(self, client: int) -> Client:
        """What was created after the record that is ten before the end."""
        since = quote(f'created > "{self._world.since}"')
        query = f"filter={since}&sort=created&perPage=100&skipTotal=1"
        asked = request(
            "GET", f"{RECORDS}?{query}", Authorization=self._world.readers[client % READERS]
        )
        wanted((yield asked).count(b'"created":'), BEHIND)
        while True:
            yield asked

    def first_sync(self) -> Client:
        """All of them, in pages as long as they may be."""
        for page in range(1, BEFORE // _PAGE + 1):
            query = urlencode({"sort": "created", "perPage": _PAGE, "page": page, "skipTotal": 1})
            asked = request("GET", f"{RECORDS}?{query}", Authorization=self._world.readers[0])
            wanted((yield asked).count(b'"created":'), _PAGE)


class _World:
    """Accounts, each with the journal that it may read and write, and ten thousand records in one."""

    def __init__(self, port: int) -> None:
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)
        self.writers: list[tuple[Author, str]] = []
        self.readers: list[str] = []
        self.long = (Author("", "", ""), "")
        self.since = ""

    def furnish(self) -> "_World":
        """Everything, through the API."""
        root = self._token("_superusers", _EMAIL)
        self._said("PATCH", "/api/settings", root, {"batch": {"enabled": True, "maxRequests": 200}})
        users = self._said("GET", "/api/collections/users", root)
        journal = {"type": "text", "name": "journal"}
        with_journal = {"fields": [*users["fields"], journal]}
        self._said("PATCH", "/api/collections/users", root, with_journal)
        self._said("POST", "/api/collections", root, _collection())
        self.writers = [self._person(root, n, secrets.token_hex(16)) for n in range(WRITERS)]
        long = secrets.token_hex(16)
        readers = [self._person(root, WRITERS + n, long) for n in range(READERS)]
        self.readers = [token for _, token in readers]
        self.long = readers[0]
        self._fill(*self.long)
        self._http.close()
        return self

    def _person(self, root: str, number: int, journal: str) -> tuple[Author, str]:
        email = f"person-{number}@bench.example"
        said = {"email": email, "password": _PASSWORD, "passwordConfirm": _PASSWORD}
        made = self._said(
            "POST", "/api/collections/users/records", root, said | {"journal": journal}
        )
        author = Author(journal, made["id"], f"device-{number:025}")
        return author, self._token("users", email)

    def _fill(self, author: Author, token: str) -> None:
        records = Records()
        alone = BEHIND + 1  # so that no two of the last were created in one millisecond
        left = BEFORE - alone
        while left:
            some = min(left, _AT_ONCE)
            left -= some
            wishes = [_create(fields(records.entry(author))) for _ in range(some)]
            self._said("POST", "/api/batch", token, {"requests": wishes})
        made = [
            self._said("POST", RECORDS, token, fields(records.entry(author))) for _ in range(alone)
        ]
        self.since = made[0]["created"]

    def _token(self, collection: str, email: str) -> str:
        path = f"/api/collections/{collection}/auth-with-password"
        said = {"identity": email, "password": _PASSWORD}
        return str(self._said("POST", path, "", said)["token"])

    def _said(self, method: str, path: str, token: str, said: object = None) -> Any:
        answer = self._http.request(method, path, json=said, headers={"authorization": token})
        if answer.is_error:
            raise RuntimeError(f"{path}: {answer.text[:1000]}")
        return from_json(answer.content)


def _collection() -> dict[str, object]:
    text = {"type": "text", "required": True}
    names = ("journal", "author", "device", "happened_at", "body")
    return {
        "name": "entries",
        "type": "base",
        "fields": [
            {"name": "id", "type": "text", "primaryKey": True, "system": True, "required": True,
             "min": 15, "max": 36, "pattern": "^[a-z0-9-]+$",
             "autogeneratePattern": "[a-z0-9]{15}"},
            *({"name": name, **text} for name in names),
            {"name": "based_on", "type": "number"},
            {"name": "epoch", "type": "text"},
            {"name": "created", "type": "autodate", "onCreate": True},
        ],
        "indexes": ["CREATE INDEX entries_in_order ON entries (journal, created)"],
        "listRule": _MINE,
        "viewRule": _MINE,
        "createRule": f"{_MINE} && author = @request.auth.id",
    }  # fmt: skip


def _create(record: dict[str, object]) -> dict[str, object]:
    return {"method": "POST", "url": RECORDS, "body": record}


def _batch(wishes: list[bytes]) -> bytes:
    return b'{"requests":[' + b",".join(wishes) + b"]}"
