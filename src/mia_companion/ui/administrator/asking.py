"""One question to the server at a time, and what to say when it was answered with no."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import flet as ft

from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.context import Here

_T = TypeVar("_T")


class Asking:
    """`wrong` is a sentence, or empty. Made anew at each drawing."""

    def __init__(
        self,
        here: Here,
        busy: tuple[bool, Callable[[bool], None]],
        wrong: tuple[str, Callable[[str], None]],
    ) -> None:
        self._here = here
        self.busy, self._set_busy = busy
        self.wrong, self._set_wrong = wrong

    async def ask(self, act: Callable[[], Awaitable[_T | str]]) -> _T | str | None:
        """The answer; None when it was a problem, which is then said, or while another is on its way."""
        if self.busy:
            return None
        self._set_busy(True)
        self._set_wrong("")
        answer = await act()
        self._set_busy(False)
        if isinstance(answer, str) and answer:
            self._set_wrong(asked_sentence(self._here.words, answer))
            return None
        return answer


def use_asking(here: Here) -> Asking:
    """For one form."""
    return Asking(here, ft.use_state(False), ft.use_state(""))
