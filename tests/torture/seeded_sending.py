"""Faults in what is sent: the outbox, and the push."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from mia_companion.store import database
from mia_companion.store.outbox import HELD, REFUSED, SENT, WAITING, Outbox, Waiting
from mia_companion.sync.client import Client
from mia_companion.wire.sync import PushAnswer
from tests.torture.people import PICTURES, RESTORES
from tests.torture.seeding import Faults

FAULTS = Faults()
fault = FAULTS.add


@fault("a row leaves the outbox before it is acknowledged")
def _removed_early(patch: pytest.MonkeyPatch) -> None:
    to_send = Outbox.to_send

    def removed(self: Outbox, limit: int) -> list[Waiting]:
        found = to_send(self, limit)
        if limit > 1:
            with self._database.transaction() as db:
                self.remove(db, [one.entry.id for one in found])
        return found

    patch.setattr(Outbox, "to_send", removed)


@fault("a row leaves the outbox when it is acknowledged, before it is pulled")
def _removed_when_sent(patch: pytest.MonkeyPatch) -> None:
    _marking(patch, lambda states: [id_ for state, _, id_ in states if state == SENT])


@fault("what is held leaves the outbox")
def _held_dropped(patch: pytest.MonkeyPatch) -> None:
    _marking(patch, lambda states: [id_ for state, _, id_ in states if state == HELD])


def _marking(
    patch: pytest.MonkeyPatch, gone: Callable[[list[tuple[str, str, str]]], list[str]]
) -> None:
    mark = Outbox.mark

    def marked(self: Outbox, answers: list[tuple[str, str, str]]) -> None:
        mark(self, answers)
        with self._database.transaction() as db:
            self.remove(db, gone(answers))

    patch.setattr(Outbox, "mark", marked)


@fault("all that waits counts as sent, also what was written while the push was on its way")
def _lost_in_flight(patch: pytest.MonkeyPatch) -> None:
    mark = Outbox.mark

    def marked(self: Outbox, answers: list[tuple[str, str, str]]) -> None:
        mark(self, answers)
        sql = "UPDATE outbox SET state = ?, reason = '9999' WHERE state = ?"
        self._database.write(sql, SENT, WAITING)

    patch.setattr(Outbox, "mark", marked)


@fault("what waits is sent in the order of its ids, that is by the clock")
def _sent_by_clock(patch: pytest.MonkeyPatch) -> None:
    to_send = Outbox.to_send
    patch.setattr(
        Outbox,
        "to_send",
        lambda self, limit: sorted(to_send(self, 99), key=lambda one: one.entry.id)[:limit],
    )


@fault("what is sent again is encoded anew")
def _encoded_anew(patch: pytest.MonkeyPatch) -> None:
    to_send, sent = Outbox.to_send, set[str]()

    def again(self: Outbox, limit: int) -> list[Waiting]:
        found = to_send(self, limit)
        if limit == 1:
            return found
        anew = [_spaced(one) if one.entry.id in sent else one for one in found]
        sent.update(one.entry.id for one in found)
        return anew

    patch.setattr(Outbox, "to_send", again)


def _spaced(one: Waiting) -> Waiting:
    said = one.entry.model_copy(update={"body": json.dumps(json.loads(one.entry.body))})
    return one.model_copy(update={"raw": said.model_dump_json().encode()})


@fault("answers are matched by their place in the answer")
def _by_place(patch: pytest.MonkeyPatch) -> None:
    push = Client.push

    async def pushed(self: Client, body: bytes) -> PushAnswer:
        answer = await push(self, body)
        ids = [one.get("entry", one)["id"] for one in next(iter(_lists(body)))]
        results = [
            one.model_copy(update={"id": id_})
            for one, id_ in zip(answer.results, ids, strict=False)
        ]
        return answer.model_copy(update={"results": tuple(results)})

    patch.setattr(Client, "push", pushed)


def _lists(body: bytes) -> list[list[dict[str, Any]]]:
    return [one for one in json.loads(body).values() if isinstance(one, list)]


@fault("one that was refused blocks those behind it")
def _blocked(patch: pytest.MonkeyPatch) -> None:
    to_send = Outbox.to_send

    def blocked(self: Outbox, limit: int) -> list[Waiting]:
        return [] if any(w.state == REFUSED for w in self.all()) else to_send(self, limit)

    patch.setattr(Outbox, "to_send", blocked)


@fault("what was held is never sent again")
def _held_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "retry_held", lambda self: None)


@fault("a browser's outbox is in memory alone")
def _outbox_in_memory(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(database, "CONFIRMED_TABLES", (*database.CONFIRMED_TABLES, "outbox"))


@fault("a picture leaves in the outbox what it already has", PICTURES)
def _left_as_sent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "leave_read", lambda self, cursors: False)


@fault("what a restored server lacks is forgotten", RESTORES)
def _not_given_back(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "give_back", lambda self, db, confirmed: None)


@fault("what was sent, and lost by the server before it was pulled, is not sent again", RESTORES)
def _not_resent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "resend", lambda self, db: None)


@fault("new entries go to a restored server before what they were written on", RESTORES)
def _new_first(patch: pytest.MonkeyPatch) -> None:
    push = Client.push
    patch.setattr(
        Client,
        "push",
        lambda self, body: push(self, re.sub(rb'"epoch":"[^"]*",', b"", body, count=1)),
    )
