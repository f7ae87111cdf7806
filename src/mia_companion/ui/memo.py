"""A component that is rendered anew only when what it was given differs."""

from collections.abc import Callable

import flet as ft


def memo(component: Callable[..., ft.Control]) -> Callable[..., ft.Control]:
    """Above `@ft.component`. Give it frozen values, handlers held by `use_callback`, and a `key`.

    Such a row must not ask for `use_here`: it would be rendered with every change again.
    """
    kept: Callable[..., ft.Control] = ft.memo(component)  # type: ignore[no-untyped-call]
    return kept
