"""A kind that one version knows and the other does not: it goes through client and server byte for byte, is
given back under its receipt by a device that cannot read it, and is folded when it is known."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, TypeAdapter

from mia_companion.domain import facts, fold, rights
from mia_companion.domain.entries import Entry, Frozen
from mia_companion.domain.facts import Fact
from mia_companion.domain.messages import MessageWritten, fold_written
from mia_companion.store.outbox import HELD, Waiting
from tests.torture.printed import Told
from tests.world import Device, World, a_world

pytestmark = [pytest.mark.slow, pytest.mark.timeout(60)]

BODY = '{"kind":"DreamTold", "dream_id":"d%d","words":"flög","n":1.10,"later":{"å":[1e3,null]}}'
"""Spaces, a number and a field that no encoder of ours would write so."""


class DreamTold(Frozen):
    """What a later version knows."""

    kind: Literal["DreamTold"] = "DreamTold"
    dream_id: str
    words: str


def _fold_dream(messages: Any, by: Any, fact: DreamTold) -> None:
    fold_written(messages, by, MessageWritten(message_id=fact.dream_id, words=fact.words))


@contextmanager
def upgraded() -> Iterator[None]:
    """Everything that runs meanwhile knows the kind."""
    later: Any = TypeAdapter(Annotated[Fact | DreamTold, Field(discriminator="kind")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "_read", later.validator.validate_json)
        patch.setattr(rights, "KINDS", facts.KINDS | {"DreamTold"})
        may = rights._MAY[rights.PARTICIPANT, rights.SHARED] | {"DreamTold"}
        patch.setitem(rights._MAY, (rights.PARTICIPANT, rights.SHARED), may)
        patch.setitem(fold.FOLDERS, "DreamTold", ("messages", _fold_dream))
        for name, module in tuple(sys.modules.items()):
            if name.startswith("mia_companion.") and hasattr(module, "FOLD_VERSION"):
                patch.setattr(module, "FOLD_VERSION", 1_000)
        yield


def _dreams(device: Device, number: int) -> Entry:
    """What a device of the later version records."""
    journal = device.companion.view.journal("shared")
    assert journal
    entry = device.companion._entry(journal, DreamTold(dream_id="d", words="w"))  # type: ignore[arg-type]
    entry = entry.model_copy(update={"body": BODY % number})
    device.companion.store.outbox.add(entry)
    device.companion.reload()
    return entry


def _waiting(device: Device) -> tuple[Waiting, ...]:
    return device.companion.view.outbox


def _told(device: Device, who: str) -> list[str]:
    return sorted(one for one in device.shared(who).messages if one.startswith("d"))


def _bodies(device: Device, who: str, entry: Entry) -> list[str]:
    journal = device.companion.view.journal("shared", who)
    assert journal
    held = device.companion.store.journals.entries(journal)
    return [one.entry.body for one in held if one.entry.id == entry.id]


async def _restart(world: World, *devices: Device, restored: bool = False) -> None:
    await world.stop()
    if restored:
        world.restore()
    await world.start()
    for device in devices:
        device.companion.store.close()
        device.open()


async def test_what_only_one_of_them_knows(tmp_path: Path, tell: Told) -> None:
    async with a_world(tmp_path) as world:
        desk, phone, tablet = everyone = await world.people()
        who = phone.participant
        await world.stop()
        world.back_up()
        await world.start()
        with upgraded():  # phone and server know it, and the phone reads it at once
            first = _dreams(phone, 1)
            assert _told(phone, who) == ["d1"]
            await phone.sync()
            assert phone.companion.view.outbox == ()
        await _restart(world, desk)  # the desk does not, and neither does a server that is put back
        await desk.sync()
        assert (_bodies(desk, who, first), _told(desk, who)) == ([BODY % 1], [])
        phone.companion.store.close()  # it is far away
        await _restart(world, restored=True)
        await desk.sync()
        await desk.sync()
        await tablet.sync()
        for device in (desk, tablet):
            assert (_bodies(device, who, first), _told(device, who)) == ([BODY % 1], [])
        phone.open()
        with upgraded():
            second = _dreams(phone, 2)
        await phone.sync()  # to a server that holds it back
        held = {one.entry.id: (one.state, one.entry.body) for one in _waiting(phone)}
        assert held[second.id] == (HELD, BODY % 2)
        with upgraded():
            await _restart(world, *everyone)
            assert _told(desk, who) == ["d1"]  # folded from what it has had all the time
            phone.companion.store.outbox.retry_held()
            for device in (*everyone, *everyone):
                await device.sync()
            for device in everyone:
                assert _told(device, who) == ["d1", "d2"]
                assert _bodies(device, who, second) == [BODY % 2]
                assert device.companion.view.outbox == ()
                assert device.shared(who) == desk.shared(who)
        carried = [_bodies(one, who, entry) for one in everyone for entry in (first, second)]
        assert carried == [[BODY % 1], [BODY % 2]] * len(everyone)
    tell(
        9,
        "A kind that a device, then the server, does not know: carried, given back after a restore, held",
        f"{len(carried)} looks for {len({*map(tuple, carried)})} entries on {len(everyone)} devices",
        "byte for byte the same, 0 lost, and folded for real after the upgrade",
    )
