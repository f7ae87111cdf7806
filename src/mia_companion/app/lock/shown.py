"""All that a screen may know while the app is locked."""

from mia_companion.app.beforehand import Beforehand
from mia_companion.app.view import View


def before_the_lock(view: View) -> View:
    """The view as it is, or, while the app is locked, the little that is seen without opening it.

    What is not in it cannot be shown: by no route, no link, no notice and no screen reader.
    """
    if not view.lock.is_locked:
        return view
    return View(
        choices=view.choices,
        hidden=view.hidden,
        lock=view.lock,
        beforehand=Beforehand(plan=view.beforehand.plan, numbers=view.help_numbers),
    )
