"""Every way in which a store changes, for tests that interrupt them all."""

from collections.abc import Callable

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, save_picture
from mia_companion.store.errors import StoreBroken
from mia_companion.store.outbox import HELD, REFUSED, SENT
from mia_companion.store.store import Store
from tests.example_data import (
    JOURNAL,
    LONG_JOURNAL,
    OWN_JOURNAL,
    PARTICIPANT,
    blob,
    confirmed,
    entry,
    goal,
    held,
    life_told,
    message,
    steps_told,
)

BYTES = {
    name: name.encode() * 1000 for name in ("picked", "sent", "refused", "other", "cached", "came")
}
BLOBS = {name: blob(content, f"blob-{name}") for name, content in BYTES.items()}
NEW = blob(b"new", "blob-new")
_NAMES = {1: ["blob-sent"], 3: ["blob-refused"]}
"""Which of the entries below name a photo."""

_LIFE = life_told(100, LONG_JOURNAL)


def prepare(store: Store) -> None:
    """A store with something of everything."""
    for name in ("picked", "sent", "refused", "cached"):
        store.blobs.keep(BLOBS[name], PARTICIPANT, BYTES[name])
    store.blobs.keep(BLOBS["other"], "account-other", BYTES["other"])
    store.journals.add(held(), steps_told(6))
    store.journals.add(held(OWN_JOURNAL, "own"), steps_told(2, OWN_JOURNAL))
    store.journals.save_picture(JOURNAL, fold(EMPTY, steps_told(4)))
    for page in (_LIFE[:6], _LIFE[6:9], _LIFE[9:]):
        store.journals.add(held(LONG_JOURNAL), page)
    store.journals.save_picture(LONG_JOURNAL, fold(EMPTY, life_told(74, LONG_JOURNAL)))
    for n, state in enumerate(("", SENT, HELD, REFUSED, "")):
        store.outbox.add(entry(message(f"m{n}"), f"waiting-{n}", based_on=6), _NAMES.get(n, []))
        if state:
            reason = "not-allowed" if state == REFUSED else ""
            store.outbox.mark([(state, reason, f"waiting-{n}")])
    store.outbox.add(entry(message("other"), "of-other", author="account-other"), ["blob-other"])
    with store._database.transaction() as db:
        store.blobs.name(db, ["blob-cached"], entry(message("m-old"), "old-entry"))
    store.blobs.acknowledged("blob-cached")
    store.blobs.fetched(BLOBS["came"], OWN_JOURNAL, BYTES["came"])
    store.drafts.set("message", "Jag undrar om")
    store.kept.set("language", "sv")


_PAGE = [
    *steps_told(3, start=7),
    confirmed(entry(message("m1"), "waiting-1", based_on=6), 10),
    confirmed(entry(message("m0"), "waiting-0", based_on=6), 11),
]
_PICTURE = fold(EMPTY, steps_told(20))

OPERATIONS: dict[str, Callable[[Store], object]] = {
    "record": lambda s: s.outbox.add(entry(goal(), "waiting-9")),
    "mark": lambda s: s.outbox.mark([(SENT, "", "waiting-0"), (REFUSED, "x", "waiting-4")]),
    "retry": lambda s: s.outbox.retry_held(),
    "discard": lambda s: s.outbox.discard("waiting-3"),
    "park": lambda s: s.outbox.park_others(PARTICIPANT),
    "take a page": lambda s: s.journals.add(held(reached={PARTICIPANT: 9}), _PAGE),
    "take a picture": lambda s: s.journals.add(held(), steps_told(2, start=21), _PICTURE),
    "save a picture": lambda s: s.journals.save_picture(JOURNAL, fold(EMPTY, steps_told(6))),
    "shelve more": lambda s: s.journals.save_picture(LONG_JOURNAL, fold(EMPTY, _LIFE)),
    "shelve on": lambda s: s.journals.save_picture(
        LONG_JOURNAL, fold(s.journals.picture(LONG_JOURNAL), _LIFE)
    ),
    "take a picture that is shelved": lambda s: s.journals.add(
        held(LONG_JOURNAL), [], fold(EMPTY, life_told(120, LONG_JOURNAL))
    ),
    "rebase": lambda s: s.journals.rebase({JOURNAL: 3, OWN_JOURNAL: 0, LONG_JOURNAL: 70}),
    "forget": lambda s: s.journals.forget(JOURNAL, LONG_JOURNAL),
    "pick": lambda s: s.blobs.keep(NEW, PARTICIPANT, b"new"),
    "record with a photo": lambda s: s.outbox.add(entry(goal(), "waiting-9"), ["blob-picked"]),
    "photo acknowledged": lambda s: s.blobs.acknowledged("blob-sent"),
    "photo refused": lambda s: s.blobs.refuse("blob-sent", "too-large"),
    "photo taken away": lambda s: s.blobs.drop("blob-picked"),
    "photo fetched": lambda s: s.blobs.fetched(NEW, JOURNAL, b"new"),
    "photos offered again": lambda s: s.blobs.offer_again(),
    "form gone": lambda s: s.blobs.sweep(["a form without a photo"]),
    "draft": lambda s: s.drafts.set("message", "Jag undrar om du"),
    "clear drafts": lambda s: s.drafts.clear(),
    "keep": lambda s: s.kept.set("language", ""),
}


def _bytes(store: Store, ref: BlobRef, place: str) -> bytes | None:
    """Those of a photo are looked at when they travel or are shown, and said to be gone if they are."""
    try:
        return store.blobs.content(ref, place)
    except StoreBroken:
        return None


def everything(store: Store) -> dict[str, object]:
    """All that a store says, to compare two by."""
    journals = store.journals.known()
    own = [("picked", ""), ("sent", JOURNAL), ("refused", JOURNAL)]
    copies = [
        ("cached", JOURNAL),
        ("came", OWN_JOURNAL),
        ("sent", ""),
        ("new", JOURNAL),
        ("new", ""),
    ]
    return {
        "blobs": store.blobs.waiting(),
        "blobs to send": store.blobs.to_send(),
        "bytes": [_bytes(store, BLOBS[name], place) for name, place in own],
        "copies": [_bytes(store, BLOBS.get(name, NEW), place) for name, place in copies],
        "outbox": store.outbox.all(),
        "returning": store.outbox.to_return(100),
        "journals": journals,
        "cursors": store.journals.cursors(),
        "entries": {j: list(store.journals.entries(j)) for j in journals},
        "pictures": {j: save_picture(store.journals.picture(j)) for j in journals},
        "draft": store.drafts.get("message"),
        "language": store.kept.get("language"),
    }
