"""The picture that a camera reads is the address, dark on white, with white around it."""

import io

import flet as ft
import segno
from PIL import Image

from mia_companion.ui.components.qr import SIDE, png, qr, squares

ADDRESS = "https://mia.example.org/start/7KQM2XPA"
_QUIET = 4


def test_the_picture_read_back_is_the_address_itself() -> None:
    picture = Image.open(io.BytesIO(png(ADDRESS))).convert("L")
    wanted = segno.make_qr(ADDRESS, error="m").matrix
    side = len(wanted) + 2 * _QUIET
    assert picture.width == picture.height
    one = picture.width / side
    assert one >= 8
    for row in range(side):
        for column in range(side):
            at = (int((column + 0.5) * one), int((row + 0.5) * one))
            inside = _QUIET <= row < side - _QUIET and _QUIET <= column < side - _QUIET
            dark = inside and bool(wanted[row - _QUIET][column - _QUIET])
            assert picture.getpixel(at) == (0 if dark else 255)
    assert squares(ADDRESS) == tuple(tuple(bool(dark) for dark in row) for row in wanted)


def test_it_is_large_and_white_whatever_the_screen_and_says_what_it_is() -> None:
    box = qr(ADDRESS, "A picture")
    assert isinstance(box, ft.Container)
    assert SIDE >= 240
    assert box.bgcolor == ft.Colors.WHITE
    assert isinstance(box.content, ft.Image)
    assert box.content.semantics_label == "A picture"
