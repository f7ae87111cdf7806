"""Keys that a service elsewhere wraps: moved there, changed there, and gone when it lets a version go."""

from dataclasses import replace
from pathlib import Path

import pytest

from mia_companion.server.keeping.key_service import CannotUnwrap, ServiceAway
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keeping.transit import TransitKeyService
from mia_companion.server.keys import KeysMissing
from mia_companion.server.settings import Settings
from tests.server.keeping.folder import JOURNALS, SERVERS, Folder, is_in
from tests.server.keeping.transit_twin import TOKEN, Twin, a_transit


def at(folder: Folder, twin: Twin) -> None:
    """From now on its keys are wrapped there."""
    token = folder.settings.data_dir / "token"
    token.write_text(f"{TOKEN}\n")
    folder.settings = replace(folder.settings, kms_url=twin.address, kms_token_file=token)


def test_keys_move_to_a_service_and_are_changed_there(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    before = folder.all()
    with a_transit() as twin:
        at(folder, twin)
        assert folder.all() == before
        store = folder.open()
        store.journal_keys("new")
        done = folder.rotate()
        assert done.wrapped == len(JOURNALS) + len(SERVERS) + 1
        folder.settings.kek.unlink()  # nothing needs it any more
        after = folder.all()
        assert is_in(before, after)
        asked = len(twin.asked)
        store.journal_keys("new")
        many = len(twin.asked)
        for _ in range(100):
            store.journal_keys("new")
        assert len(twin.asked) == many == asked + 2  # once for each version, and then from memory
        assert twin.least == 2
        old = next(iter(twin.versions.values()))
        twin.versions = {number: key for number, key in twin.versions.items() if key != old}
        assert folder.all() == after
        store.destroy("new")
        twin.away = True
        with pytest.raises(ServiceAway):
            folder.all()


def test_what_a_service_does_not_open_is_said(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with a_transit() as twin:
        at(folder, twin)
        token = folder.settings.kms_token_file
        assert token
        service = TransitKeyService(twin.address, token, folder.around.randomness)
        made = service.generate_data_key("here")
        assert len(made.plain) == 32
        assert service.decrypt(made.wrapped, "here") == made.plain
        with pytest.raises(CannotUnwrap):
            service.decrypt(made.wrapped, "there")
        folder.all()
        service.rotate()
        service.schedule_deletion(service.current(), folder.clock())
        with pytest.raises(KeysMissing):
            folder.all()
        token.write_text("another")
        with pytest.raises(ServiceAway, match="403"):
            service.current()
    with pytest.raises(ServiceAway):
        service.current()


def test_settings_say_the_whole_address(tmp_path: Path) -> None:
    around = Folder(tmp_path).around
    for url in ("https://bao/v1/transit", "ftp://bao/v1/transit/keys/x", "https://bao/keys/"):
        with pytest.raises(ValueError, match="MIA_KMS_URL"):
            TransitKeyService(url, tmp_path, around.randomness)
    with pytest.raises(ValueError, match="TOKEN_FILE"):
        open_keys(Settings(data_dir=tmp_path, kms_url="https://bao/v1/transit/keys/x"), around)
