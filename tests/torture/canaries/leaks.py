"""Leaks that are not there, seeded one and all into a life of its own: each has to be found, and where it is.

Each says where it must be found, and a part of the name of what is found there.
"""

import json
import logging
import subprocess
import tempfile
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from mia_companion.app import reminding
from mia_companion.app.actions.drafts import DraftActions
from mia_companion.app.lock.one_device import OneDevice
from mia_companion.device.notifications import Notice, NoticeWords
from mia_companion.server import audit, exports, rows
from mia_companion.server.api import problem_answers
from mia_companion.sync import blobs, client
from mia_companion.ui import dressing
from tests.torture.canaries.people import People

Patch = pytest.MonkeyPatch


class Leak(NamedTuple):
    """`seed` makes it. `where` begins the name of the place, `what` is in the name of what is found."""

    seed: Callable[[People, Patch], None]
    where: str
    what: str


LEAKS: dict[str, Leak] = {}


def leaks(
    where: str, what: str
) -> Callable[[Callable[[People, Patch], None]], Callable[..., None]]:
    """The function seeds a leak that must be found there."""

    def keep(seed: Callable[[People, Patch], None]) -> Callable[..., None]:
        LEAKS[seed.__name__.replace("_", " ")] = Leak(seed, where, what)
        return seed

    return keep


@leaks("log", "GoalSet.words")
def a_body_in_the_log(people: People, patch: Patch) -> None:
    backend = people.world.backend
    assert backend
    take = backend.pushes.take

    async def talkative(caller: Any, pushed: Any, *more: Any) -> Any:
        logging.getLogger("mia_companion.server").debug("took %s", pushed)
        return await take(caller, pushed, *more)

    patch.setattr(backend.pushes, "take", talkative)


@leaks("standard output and error", "a crash on a device")
def a_traceback_of_a_thread(people: People, patch: Patch) -> None:
    patch.setattr(threading, "excepthook", threading.__excepthook__)


@leaks("file: server/server.db", "GoalSet.words by participant in own")
def a_column_that_is_not_sealed(people: People, patch: Patch) -> None:
    row_of = rows.row_of

    def open_row(one: Any, digest: bytes, sealer: Any) -> dict[str, Any]:
        row = row_of(one, digest, sealer)
        return {**row, "fingerprint": row["fingerprint"] + one.entry.body.encode("utf-16-le")}

    patch.setattr("mia_companion.server.journals.row_of", open_row)


LEAKS["and a stolen backup of it"] = LEAKS["a column that is not sealed"]._replace(
    where="stolen backup"
)
LEAKS["and its log while the server runs"] = LEAKS["a column that is not sealed"]._replace(
    where="while all stands open: server/server.db-wal"
)


@leaks("gone: tmp/", "bytes of StepDone.attachments")
def a_passing_file(people: People, patch: Patch) -> None:
    send = blobs.Carrier._send_from_where_it_is

    async def through_a_file(self: Any, one: Any, content: bytes) -> None:
        with tempfile.NamedTemporaryFile() as passing:
            passing.write(content)
            passing.flush()
            await send(self, one, content)

    patch.setattr(blobs.Carrier, "_send_from_where_it_is", through_a_file)


@leaks("URL: PUT", "attachments by participant in shared.name")
def a_photos_name_in_its_address(people: People, patch: Patch) -> None:
    address = client._blob
    patch.setattr(client, "_blob", lambda journal, ref: f"{address(journal, ref)}?of={ref.name}")


@leaks("file: phone/preferences.json", "draft message on the phone")
def a_draft_among_the_preferences(people: People, patch: Patch) -> None:
    keep, folder = DraftActions.keep, people.pocket.folder

    def twice(self: DraftActions, place: str, words: str) -> None:
        keep(self, place, words)
        if self._companion is people.pocket.companion:
            with (folder / "preferences.json").open("a") as preferences:
                preferences.write(json.dumps({place: words}))
        subprocess.run(["/bin/true", words], check=True)

    patch.setattr(DraftActions, "keep", twice)


@leaks("problem answer 422 /v1/pull", "a wrong request")
def an_answer_that_says_it_again(people: People, patch: Patch) -> None:
    patch.setattr(
        problem_answers, "_invalid",
        lambda error: problem_answers.problem_answer("malformed", 422, str(error.errors())),
    )  # fmt: skip


@leaks("notification", "StepPlanned.words")
def a_notice_that_says_of_what(people: People, patch: Patch) -> None:
    def told(id: int, at: Any, words: NoticeWords) -> Any:
        step = people.pocket.companion.view.picture("shared").steps["step-000001"]
        return Notice(id, at, NoticeWords(step.model_dump_json(), words.body, words.channel))

    patch.setattr(reminding, "Notice", told)


@leaks("window's title", "ParticipantNamed.name")
def a_name_in_the_windows_title(people: People, patch: Patch) -> None:
    patch.setattr(dressing, "app_name", lambda words, view: view.plan().name or "MIA")


@leaks("key store", "PIN")
def a_pin_that_is_kept(people: People, patch: Patch) -> None:
    choose = OneDevice.choose

    async def kept(self: OneDevice, digits: str, old: str = "") -> Any:
        await self._pin.secrets.set("hint", digits)
        return await choose(self, digits, old)

    patch.setattr(OneDevice, "choose", kept)


@leaks("file: audit.csv", "name in a list")
def a_name_in_the_audit(people: People, patch: Patch) -> None:
    note = audit.note

    class Talkative:
        @staticmethod
        async def note(connection: Any, now: Any, account: str, what: str, subject: str) -> None:
            del subject
            await note(connection, now, account, what, people.flock.word("name in a list"))

    patch.setattr(exports, "audit", Talkative)


LEAKS["arguments of a program"] = LEAKS["a draft among the preferences"]._replace(
    where="started (subprocess.Popen)"
)


SEEDS = tuple(dict.fromkeys(leak.seed for leak in LEAKS.values()))


def all_of_them(people: People, patch: Patch) -> None:
    """One after the other."""
    for seed in SEEDS:
        seed(people, patch)
