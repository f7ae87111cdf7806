"""What was picked on a phone or a desktop is read, and nothing that is not ours is touched."""

from pathlib import Path

import pytest

from mia_companion.device.kinds import MAX_PICKED_BYTES
from mia_companion.device.picking import NativeFiles, PickedFile
from mia_companion.device.unfit import FILE_TOO_LARGE, NOT_READ, Unfit


async def test_read_by_its_path_or_as_it_came(tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"%PDF-")
    files = NativeFiles()
    assert await files.read(PickedFile("brev.pdf", 5, path=str(path))) == b"%PDF-"
    assert await files.read(PickedFile("brev.pdf", 5, content=b"here")) == b"here"
    assert path.exists()


@pytest.mark.parametrize("in_passing", [True, False])
async def test_the_pickers_own_copy_goes_and_a_persons_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_passing: bool
) -> None:
    monkeypatch.setenv("FLET_APP_STORAGE_TEMP", str(tmp_path / "temp"))
    monkeypatch.delenv("FLET_APP_STORAGE_CACHE", raising=False)
    path = tmp_path / ("temp" if in_passing else "mine") / "foto.jpg"
    path.parent.mkdir()
    for is_copy in (False, True):
        path.write_bytes(b"x")
        await NativeFiles().read(PickedFile("foto.jpg", 1, path=str(path), is_copy=is_copy))
        assert path.exists() is not (in_passing and is_copy)


async def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(MAX_PICKED_BYTES + 1)
    for picked, problem in (
        (PickedFile("x", 1, path=str(tmp_path / "gone")), NOT_READ),
        (PickedFile("x", 1, path=str(tmp_path)), NOT_READ),
        (PickedFile("x", 1), NOT_READ),
        (PickedFile("x", 1, path=str(large)), FILE_TOO_LARGE),
        (PickedFile("x", MAX_PICKED_BYTES + 1, path=str(large)), FILE_TOO_LARGE),
    ):
        with pytest.raises(Unfit) as caught:
            await NativeFiles().read(picked)
        assert caught.value.name == problem
