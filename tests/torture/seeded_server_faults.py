"""Faults in the server, one at a time: caught by five devices, or by the model that it is held to."""

from collections.abc import Callable
from typing import Any

import pytest

from mia_companion.server import pull, push
from mia_companion.server.journals import Journals

Seed = Callable[[pytest.MonkeyPatch], None]


def _stored_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Journals, "stored", lambda *asked, **more: _nothing())


async def _nothing() -> dict[str, Any]:
    return {}


def _one_skipped(patch: pytest.MonkeyPatch) -> None:
    plan_page = pull.plan_page

    def planned(*asked: Any) -> Any:
        plans, more = plan_page(*asked)
        for plan in plans:
            plan.after += plan.upto - plan.after > 1
        return plans, more

    patch.setattr(pull, "plan_page", planned)


def _anything_allowed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(push, "may_write", lambda *asked: True)


def _anything_known(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(push, "knows", lambda kind: True)


def _seq_left_out(patch: pytest.MonkeyPatch) -> None:
    append = Journals.append

    async def appended(self: Journals, *asked: Any) -> Any:
        done = await append(self, *asked)
        for one in done.answers:
            if one.answer == "accepted":
                done.answers[done.answers.index(one)] = one.model_copy(update={"seq": one.seq + 1})
        return done

    patch.setattr(Journals, "append", appended)


SERVER_FAULTS: dict[str, Seed] = {
    "what is stored already is not looked for": _stored_twice,
    "a page leaves out its first entry": _one_skipped,
    "any role may write any kind": _anything_allowed,
    "an unknown kind is refused instead of held": _anything_known,
    "an answer names another seq than the log": _seq_left_out,
}
