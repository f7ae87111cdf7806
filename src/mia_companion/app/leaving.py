"""What a journal that leaves this device leaves behind.

one's plan, erased      then all is: the person is forgotten here, and told why
one's own, erased       nobody else has it: so does what is half written, and seen before signing in
any other               what was not taken lies with whoever works with the person now, or is erased with
                        the rest; who wrote it is told
"""

from contextlib import suppress
from dataclasses import replace

from mia_companion.app.beforehand import Beforehand, keep_beforehand
from mia_companion.app.choices import YES
from mia_companion.app.view import View
from mia_companion.domain.rights import OWN, JournalInfo
from mia_companion.store.errors import StoreError
from mia_companion.store.journals import Held
from mia_companion.store.store import Store
from mia_companion.wire import problems

ERASED = "erased"
"""Under which it is kept that all about its person was erased."""


def leave_behind(
    store: Store, held: Held | None, view: View, reason: str, *, unsent: bool
) -> Beforehand:
    """Keep that, as far as the disk lets it; what may still be seen before signing in.

    `reason` is why the journal leaves, `unsent` whether something went with it that was never accepted.
    """
    beforehand = view.beforehand
    info = held.info if held else None
    is_erased = reason == problems.JOURNAL_ERASED
    with suppress(StoreError):
        if info is not None and info.role == OWN and info.owner == info.participant:
            beforehand = replace(beforehand, plan=None)
            store.drafts.clear()
            keep_beforehand(store.kept.set, beforehand)
        elif is_erased and info is not None and _is_mine(view, info):
            store.kept.set(ERASED, YES)
        elif unsent:
            store.kept.set("left_unsent", reason)
    with suppress(StoreError):
        store.empty_log()
    return beforehand


def _is_mine(view: View, info: JournalInfo) -> bool:
    return view.account is not None and info.participant == view.account.id
