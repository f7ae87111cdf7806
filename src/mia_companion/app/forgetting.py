"""Whose device it is, what leaves it with the person, and what stays.

gone     journals, drafts, photos, the tokens, the device's id and key, what may be seen before signing in
stays    numbers to call; and, locked and unseen, what was never sent: for the same person, with a new code
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from mia_companion.app.beforehand import Beforehand, keep_beforehand
from mia_companion.app.leaving import ERASED
from mia_companion.app.pairing import keep_pairing
from mia_companion.store.errors import StoreError
from mia_companion.store.outbox import PARKED, SENT

if TYPE_CHECKING:
    from mia_companion.app.companion import Companion

REMOVED = "removed"
"""Under which it is kept that this device was taken off from elsewhere, and how much was not sent."""


_OWNER = "owner"


def claim(companion: "Companion") -> None:
    """Whoever is signed in now owns this store.

    Another person's journals and drafts leave it; what that person had not sent stays sealed, unseen,
    until they are back.
    """
    account, kept = companion.client.session.account, companion.store.kept
    if account is None:
        return
    companion.store.outbox.park_others(account.id)
    if kept.get(_OWNER) not in ("", account.id):
        companion.empty()
    kept.set(_OWNER, account.id)
    kept.set(REMOVED, "")
    kept.set(ERASED, "")
    companion.reload()


def forget_person(companion: "Companion") -> None:
    """Take the person off this device, after its access has ended."""
    companion.runner.stop()
    with suppress(StoreError):  # on a full disk; what can be taken away still is
        numbers = Beforehand(numbers=companion.view.help_numbers)
        keep_beforehand(companion.store.kept.set, numbers)
        keep_pairing(companion.store.kept, None)
    companion.client.session.drop()
    companion.empty()
    companion.device.renew()
    companion.reload()


def was_removed(companion: "Companion") -> None:
    """Somebody took this device's access, and the server has proven it: forget the person, and say so."""
    unsent = sum(one.state not in (SENT, PARKED) for one in companion.store.outbox.all())
    companion.store.outbox.park_others("")
    companion.store.kept.set(REMOVED, str(unsent))
    forget_person(companion)
