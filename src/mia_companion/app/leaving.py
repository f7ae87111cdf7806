"""What a journal that leaves this device leaves behind.

one's own, erased       nobody else has it: so does what is half written, and seen before signing in
any other               what was not taken lies with whoever works with the person now, and the person is told
"""

from contextlib import suppress
from dataclasses import replace

from mia_companion.app.beforehand import Beforehand, keep_beforehand
from mia_companion.app.choices import YES
from mia_companion.domain.rights import OWN
from mia_companion.store.errors import StoreError
from mia_companion.store.journals import Held
from mia_companion.store.store import Store


def leave_behind(
    store: Store, held: Held | None, beforehand: Beforehand, *, unsent: bool
) -> Beforehand:
    """Keep that, as far as the disk lets it; what may still be seen before signing in.

    `unsent` is whether something went with the journal that was never accepted.
    """
    info = held.info if held else None
    if info is not None and info.role == OWN and info.owner == info.participant:
        beforehand = replace(beforehand, plan=None)
        with suppress(StoreError):
            store.drafts.clear()
            keep_beforehand(store.kept.set, beforehand)
    elif unsent:
        with suppress(StoreError):
            store.kept.set("left_unsent", YES)
    with suppress(StoreError):
        store.empty_log()
    return beforehand
