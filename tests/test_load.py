"""The load model on its page is what the script makes of what was measured."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from bench import measured as rests_on
from bench.carried import PLACES, Load
from bench.measured import measured
from bench.model import BEGIN, END, PAGE, tables


def test_the_page_says_what_the_model_gives() -> None:
    kept = PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0]
    assert kept == tables(), "run `python -m bench.model`"


def test_a_figure_that_was_measured_anew_changes_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = rests_on.PERFORMANCE.read_text("utf-8").replace("| 1197 B ", "| 2394 B ")
    (tmp_path / "performance.md").write_text(said, "utf-8")
    before = measured()
    monkeypatch.setattr(rests_on, "PERFORMANCE", tmp_path / "performance.md")
    assert measured().entry_bytes == 2 * before.entry_bytes
    assert "2,394 B" in tables()
    (tmp_path / "performance.md").write_text(said.replace("Bytes on the disk", "Bytes"), "utf-8")
    with pytest.raises(ValueError, match="no row"):
        measured()


def test_more_people_need_no_less() -> None:
    by = measured()
    loads = [Load(people, staff, by) for people, staff in PLACES.values()]
    for less, more in pairwise(loads):
        assert less.memory(1) < more.memory(1)
        assert less.processes <= more.processes
        assert less.machines <= more.machines
        assert less.rows_bytes / less.participants == pytest.approx(
            more.rows_bytes / more.participants
        )
    assert loads[2].processes >= 2  # a county's can lose one
    assert json.loads(rests_on.RESTING.read_text("utf-8")).keys() == {
        "date", "resting_mib", "person_read_mib",
    }  # fmt: skip
