"""Kinto on PostgreSQL in its default set-up: `kinto init`, accounts, everybody's default bucket.

It runs on waitress with its default threads. Batches of 100 are allowed; its default is 25.
"""

import itertools
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from pydantic_core import from_json, to_json

from bench.peers.load import Client, request
from bench.peers.processes import free_port, peers_program, serving
from bench.peers.records import Author, Records, fields, fresh_ids, pattern_of
from bench.peers.sides import BATCH, BEFORE, BEHIND, WRITERS, wanted

_PASSWORD = "a-long-password"
_COLLECTION = "/buckets/default/collections/entries"
_RECORDS = f"/v1{_COLLECTION}/records"
_READER = "person-long"


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
        yield Kinto(port, pid, _World(port).furnish())


def _call(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
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
        """One record in each request, each client into a bucket of its own."""
        who = f"person-{client:03}"
        entry = self._records.entry(_author(who))
        shape = pattern_of(to_json({"data": fields(entry)}), entry)
        ids = fresh_ids(next(self._salts))
        size = len(shape.filled(next(ids)))
        head = request("POST", _RECORDS, b" " * size, Authorization=_basic(who))[:-size]
        for id_ in ids:
            wanted((yield head + shape.filled(id_)).count(b'"last_modified":'), 1)

    def batches(self) -> Client:
        """A hundred in a batch, which is one transaction."""
        who = "person-000"
        entry = self._records.entry(_author(who))
        shape = pattern_of(to_json({"body": {"data": fields(entry)}}), entry)
        ids = fresh_ids(next(self._salts))
        while True:
            some = [shape.filled(id_) for id_ in itertools.islice(ids, BATCH)]
            body = _batch(some)
            said = yield request("POST", "/v1/batch", body, Authorization=_basic(who))
            wanted(said.count(b'"last_modified":'), BATCH)

    def pulls(self, _: int) -> Client:
        """What was changed since the record that is ten before the end."""
        asked = request(
            "GET", f"{_RECORDS}?_since={self._world.since}", Authorization=_basic(_READER)
        )
        wanted((yield asked).count(b'"last_modified":'), BEHIND)
        while True:
            yield asked

    def first_sync(self) -> Client:
        """All of them in one answer: it makes no pages by default."""
        asked = request("GET", _RECORDS, Authorization=_basic(_READER))
        wanted((yield asked).count(b'"last_modified":'), BEFORE)


class _World:
    """Accounts with a collection each, and ten thousand records in one."""

    def __init__(self, port: int) -> None:
        self._http = httpx.Client(base_url=f"http://127.0.0.1:{port}/v1", timeout=60)
        self.since = 0

    def furnish(self) -> "_World":
        """Everything, through the API."""
        for who in (_READER, *(f"person-{n:03}" for n in range(WRITERS))):
            self._said("PUT", f"/accounts/{who}", "", {"data": {"password": _PASSWORD}})
            self._said("PUT", _COLLECTION, who, {})
        records, author = Records(), _author(_READER)
        for _ in range(BEFORE // BATCH):
            some = [
                to_json({"body": {"data": fields(records.entry(author))}}) for _ in range(BATCH)
            ]
            self._said("POST", "/batch", _READER, from_json(_batch(some)))
        newest = f"{_COLLECTION}/records?_sort=-last_modified&_limit={BEHIND + 1}"
        self.since = self._said("GET", newest, _READER)["data"][-1]["last_modified"]
        self._http.close()
        return self

    def _said(self, method: str, path: str, who: str, said: object = None) -> Any:
        headers = {"authorization": _basic(who)} if who else {}
        answer = self._http.request(method, path, json=said, headers=headers)
        if answer.is_error:
            raise RuntimeError(f"{path}: {answer.text[:1000]}")
        return from_json(answer.content)


def _author(who: str) -> Author:
    return Author("default".ljust(32, "-"), who, f"device-of-{who}")


def _basic(who: str) -> str:
    return "Basic " + b64encode(f"{who}:{_PASSWORD}".encode()).decode()


def _batch(wishes: list[bytes]) -> bytes:
    head = to_json({"defaults": {"method": "POST", "path": _RECORDS}})[:-1]
    return head + b',"requests":[' + b",".join(wishes) + b"]}"
