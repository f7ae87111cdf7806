"""What may be seen of a person's app without the PIN, kept apart from the store that the PIN locks: how it
looks and reads, whether it is hidden, the numbers to call, and the plan for bad days if the person chose
that it may be seen. A small store of its own, sealed with a key of its own.
"""

from contextlib import suppress

from mia_companion.app.beforehand import Beforehand, keep_beforehand
from mia_companion.app.choices import HIDDEN, YES
from mia_companion.app.view import View
from mia_companion.store.errors import StoreError
from mia_companion.store.kept import Kept

FRONT_KEY = "front-key"
"""The name of its key in the platform's key store."""

_CHOICES = ("language", "theme", "text_size", "discreet", "lock_after")


def may_be_seen(view: View) -> dict[str, str]:
    """What the front knows of the open app, as it is kept there."""
    kept = {name: str(getattr(view.choices, name)) for name in _CHOICES}
    kept[HIDDEN] = YES if view.hidden else ""
    shown = Beforehand(plan=view.beforehand.plan, numbers=view.help_numbers)
    keep_beforehand(kept.__setitem__, shown)
    return kept


def carry_over(seen: dict[str, str], kept: Kept) -> None:
    """Let the front be as the open app is. What cannot be written is as it was."""
    with suppress(StoreError):
        for name, value in seen.items():
            if kept.get(name) != value:
                kept.set(name, value)
