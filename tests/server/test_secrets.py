"""Secrets come from the environment or from files: they are in no argument, no log and no representation."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from mia_companion import cli
from mia_companion.server.backend import Backend
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

SECRET = "hemlighet-5d1c"
URL = f"postgresql+asyncpg://mia:{SECRET}@127.0.0.1:1/mia"


def test_no_representation_shows_one(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url=URL)
    backend = Backend(settings, Surroundings())
    keys = [backend.keys.server_key(name) for name in ("access", "audit", "ledger")]
    everything = [settings, backend, *vars(backend).values(), backend.database.engine]
    said = "\n".join(f"{one!r}{one}" for one in everything)
    assert SECRET not in said
    for key in keys:
        assert key.hex() not in said
        assert repr(key) not in said
    assert "hemlighet" in settings.url  # it is there to be shown


def test_no_command_takes_one_as_an_argument() -> None:
    def within(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for each in set(action.choices.values()):
                    yield from within(each)
            else:
                yield action

    taken = {action.dest for action in within(cli._parser())}
    assert "password_file" in taken
    telling = [
        one
        for one in taken
        if any(word in one for word in ("password", "secret", "token", "key", "url"))
    ]
    assert [one for one in telling if not one.endswith("_file")] == []


def test_a_server_that_cannot_start_says_why_without_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mia_companion.cli", "serve", "--no-web", "--port", "0"]
    told = {"MIA_DATA_DIR": str(tmp_path), "MIA_DATABASE_URL": URL, "MIA_LOG_LEVEL": "debug"}
    ran = subprocess.run(
        command, env=os.environ | told, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode != 0
    assert SECRET not in ran.stdout + ran.stderr
    lines = [json.loads(line) for line in ran.stderr.splitlines()]
    assert any(one["level"] == "error" for one in lines)
