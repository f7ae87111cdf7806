"""What a phone's store says afterwards, held against what was acknowledged and against the server."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mia_companion.app.pictures import Pictures
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, Picture, save_picture
from mia_companion.store.outbox import REFUSED, RETURNING, TAKEN, UNTAKEN
from mia_companion.store.store import Store
from tests.example_data import PARTICIPANT
from tests.torture.twin import Twin

LOST, TORN = "lost", "torn"


@dataclass
class Acknowledged:
    """All that a phone has said is recorded. `blobs` is by the entry that names each.

    `drafts` begins with the one that was acknowledged last; those after it were begun.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    blobs: dict[str, BlobRef] = field(default_factory=dict)
    drafts: list[str] = field(default_factory=lambda: [""])
    cursors: dict[str, int] = field(default_factory=dict)


def found_wrong(
    store: Store, said: Acknowledged, twin: Twin, *, is_even: bool
) -> Iterator[tuple[str, str]]:
    """How and what. `is_even`: the phone could sync to its end, and nothing may wait any more."""
    waits, back = _waiting(store), {w.entry.id: w.entry for w in store.outbox.given_back()}
    here = {id_: list(store.journals.entries(id_)) for id_ in store.journals.known()}
    confirmed = {one.entry.id: one.entry for some in here.values() for one in some}
    if waits.keys() & confirmed.keys():
        yield TORN, "an entry that waits and is confirmed"
    for id_, entry in said.entries.items():
        there = waits.get(id_) or confirmed.get(id_) or back.get(id_)
        if there is None:
            yield LOST, id_
        elif there.model_dump_json() != entry.model_dump_json():
            yield TORN, id_
        elif is_even and entry.author == PARTICIPANT and (id_ in waits or not twin.place_of(id_)):
            yield LOST, f"{id_} has not reached the server"
    yield from _wrong_blobs(store, said, twin, is_even=is_even)
    for id_, some in here.items():
        if some != twin.journals[id_][: len(some)]:
            yield TORN, f"{id_} is not what the server said"
        if len(some) < said.cursors.get(id_, 0):
            yield LOST, f"{id_} has gone back"
        said.cursors[id_] = len(some)
    if store.drafts.get("a message") not in said.drafts:
        yield LOST, "a draft"
    yield from _wrong_pictures(store, here)


def _wrong_blobs(
    store: Store, said: Acknowledged, twin: Twin, *, is_even: bool
) -> Iterator[tuple[str, str]]:
    for id_, ref in said.blobs.items():
        if store.blobs.content(ref, said.entries[id_].journal) is None:
            yield LOST, f"the photo of {id_}"
        elif is_even and len(twin.blobs.get(ref.blob_id, b"")) != ref.size:
            yield LOST, f"the photo of {id_} has not reached the server"


def _wrong_pictures(
    store: Store, here: Mapping[str, Sequence[Confirmed]]
) -> Iterator[tuple[str, str]]:
    """Those that are not what folding everything anew makes."""
    pictures = Pictures()
    pictures.load(store)
    for id_, shown in pictures.shown.items():
        anew = fold(EMPTY, here.get(id_, []))
        waits = [w for w in pictures.waiting if w.state != REFUSED]
        on_top = [w.entry for w in (*store.outbox.given_back(), *waits)]
        anew = fold(anew, [one for one in on_top if one.journal == id_])
        if _said_by(shown) != _said_by(anew):
            yield TORN, f"the picture of {id_}"


def _said_by(picture: Picture) -> object:
    """All of it; in which order what is settled lies on its shelf says nothing."""
    return json.loads(save_picture(picture))


def _waiting(store: Store) -> dict[str, Entry]:
    """All of the outbox, also what is another person's; without what a restored server gets back."""
    rows = store._database.rows("SELECT id, state, sealed FROM outbox")
    return {
        str(id_): Entry.model_validate_json(store._seal.open("outbox", str(id_), sealed))
        for id_, state, sealed in rows
        if state not in (RETURNING, TAKEN, UNTAKEN)
    }
