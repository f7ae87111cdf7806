"""A component of its own for each key: another key, and it begins anew."""

from collections.abc import Callable
from typing import Any

import flet as ft


def keyed(key: str, component: Callable[..., ft.Control], *given: Any, **named: Any) -> ft.Control:
    """`component(*given, **named)` that keeps its state for as long as the key stays."""
    return component(*given, **named, key=key)
