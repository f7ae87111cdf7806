"""Every way in which a store changes, for tests that interrupt them all."""

from collections.abc import Callable

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, save_picture
from mia_companion.store.outbox import HELD, REFUSED, SENT
from mia_companion.store.store import Store
from tests.example_data import (
    JOURNAL,
    LONG_JOURNAL,
    OWN_JOURNAL,
    PARTICIPANT,
    confirmed,
    entry,
    goal,
    held,
    life_told,
    message,
    steps_told,
)


def prepare(store: Store) -> None:
    """A store with something of everything."""
    store.journals.add(held(), steps_told(6))
    store.journals.add(held(OWN_JOURNAL, "own"), steps_told(2, OWN_JOURNAL))
    store.journals.save_picture(JOURNAL, fold(EMPTY, steps_told(4)))
    store.journals.add(held(LONG_JOURNAL), life_told(100, LONG_JOURNAL))
    store.journals.save_picture(LONG_JOURNAL, fold(EMPTY, life_told(74, LONG_JOURNAL)))
    for n, state in enumerate(("", SENT, HELD, REFUSED, "")):
        store.outbox.add(entry(message(f"m{n}"), f"waiting-{n}", based_on=6))
        if state:
            reason = "not-allowed" if state == REFUSED else ""
            store.outbox.mark([(state, reason, f"waiting-{n}")])
    store.outbox.add(entry(message("other"), "of-other", author="account-other"))
    store.drafts.set("message", "Jag undrar om")
    store.kept.set("language", "sv")


_PAGE = [
    *steps_told(3, start=7),
    confirmed(entry(message("m1"), "waiting-1", based_on=6), 10),
    confirmed(entry(message("m0"), "waiting-0", based_on=6), 11),
]
_LIFE = life_told(100, LONG_JOURNAL)
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
    "draft": lambda s: s.drafts.set("message", "Jag undrar om du"),
    "clear drafts": lambda s: s.drafts.clear(),
    "keep": lambda s: s.kept.set("language", ""),
}


def everything(store: Store) -> dict[str, object]:
    """All that a store says, to compare two by."""
    journals = store.journals.known()
    return {
        "outbox": store.outbox.all(),
        "returning": store.outbox.to_return(100),
        "journals": journals,
        "cursors": store.journals.cursors(),
        "entries": {j: list(store.journals.entries(j)) for j in journals},
        "pictures": {j: save_picture(store.journals.picture(j)) for j in journals},
        "draft": store.drafts.get("message"),
        "language": store.kept.get("language"),
    }
