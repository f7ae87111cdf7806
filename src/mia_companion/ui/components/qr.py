"""An address as a picture that a phone's camera reads: dark on white, also where the screen is dark."""

import io
from functools import lru_cache

import flet as ft
import segno

SIDE = 264
"""Logical pixels, with the white around it that cameras need."""

_QUIET = 4
_SCALE = 12
"""Squares of white around the picture, and pixels of each: sharp also where the screen has many."""

Squares = tuple[tuple[bool, ...], ...]


def squares(address: str) -> Squares:
    """The picture's rows, from the top; True is dark. Without the white around it."""
    return tuple(tuple(bool(one) for one in row) for row in _drawn(address).matrix)


def qr(address: str, name: str) -> ft.Control:
    """The picture; `name` is what screen readers say in its place."""
    picture = ft.Image(
        src=png(address),
        width=SIDE,
        height=SIDE,
        fit=ft.BoxFit.CONTAIN,
        filter_quality=ft.FilterQuality.NONE,
        semantics_label=name,
    )
    return ft.Container(picture, bgcolor=ft.Colors.WHITE, border_radius=8, width=SIDE, height=SIDE)


@lru_cache(maxsize=4)
def png(address: str) -> bytes:
    """The picture as a file, with the white around it."""
    file = io.BytesIO()
    _drawn(address).save(file, kind="png", scale=_SCALE, border=_QUIET)
    return file.getvalue()


def _drawn(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")
