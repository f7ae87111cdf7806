"""The page about backups, as it is written: each of its commands, in its order, with people in the server."""

import asyncio
import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mia_companion import cli
from mia_companion.server import operations
from mia_companion.server.settings import Settings
from tests.server.databases import SqliteFile
from tests.server.test_push import message, reasons
from tests.server.world import Person, World

PAGE = Path(__file__).parents[3] / "docs" / "backups.md"
COMMANDS = re.findall(r"^    ((?:mia-companion|export) .+)$", PAGE.read_text("utf-8"), re.M)


class Handbook:
    """Somebody who types what the page says, one line after the other."""

    def __init__(
        self, folder: Path, screen: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
    ) -> None:
        self._left = list(COMMANDS)
        self._screen, self._patch, self.folder = screen, patch, folder
        patch.chdir(folder)
        patch.setenv("MIA_DATA_DIR", str(folder / "data"))
        patch.setenv("MIA_ARGON2_MEMORY_KIB", "64")

    def next(self, begins: str, code: int = 0) -> str:
        """The next line of the page, which begins like that, ends with that code; gives what was said."""
        line = self._left.pop(0)
        assert line.startswith(begins), line
        if line.startswith("export"):
            name, _, value = line.removeprefix("export ").partition("=")
            self._patch.setenv(name, value.replace("/srv", str(self.folder)))
            return ""
        return self.types(line.removeprefix("mia-companion "), code)

    def types(self, line: str, code: int = 0) -> str:
        """The same for any line."""
        found = cli.main(shlex.split(line))
        told = "".join(self._screen.readouterr())
        assert found == code, told
        return told

    def is_over(self) -> bool:
        """Whether every command was typed."""
        return not self._left


class Living:
    """A server and its people, for as long as something is done with them."""

    def __init__(self, folder: Path) -> None:
        self._settings = Settings.from_environment()
        self._world = World(folder / "data", SqliteFile(folder / "data"))
        self._world.settings = self._settings

    def do(self, what: Callable[[World], object]) -> None:
        """Started for it, and stopped again."""

        async def run() -> None:
            await self._world.start()
            await what(self._world)  # type: ignore[misc]
            await self._world.stop()

        asyncio.run(run())


def test_the_page_does_what_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Handbook(tmp_path, capsys, monkeypatch)
    recipient = page.next("mia-companion admin new-backup-key").splitlines()[0]
    assert recipient.startswith("age1")
    Path("recipients.txt").write_text(f"# the safe\n{recipient}\n")
    page.next("export MIA_KEK_FILE=")
    assert "no database" in page.types("admin backup mia.age --to recipients.txt", 1)
    assert not Path("data").exists()
    living, people = Living(tmp_path), list[tuple[Person, Person, str]]()

    async def come(world: World) -> None:
        await world.furnish()
        people.extend([await world.pair(), await world.pair()])
        for _, participant, shared in people:
            assert reasons(await participant.push(participant.entry(shared, message()))) == [
                "accepted"
            ]

    living.do(come)
    assert "rows in" in page.next("mia-companion admin backup ")
    assert "good until" in page.next("mia-companion admin backup-keys ")
    assert {one.name for one in tmp_path.iterdir()} >= {"mia.age", "mia-keys.age", "other-disk"}
    [gone, stays] = people

    async def erase(world: World) -> None:
        assert await operations.erase_participant(world.backend, gone[1].id)
        assert reasons(await stays[1].push(stays[1].entry(stays[2], message()))) == ["accepted"]

    living.do(erase)
    before = sorted(os.listdir("data"))
    Path("data/drill-cut-off").mkdir()  # a crash left it
    told = page.next("mia-companion admin drill")
    assert "4 journals of people who were erased: 0 of their rows are left" in told
    assert "This backup can be restored." in told
    assert sorted({*os.listdir("data")} - {"drill.lock"}) == before
    assert "have another version" in page.next("mia-companion admin rotate-keys")
    page.next("mia-companion admin rotate-keys --only servers --end-old")
    shutil.move("data", "lost")
    Path("data").mkdir()
    shutil.copy("lost/ledger.jsonl", "data")
    assert "4 of them destroyed" in page.next("mia-companion admin restore-keys")
    told = page.next("mia-companion admin restore ")
    assert "1 lines of the ledger were carried out" in told
    assert "Something is there already" in page.types(
        "admin restore mia.age --identity mia-backup.key", 1
    )
    page.next("mia-companion admin restore mia.age --identity mia-backup.key --replace")
    assert page.is_over()
    assert list(Path("data").glob("server.db.before-*"))

    async def read(world: World) -> None:
        assert len(await stays[0].read(stays[2])) == 1
        late = gone[1].entry(gone[2], message())
        assert reasons(await gone[1].push(late)) == ["journal-erased"]

    living.do(read)


def test_what_is_wrong_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Handbook(tmp_path, capsys, monkeypatch)
    page.types("admin association Förbundet")
    page.types("admin new-backup-key one.key")
    other = page.types("admin new-backup-key other.key").splitlines()[0]
    page.types(f"admin backup a.age --to {other}")
    Path("cut.age").write_bytes(Path("a.age").read_bytes()[:-9])
    for line, said in (
        ("admin new-backup-key one.key", "there already"),
        ("admin backup b.age --to one.key", "Not a recipient"),
        ("admin backup b.age --to nowhere.txt", "Not a recipient"),
        (f"admin backup a.age --to {other}", "there already"),
        (f"admin backup nowhere/b.age --to {other}", "not there"),
        ("admin restore a.age --identity one.key --replace", "for another key"),
        ("admin restore cut.age --identity other.key --replace", "Nothing was changed"),
        ("admin restore a.age --identity a.age", "Not a file with an age identity"),
        ("admin drill nowhere.age --identity other.key", "not there"),
        ("admin restore-keys a.age --identity other.key --replace", "is not a backup"),
    ):
        assert said in page.types(line, 1), line
    page.types("admin drill a.age --identity other.key")
    shutil.move("data/kek.json", "elsewhere.json")
    assert "MIA_KEK_FILE" in page.types("admin drill a.age --identity other.key", 1)
