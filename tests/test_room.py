"""The measure of room finds what it says it finds, and nothing where all is well."""

from typing import Any

import pytest

from tests.journeys.room import faults

PAGE = (320, 640)
LIST = {"role": "group", "name": "", "taps": False, "scrolls": True, "sideways": False}


def text(words: str, *lines: tuple[float, float, float, float], **other: Any) -> dict[str, Any]:
    """As the engine tells of one: it has room, and may be seen on the whole page."""
    told = {"words": words, "width": 288, "longest": 100, "cut": False, "clip": [0, 0, 320, 640]}
    return {**told, "lines": [list(one) for one in lines or ((16, 300, 116, 340),)], **other}


def box(role: str, name: str, *at: float, **other: Any) -> dict[str, Any]:
    """As the accessibility tree tells of one."""
    told = {
        "role": role,
        "name": name,
        "taps": role == "button",
        "scrolls": False,
        "sideways": False,
    }
    return {**told, "box": list(at), **other}


WHOLE = [
    text("Hej", (16, 100, 116, 140)),
    text("Nästa rad", (16, 142, 180, 182)),
    text("\ue5ca", (300, 100, 330, 124)),
]
BOXES = [{**LIST, "box": [0, 56, 320, 560]}, box("button", "Hej", 0, 96, 320, 144)]


def test_nothing_is_said_of_a_page_where_all_has_room() -> None:
    assert not faults(WHOLE, BOXES, *PAGE)


@pytest.mark.parametrize(
    ("seeded", "told"),
    [
        (text("Arbetsförmedlingen", longest=291, width=288), "broken word"),
        (text("Meddelanden", cut=True), "left out"),
        (text("Inget planerat", (260, 200, 380, 230)), "beside the page"),
        (text("Inget planerat", (-30, 200, 80, 230)), "beside the page"),
        (text("i sin ruta", (16, 200, 200, 230), clip=[0, 0, 120, 640]), "cut at the side"),
        (text("ovanpå", (60, 110, 160, 141)), "over each other"),
        (text("Hej", (16, 85, 116, 141)), "out of its button"),
    ],
)
def test_a_text_without_room_is_found(seeded: dict[str, Any], told: str) -> None:
    found = faults(
        [*WHOLE[1:], seeded] if told.startswith("out") else [*WHOLE, seeded], BOXES, *PAGE
    )
    assert [one.partition(":")[0] for one in found] == [told]


def test_what_has_been_scrolled_away_under_a_bar_is_not_the_name_of_something_there() -> None:
    place = box("tab", "I dag", 0, 580, 64, 640)
    scrolled = text("I dag", (10, 575, 80, 640), clip=[0, 56, 320, 560])
    assert not faults([*WHOLE, scrolled], [*BOXES, place], *PAGE)


def test_an_address_may_be_broken_anywhere() -> None:
    address = "http://localhost/v1/calendars/0517e953478e4f0eaa81122"
    assert not faults([*WHOLE, text(address, longest=900)], BOXES, *PAGE)


@pytest.mark.parametrize(
    ("seeded", "told"),
    [
        (box("button", "Historik", 300, 200, 380, 248), "beside the page"),
        (box("group", "chips", 0, 200, 320, 248, sideways=True), "scrolls sideways"),
    ],
)
def test_a_box_without_room_is_found(seeded: dict[str, Any], told: str) -> None:
    found = faults(WHOLE, [*BOXES, seeded], *PAGE)
    assert [one.partition(":")[0] for one in found] == [told]


def test_bars_that_leave_little_to_read_in_are_found() -> None:
    low = {**LIST, "box": [0, 300, 320, 400]}
    assert faults(WHOLE, [low], *PAGE) == ["little room: 100 of 640 are left to read in"]


def test_words_in_a_box_to_write_in_may_be_longer_than_it() -> None:
    long = text("Avstämning om ersättning", (24, 210, 450, 250))
    assert faults([long], BOXES[:1], *PAGE)
    assert not faults([long], [*BOXES[:1], box("textbox", "Vad", 8, 200, 312, 260)], *PAGE)


def test_an_excerpt_that_opens_whole_is_no_loss() -> None:
    lines = ((16, 200, 300, 230), (16, 230, 300, 260))
    opens = box("button", "Anna: Så här ser dörren ut", 0, 190, 320, 270)
    excerpt = text("Så här ser dörren ut. Vägen dit …", *lines, cut=True)
    assert not faults([excerpt], [*BOXES[:1], opens], *PAGE)
    assert faults([excerpt], BOXES[:1], *PAGE)
