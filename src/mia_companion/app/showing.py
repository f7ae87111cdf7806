"""One view at a time, and those who are told of each new one."""

from collections.abc import Callable
from dataclasses import replace

from mia_companion.app.view import View

Subscriber = Callable[[View], None]


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
        self.view = replace(self.view, **changed)  # type: ignore[arg-type]
        for subscriber in tuple(self._subscribers):
            subscriber(self.view)
