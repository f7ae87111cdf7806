"""Calling someone: the phone's own dialler opens with the number in it."""

from collections.abc import Callable, Coroutine
from typing import Any

import flet as ft

_LRI, _PDI = "\u2066", "\u2069"  # a number's groups stand in one order in every language

Call = Callable[[], Coroutine[Any, Any, None]]


def use_calls() -> Callable[[str], Call]:
    """`calls(number)` is a handler that opens the dialler; nothing is dialled before the person says so."""
    launcher = ft.use_memo(ft.UrlLauncher, [])

    def calls(number: str) -> Call:
        dialled = "".join(c for c in number if c.isdigit() or c == "+")

        async def call() -> None:
            await launcher.launch_url(f"tel:{dialled}")

        return call

    return calls


def as_number(number: str) -> str:
    """A phone number as it is read, whatever the direction around it."""
    return f"{_LRI}{number}{_PDI}"
