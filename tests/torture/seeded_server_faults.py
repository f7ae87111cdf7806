"""Faults in the server, one at a time: caught by five devices, or by the model that it is held to."""

from collections.abc import Callable
from typing import Any

import pytest

from mia_companion.server import access, judging, pull_reading
from mia_companion.server.journals import Journals
from mia_companion.server.pages import plan_page

Seed = Callable[[pytest.MonkeyPatch], None]


def _stored_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Journals, "stored", lambda self, connection, said: {})


def _head_from_before(patch: pytest.MonkeyPatch) -> None:
    journal_rows, known = access.journal_rows, dict[frozenset[str], Any]()

    def rows(connection: Any, ids: set[str], *, lock: bool = False) -> Any:
        now = journal_rows(connection, ids, lock=lock)
        return known.setdefault(frozenset(ids), now) if lock else now

    patch.setattr(access, "journal_rows", rows)


def _one_skipped(patch: pytest.MonkeyPatch) -> None:
    def planned(*asked: Any) -> Any:
        plans, more = plan_page(*asked)
        for plan in plans:
            plan.after += plan.upto - plan.after > 1
        return plans, more

    patch.setattr(pull_reading, "plan_page", planned)


def _anything_allowed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(judging, "may_say", lambda *asked: True)


def _nothing_held(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(judging, "knows", lambda kind: True)


def _another_seq(patch: pytest.MonkeyPatch) -> None:
    place = Journals.place

    def placed(self: Journals, *asked: Any, **more: Any) -> Any:
        done = place(self, *asked, **more)
        done.answers[:] = [
            one.model_copy(update={"seq": one.seq + 1}) if one.answer == "accepted" else one
            for one in done.answers
        ]
        return done

    patch.setattr(Journals, "place", placed)


SERVER_FAULTS: dict[str, Seed] = {
    "what is stored already is not looked for": _stored_twice,
    "the head is read before the transaction that gives the seq": _head_from_before,
    "a page leaves out its first entry": _one_skipped,
    "any role may write any kind": _anything_allowed,
    "an unknown kind is refused instead of held": _nothing_held,
    "an answer names another seq than the log": _another_seq,
}
