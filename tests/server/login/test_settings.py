"""How staff sign in is set up from the environment, and a door half set up is not opened."""

from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.settings import Settings
from tests.server.databases import SqliteFile
from tests.server.login.signing_in import LoginWorld
from tests.server.world import problem, unique

WHOLE = {
    "MIA_PUBLIC_URL": "https://mia.example/",
    "MIA_OIDC_ISSUER": "https://id.example",
    "MIA_OIDC_CLIENT_ID": "mia",
    "MIA_OIDC_CLIENT_SECRET": "a-secret",
    "MIA_OIDC_ACR": "loa3 loa4",
    "MIA_OIDC_CLAIM": "personal_number",
    "MIA_PASSWORDS": "off",
    "MIA_STAFF_IDLE_MINUTES": "20",
}


def test_all_of_it(tmp_path: Path) -> None:
    said = LoginSettings.from_environment(WHOLE)
    assert said.provider is not None
    assert said.provider.acr == ("loa3", "loa4")
    assert (said.rp_id, said.callback) == ("mia.example", "https://mia.example/v1/login/callback")
    assert (said.passwords, said.passkeys, said.idle) == (False, True, timedelta(minutes=20))
    secret = tmp_path / "secret"
    secret.write_text("another-secret\n")
    other = LoginSettings.from_environment({**WHOLE, "MIA_OIDC_CLIENT_SECRET_FILE": str(secret)})
    assert other.provider is not None
    assert other.provider.client_secret == "another-secret"
    whole = Settings.from_environment({"MIA_DATA_DIR": str(tmp_path), **WHOLE})
    assert whole.login == said
    assert "a-secret" not in repr(whole)
    assert LoginSettings.from_environment({}) == LoginSettings()


@pytest.mark.parametrize(
    "changed",
    [
        {"MIA_PUBLIC_URL": "http://mia.example"},
        {"MIA_PUBLIC_URL": "https://mia.example/app"},
        {"MIA_PUBLIC_URL": "https://user@mia.example"},
        {"MIA_PUBLIC_URL": ""},
        {"MIA_OIDC_ISSUER": "http://id.example"},
        {"MIA_OIDC_ACR": " "},
        {"MIA_OIDC_CLIENT_ID": ""},
        {"MIA_PASSWORDS": "no"},
        {"MIA_STAFF_IDLE_MINUTES": "-1"},
        {"MIA_STAFF_IDLE_MINUTES": "soon"},
    ],
)
def test_a_mistake_is_not_passed_over(changed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="MIA_"):
        LoginSettings.from_environment({**WHOLE, **changed})


async def test_where_nothing_is_set_up_and_where_passwords_are_off(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "off").mkdir()
    plain = LoginWorld(tmp_path / "plain", SqliteFile(tmp_path / "plain"), public_url="")
    await plain.start()
    ways = (await plain.http.get("/v1/login")).json()
    assert ways == {"passwords": True, "passkeys": False, "provider": "", "idle_minutes": 0}
    asked = {"device": unique("device")}
    assert problem(await plain.http.post("/v1/login/tickets", json=asked)) == "not-found"
    for path in ("callback", f"at/{'a' * 22}/oidc"):
        assert problem(await plain.http.get(f"/v1/login/{path}")) == "not-found"
    await plain.stop()
    off = LoginWorld(tmp_path / "off", SqliteFile(tmp_path / "off"), passwords=False)
    await off.start()
    said = {"email": "anna@example.org", "password": "ett långt lösenord", **asked}
    answer = await off.http.post("/v1/sign-in", json=said)
    assert (problem(answer), answer.status_code) == ("passwords-off", 403)
    await off.stop()
