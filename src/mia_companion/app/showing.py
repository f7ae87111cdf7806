"""One view at a time, and those who are told of each new one."""

from collections.abc import Callable

from mia_companion.app.view import View
from mia_companion.domain.next_version import next_version_of

Subscriber = Callable[[View], None]

_next = next_version_of(View)


class Showing:
    """`view` is what is shown now."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._subscribers: list[Subscriber] = []

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Be told each new view; call what is returned to stop."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def show(self, **changed: object) -> None:
        """Replace parts of the view and tell every screen."""
        self.view = _next(self.view, changed)
        for subscriber in tuple(self._subscribers):
            subscriber(self.view)
