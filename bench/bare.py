"""Our screens as bare Flet: the same controls with the same texts, put on the page and changed by hand.

It is told what to show by trees as the client gets them, without the components around them. A screen is
put in the place of another by `page.views = […]`; a tap changes just what differs, on the controls that
are there; then `page.update()`.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]
from flet.controls.base_control import BaseControl
from flet.messaging.protocol import configure_encode_object_for_msgpack

Tree = dict[str, Any]
Handler = Callable[[Any], Any]

_ABOUT_ITSELF = ("_i", "_c", "_internals")


def tree_of(shown: Any) -> Tree:
    """What is shown, as the client gets it, without components."""
    encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]
    found = _bare(msgpack.unpackb(msgpack.packb(shown, default=encode), strict_map_key=False))
    while isinstance(found, list):
        found = found[-1]
    tree: Tree = found
    return tree


def _bare(found: Any) -> Any:
    if isinstance(found, dict):
        if found.get("_c") == "C":
            return _bare(found.get("_b"))
        return {key: _bare(part) for key, part in found.items()}
    return [_bare(part) for part in found] if isinstance(found, list) else found


def control_of(tree: Any, handler: Handler) -> Any:
    """The control that a tree tells of; every event of it goes to the handler."""
    if isinstance(tree, list):
        return [control_of(part, handler) for part in tree]
    if not isinstance(tree, dict):
        return tree
    told = {
        key: handler if key.startswith("on_") and part is True else control_of(part, handler)
        for key, part in tree.items()
        if key not in _ABOUT_ITSELF
    }
    if style := tree.get("_internals", {}).get("style"):
        told["style"] = ft.ButtonStyle(**style)
    return getattr(ft, tree["_c"])(**told) if "_c" in tree else told


def change(control: Any, before: Tree, after: Tree, handler: Handler) -> None:
    """Set on a control what another tree tells of it."""
    for key in (before.keys() | after.keys()) - set(_ABOUT_ITSELF):
        was, is_ = before.get(key), after.get(key)
        if was == is_:
            continue
        if _same_kind(was, is_):
            change(getattr(control, key), was or {}, is_ or {}, handler)
        elif isinstance(was, list) and isinstance(is_, list):
            change_list(getattr(control, key), was, is_, handler)
        else:
            setattr(control, key, control_of(is_, handler))


def change_list(controls: list[Any], before: list[Any], after: list[Any], handler: Handler) -> None:
    """Likewise for what lies in a list: what has another kind, or none, is put in or taken out."""
    for at, is_ in enumerate(after):
        if at < len(before) and _same_kind(before[at], is_):
            change(controls[at], before[at], is_, handler)
        elif at < len(before):
            controls[at] = control_of(is_, handler)
        else:
            controls.append(control_of(is_, handler))
    del controls[len(after) :]


def _same_kind(was: Any, is_: Any) -> bool:
    return isinstance(was, dict) and isinstance(is_, dict) and was.get("_c") == is_.get("_c")


def bare_app(trees: Path) -> Callable[[ft.Page], None]:
    """`trees` holds the five places in their order, and Today after the tap and after its answer."""
    places, after = msgpack.unpackb(trees.read_bytes(), strict_map_key=False)

    def main(page: ft.Page) -> None:
        def stand_on(at: int) -> None:
            page.views = [control_of(places[at], happened)]
            page.update()

        async def tapped() -> None:
            states = [places[0], *after]
            for was, is_ in zip(states, after, strict=False):
                change(page.views[0], was, is_, happened)
                page.update()
                await asyncio.sleep(0.05)

        def happened(event: Any) -> Any:
            if isinstance(event.control, ft.NavigationBar):
                stand_on(int(event.data))
            elif isinstance(event.control, ft.FilledButton):
                page.run_task(tapped)

        stand_on(0)

    return main
