"""What the walk calls wrong, on pages made wrong: without a fault it must say nothing, and with one that."""

from datetime import timedelta
from pathlib import Path

import pytest

from tools.access import readings
from tools.access.ears import MODES, stands_there
from tools.access.hearing import headings, unnamed
from tools.access.results import Part, Results, read, spoken, write, write_room
from tools.statement.results import Room
from tools.walk.clock import BEGINS, WalkClock

WELL = """- main:
  - button "Tillbaka"
  - heading "Ett litet steg" [level=1]
  - heading "Steg" [level=2]
  - 'heading "Varje dag: i dag" [level=3]'
  - textbox "Vad vill du göra?": Gå ut
  - img "En bild"
"""


def test_nothing_is_said_of_a_page_that_is_well() -> None:
    assert not [*unnamed(WELL), *headings(WELL)]


@pytest.mark.parametrize(
    ("instead", "of", "said"),
    [
        ("- button\n", '- button "Tillbaka"\n', "without a name"),
        ("- textbox: Gå ut", '- textbox "Vad vill du göra?": Gå ut', "without a name"),
        ("- img\n", '- img "En bild"\n', "without a name"),
        ("[level=2]", "[level=1]", "0 headings of the first level"),
        ("[level=1]", "[level=2]", "2 headings of the first level"),
        ("[level=3]", "[level=2]", "a heading of level 3 beneath one of level 1"),
    ],
)
def test_a_seeded_fault_is_said(instead: str, of: str, said: str) -> None:
    broken = WELL.replace(of, instead)
    assert broken != WELL
    assert any(said in one for one in (*unnamed(broken), *headings(broken)))


@pytest.mark.parametrize(
    ("address", "route", "there"),
    [
        ("http://localhost:1/path/step/abc", "/path/step/:step", True),
        ("http://localhost:1/path", "/path/step/:step", False),
        ("http://localhost:1/calendar/book", "/calendar/book/:day?/:clock?", True),
        ("http://localhost:1/", "/", True),
        ("http://localhost:1/me", "/", False),
    ],
)
def test_where_one_stands(address: str, route: str, there: bool) -> None:
    assert stands_there(address, route) is there


def test_a_reading_is_the_same_an_hour_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "FOLDER", tmp_path)
    readings.keep("today", "- text: I dag 16:40, för 3 minuter sedan\n- text: 14:00 7K3B–9QMX")
    assert not readings.differs(
        "today", "- text: I dag 17:12, för 12 minuter sedan\n- text: 14:00 AAAA–BBBB"
    )
    assert readings.differs(
        "today", "- text: I dag 17:12, för 12 minuter sedan\n- text: 15:00 AAAA–BBBB"
    )
    readings.keep("devices", "- text: Användes senast för 3 minuter sedan")
    assert not readings.differs("devices", "- text: Användes senast nu")
    assert readings.differs("never-kept", "- text: I dag")
    pair = '- group "\u2068{}\u2069 Titta":\n  - textbox "Lösenord"{}'
    readings.keep("code", pair.format("sax · sked", ""))
    assert not readings.differs("code", pair.format("elefant · spegel", ": not this one"))


def test_the_clock_begins_on_the_day_of_the_walk() -> None:
    clock = WalkClock()
    assert BEGINS <= clock() < BEGINS + timedelta(minutes=1)
    clock.jump(timedelta(hours=1))
    assert clock() >= BEGINS + timedelta(hours=1)


def test_what_others_have_written_in_the_results_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text(
        '{"made": "2026-11-01", "version": "0", "axe": "4", "screens": 1, "keyboard": {"ways": 3}}'
    )
    found = Results(
        made="2026-11-27",
        version="1.0",
        axe="4.12",
        screens=2,
        languages={"ti": spoken({"participant": Part(screens=2, violations=("x",))}, MODES)},
    )
    write(found, path)
    both = {"funder": Part(screens=1), "funder-narrow": Part(screens=1)}
    more = {tag: spoken(both, MODES) for tag in ("ar", "ti")}
    write(found.model_copy(update={"languages": more}), path)
    again = read(path)
    assert again is not None
    assert again.model_extra == {"keyboard": {"ways": 3}}
    assert set(again.languages) == {"ar", "ti"}
    assert again.languages["ti"].violations == ("x",)
    assert (again.screens, again.languages["ti"].screens, again.languages["ar"].screens) == (
        3,
        3,
        1,
    )


def test_room_found_in_one_language_stands_beside_that_of_others(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text('{"made": "2026-11-01", "version": "0", "axe": "4", "screens": 1}')

    def found(tag: str, screens: int, *spilled: str) -> Room:
        return Room(width=320, text=2.0, screens=screens, languages=(tag,), spilled=spilled)

    write_room(found("sv", 9, "sv today: cut"), path)
    write_room(found("ar", 7, "ar today: cut"), path)
    write_room(found("sv", 8), path)
    again = read(path)
    assert again is not None
    room = Room.model_validate((again.model_extra or {})["room"])
    assert (room.languages, room.screens, room.spilled) == (("ar", "sv"), 9, ("ar today: cut",))
