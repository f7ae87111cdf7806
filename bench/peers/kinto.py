"""Kinto on PostgreSQL in its default set-up: `kinto init`, accounts, the account's default bucket.

It runs on waitress with its default threads. Batches of 100 are allowed; its default is 25.
"""

import asyncio
import itertools
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import httpx
from pydantic_core import from_json, to_json

from bench.peers.load import Client, request
from bench.peers.processes import free_port, peers_program, serving
from bench.peers.records import Author, Records, fields, fresh_ids, pattern_of
from bench.peers.sides import BATCH, BEFORE, BEHIND, WRITERS, wanted
from mia_companion.domain.entries import Entry

_PASSWORD = "a-long-password"
_BUCKET = "/buckets/default/collections"
_READER, _WRITER = "person-who-reads", "person-who-writes"
_LONG = "long"


@contextmanager
def kinto(folder: Path, database_url: str) -> Iterator["Kinto"]:
    """A server on that database."""
    folder.mkdir(parents=True, exist_ok=True)
    program, port, ini = peers_program("kinto"), free_port(), folder / "kinto.ini"
    options = ["--backend=postgresql", "--cache-backend=postgresql", "--host=127.0.0.1"]
    _call(program, "init", "--ini", ini, *options)
    said = re.sub(r"(_url = )postgres\S+", lambda m: m[1] + database_url, ini.read_text("utf-8"))
    said = re.sub(r"# (kinto.batch_max_requests = )\d+", rf"\g<1>{BATCH}", said)
    ini.write_text(said, "utf-8")
    _call(program, "migrate", "--ini", ini)
    with serving([program, "start", "--ini", ini, "--port", str(port)], port, folder) as pid:
        yield Kinto(port, pid, _World(port).furnish(database_url))


def _call(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr[-2000:]}")


class Kinto:
    """See `sides.Side`."""

    def __init__(self, port: int, pid: int, world: "_World") -> None:
        self.port, self.pid = port, pid
        self._world = world
        self._records = Records()
        self._salts = (f"{n:08x}" for n in itertools.count(1))

    def writes(self, client: int) -> Client:
        """One record in each request, each client into a collection of its own."""
        entry = self._records.entry(_author(_WRITER))
        shape = pattern_of(to_json({"data": fields(entry)}), entry)
        ids = fresh_ids(next(self._salts))
        size = len(shape.filled(next(ids)))
        path, basic = f"/v1{_records(_of(client))}", _basic(_WRITER)
        head = request("POST", path, b" " * size, Authorization=basic)[:-size]
        for id_ in ids:
            wanted((yield head + shape.filled(id_)).count(b'"last_modified":'), 1)

    def batches(self) -> Client:
        """A hundred in a batch, which is one transaction."""
        entry = self._records.entry(_author(_WRITER))
        shape = pattern_of(to_json({"body": {"data": fields(entry)}}), entry)
        ids = fresh_ids(next(self._salts))
        while True:
            some = [shape.filled(id_) for id_ in itertools.islice(ids, BATCH)]
            body = _batch(_of(0), some)
            said = yield request("POST", "/v1/batch", body, Authorization=_basic(_WRITER))
            wanted(said.count(b'"last_modified":'), BATCH)

    def pulls(self, _: int) -> Client:
        """What was changed since the record that is ten before the end."""
        path = f"/v1{_records(_LONG)}?_since={self._world.since}"
        asked = request("GET", path, Authorization=_basic(_READER))
        wanted((yield asked).count(b'"last_modified":'), BEHIND)
        while True:
            yield asked

    def first_sync(self) -> Client:
        """All of them in one answer: it makes no pages by default."""
        asked = request("GET", f"/v1{_records(_LONG)}", Authorization=_basic(_READER))
        wanted((yield asked).count(b'"last_modified":'), BEFORE)


class _World:
    """Accounts with a collection each, and ten thousand records in one."""

    def __init__(self, port: int) -> None:
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}/v1", timeout=60)
        self._records = Records()
        self.since = 0

    def furnish(self, database_url: str) -> "_World":
        """Everything, through the API but for most of the ten thousand."""
        for who in (_READER, _WRITER):
            self._said("PUT", f"/accounts/{who}", "", {"data": {"password": _PASSWORD}})
        for number in range(WRITERS):
            self._said("PUT", f"{_BUCKET}/{_of(number)}", _WRITER, {})
        self._said("PUT", f"{_BUCKET}/{_LONG}", _READER, {})
        first, *most = (fields(one) for one in self._entries(BEFORE - BEHIND - 1))
        self._said("POST", _records(_LONG), _READER, {"data": first})
        asyncio.run(_fill(database_url, most))
        last = [to_json({"body": {"data": fields(one)}}) for one in self._entries(BEHIND + 1)]
        self._said("POST", "/batch", _READER, from_json(_batch(_LONG, last)))
        newest = f"{_records(_LONG)}?_sort=-last_modified&_limit={BEHIND + 1}"
        self.since = self._said("GET", newest, _READER)["data"][-1]["last_modified"]
        self._http.close()
        return self

    def _entries(self, count: int) -> list[Entry]:
        return [self._records.entry(_author(_READER)) for _ in range(count)]

    def _said(self, method: str, path: str, who: str, said: object = None) -> Any:
        headers = {"authorization": _basic(who)} if who else {}
        answer = self._http.request(method, path, json=said, headers=headers)
        if answer.is_error:
            raise RuntimeError(f"{path}: {answer.text[:1000]}")
        return from_json(answer.content)


async def _fill(database_url: str, records: list[dict[str, object]]) -> None:
    """The rows that it would write for these, after the one that is there: by itself it takes a minute."""
    connection = await asyncpg.connect(database_url)
    chosen = "SELECT id, parent_id FROM objects WHERE resource_name = 'record'"
    (first,) = await connection.fetch(chosen)
    (right,) = await connection.fetch(
        "SELECT * FROM access_control_entries WHERE object_id LIKE '%' || $1", first["id"]
    )
    of_first = right["object_id"].removesuffix(first["id"])
    objects, rights = [], []
    for record in records:
        id_ = record.pop("id")
        # The time is given by a trigger, each a millisecond after the one before.
        objects.append((id_, first["parent_id"], "record", None, to_json(record).decode(), False))
        rights.append((f"{of_first}{id_}", right["permission"], right["principal"]))
    await connection.copy_records_to_table("objects", records=objects)
    await connection.copy_records_to_table("access_control_entries", records=rights)
    await connection.execute("ANALYZE")
    await connection.close()


def _author(who: str) -> Author:
    return Author("default".ljust(32, "-"), who, f"device-of-{who}")


def _basic(who: str) -> str:
    return "Basic " + b64encode(f"{who}:{_PASSWORD}".encode()).decode()


def _of(client: int) -> str:
    """The collection of that client."""
    return f"entries-{client:03}"


def _records(collection: str) -> str:
    return f"{_BUCKET}/{collection}/records"


def _batch(collection: str, wishes: list[bytes]) -> bytes:
    defaults = {"method": "POST", "path": f"/v1{_records(collection)}"}
    head = to_json({"defaults": defaults})[:-1]
    return head + b',"requests":[' + b",".join(wishes) + b"]}"
