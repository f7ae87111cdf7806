"""The ledger's file: a chain that shows every change, shared by processes."""

import json
import multiprocessing
from pathlib import Path

import pytest

from mia_companion.server import operations
from mia_companion.server.ledger import Ledger, LedgerBroken
from tests.server.clock import Clock
from tests.server.ledger_writer import KEY, ledger, write_many
from tests.server.world import World


def test_lines_come_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    assert ledger(file).lines() == []
    mine = ledger(file)
    written = [mine._append("assigned", {"n": n, "å": "ö"}) for n in range(5)]
    assert ledger(file).lines() == written
    assert [line.number for line in written] == [1, 2, 3, 4, 5]
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("change", ["edit", "take out", "swap", "other key", "garbage"])
def test_a_changed_line_is_seen(tmp_path: Path, change: str) -> None:
    file = tmp_path / "ledger.jsonl"
    write_many(file, "one")
    lines = file.read_bytes().splitlines(keepends=True)
    key = KEY
    match change:
        case "edit":
            lines[3] = lines[3].replace(b'"n":3', b'"n":4')
        case "take out":
            del lines[3]
        case "swap":
            lines[3], lines[4] = lines[4], lines[3]
        case "garbage":
            lines[3] = b"{}\n"
        case _:
            key = b"x" * 32
    file.write_bytes(b"".join(lines))
    with pytest.raises(LedgerBroken):
        Ledger(file, key, Clock()).lines()


def test_half_a_line_from_a_crash_is_cut_off(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    mine = ledger(file)
    kept = mine._append("assigned", {"n": 1})
    whole = file.read_bytes()
    mine._append("assigned", {"n": 2})
    both, size = file.read_bytes(), file.stat().st_size
    torn_ends = [both[:end] for end in range(len(whole) + 1, size)]
    # What was not flushed may be there from its middle on, too, down to the end of its line.
    torn_starts = [
        whole + bytes(gap) + both[len(whole) + gap :] for gap in range(1, size - len(whole))
    ]
    for torn in torn_ends + torn_starts:
        other = tmp_path / "torn.jsonl"
        other.write_bytes(torn)
        again = ledger(other)
        assert again.lines() == [kept]
        assert again._append("assigned", {"n": 3}).number == 2
        assert len(ledger(other).lines()) == 2


@pytest.mark.slow
def test_processes_share_one_chain(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write_many, args=(file, str(n))) for n in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    assert [line.number for line in ledger(file).lines()] == list(range(1, 51))


async def test_a_server_does_not_start_with_another_ledger(fresh: World) -> None:
    _, participant, _ = await fresh.pair()
    await operations.erase_participant(fresh.backend, participant.id)
    file = fresh.settings.ledger_file
    await fresh.stop()
    whole = file.read_bytes()
    for broken in (b"", b"".join(whole.splitlines(keepends=True)[:-1]), whole.replace(b"a", b"b")):
        file.write_bytes(broken)
        with pytest.raises(LedgerBroken):
            await fresh.start()
    file.write_bytes(whole)
    await fresh.start()


async def test_the_ledger_says_nothing_about_anybody(fresh: World) -> None:
    coordinator, participant, shared = await fresh.pair()
    await participant.push(
        participant.entry(shared, '{"kind":"ConsentWithdrawn","consent_id":"hemligt"}')
    )
    raw = fresh.settings.ledger_file.read_text()
    assert "hemligt" not in raw
    assert "Eva" not in raw
    kinds = [json.loads(line)["what"] for line in raw.splitlines()]
    assert kinds == ["epoch-begun", "participant-invited", "assigned", "consent-withdrawn"]
    assert coordinator.id in raw
