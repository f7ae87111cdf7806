"""A phone number in a field where one reads from the right: its groups stand as they were written."""

from pathlib import Path

import flet as ft
import pytest

from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.fields import in_order
from mia_companion.ui.components.leads import call
from tests.ui.home import a_home

NUMBER = "08-123 45 67"


@pytest.mark.parametrize("tag", ["ckb", "sv"])
async def test_a_number_is_put_in_order_when_the_field_is_left(tmp_path: Path, tag: str) -> None:
    words = words_for(tag)
    with a_home(tmp_path, tag) as home:
        async with home.screen(f"{places.NETWORK}/new") as screen:
            label = words.t("Phone number")
            await screen.type(label, NUMBER)
            field = screen.find(label, ft.TextField)
            assert isinstance(field, ft.TextField)
            assert field.value == NUMBER
            if field.on_blur is not None:
                await screen.fire(field, "blur")
            field = screen.find(label, ft.TextField)
            assert isinstance(field, ft.TextField)
            assert field.value == (in_order(NUMBER) if words.rtl else NUMBER)


def test_it_is_called_all_the_same() -> None:
    assert call(in_order(NUMBER)) == call(NUMBER) == "tel:081234567"
