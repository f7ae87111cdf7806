"""What the walk and every journey ask of the order of a line, on pages made well and made wrong."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.in_order import broken_lines

pytestmark = [pytest.mark.journey, pytest.mark.timeout(60)]

FIRST, NEXT, BENEATH = (("Dag", 0, 0), ("Vecka", 108, 0), ("Historik", 0, 60))
"""A name, and where the button of that name lies: 100 by 50 pixels."""


@pytest.mark.parametrize(
    ("told", "direction", "said"),
    [
        ((FIRST, NEXT, BENEATH), "ltr", []),
        ((FIRST, BENEATH, NEXT), "ltr", ["'Historik' between them"]),
        ((NEXT, FIRST, BENEATH), "ltr", ["the wrong way round"]),
        ((NEXT, FIRST, BENEATH), "rtl", []),
        ((FIRST, NEXT, BENEATH), "rtl", ["the wrong way round"]),
    ],
)
def test_a_line_is_told_whole(
    browser: Browser, told: tuple[tuple[str, int, int], ...], direction: str, said: list[str]
) -> None:
    buttons = "".join(
        f'<div role="button" style="position:absolute;left:{left}px;top:{top}px;width:100px;height:50px">'
        f"<span>{name}</span></div>"
        for name, left, top in told
    )
    with browser.new_page() as page:
        page.set_content(
            f'<html dir="{direction}"><flt-semantics-host>{buttons}</flt-semantics-host></html>'
        )
        found = broken_lines(page)
    assert len(found) == len(said)
    assert all(one.endswith(end) for one, end in zip(found, said, strict=True))
