"""What the server speaks to, truly there and truly away; nothing is sent, and no secret is told."""

import socket
import sys
import zoneinfo
from pathlib import Path

import pytest

from mia_companion.server.doctor.finding import Grave
from mia_companion.server.doctor.installed import installed, unfit
from tests.server.doctor.house import House, answering, only
from tests.server.reminders.post_office import post_office

SECRET = "hunter2-of-the-operator"


def _nobody() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def mail(port: int, **more: str) -> dict[str, str]:
    return {
        "MIA_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "MIA_MAIL_FROM": "no-reply@mia.example",
        **more,
    }


async def test_a_mail_server_that_is_there_gets_no_mail(house: House) -> None:
    with post_office() as office:
        house.said |= mail(office.port)
        assert await house.wrong() == []
        assert "takes us, in the clear, on this computer" in str(await house.findings())
        assert office.came == []
        # It must come by TLS where certificates are named, and this one has none.
        ca = house.folder / "ca.pem"
        ca.write_text("none")
        house.said["MIA_SMTP_CA_FILE"] = str(ca)
        only(await house.wrong(), Grave.BROKEN, "does not take us")


@pytest.mark.parametrize("away", ["nobody", "password"])
async def test_a_mail_server_that_does_not_take_us(away: str, house: House) -> None:
    secret = house.folder / "password"
    with post_office() as office:
        house.said |= mail(_nobody() if away == "nobody" else office.port)
        if away == "password":
            secret.write_text(SECRET)
            secret.chmod(0o600)
            house.said["MIA_SMTP_URL"] = f"smtp://mia@127.0.0.1:{office.port}"
            house.said["MIA_SMTP_PASSWORD_FILE"] = str(secret)
        said = only(await house.wrong(), Grave.BROKEN, "does not take us")
    assert SECRET not in str(said)


@pytest.mark.parametrize(
    ("kind", "token", "words"),
    [
        ("http", None, "cannot be read"), ("46elks", SECRET, "USER:PASSWORD"),
        ("http", SECRET, "is not reached"), ("http", "", "cannot be read"),
    ],
)  # fmt: skip
async def test_an_sms_provider(kind: str, token: str | None, words: str, house: House) -> None:
    file = house.folder / "token"
    if token is not None:
        file.write_text(token)
        file.chmod(0o600)
    house.said |= {"MIA_SMS_KIND": kind, "MIA_SMS_TOKEN_FILE": str(file)}
    house.said["MIA_SMS_URL"] = f"http://127.0.0.1:{_nobody()}/send"
    said = only(await house.wrong(), Grave.BROKEN, words)
    assert SECRET not in str(said)
    file.write_text(f"user:{SECRET}")
    file.chmod(0o600)
    with answering({}) as address:
        house.said["MIA_SMS_URL"] = f"{address}/send"
        assert await house.wrong() == []
        assert "no SMS was sent" in str(await house.findings())


async def test_an_openid_provider(house: House) -> None:
    discovery = {
        "issuer": "HERE", "authorization_endpoint": "HERE/auth", "token_endpoint": "HERE/token",
        "jwks_uri": "HERE/jwks", "response_types_supported": ["code"],
    }  # fmt: skip
    said: dict[str, object] = {
        "/.well-known/openid-configuration": discovery,
        "/jwks": {"keys": []},
    }
    with answering(said) as address:
        house.said |= {
            "MIA_PUBLIC_URL": "http://localhost:8550", "MIA_PASSWORDS": "off", "MIA_OIDC_ISSUER": address,
            "MIA_OIDC_CLIENT_ID": "mia", "MIA_OIDC_CLIENT_SECRET": SECRET, "MIA_OIDC_ACR": "loa3",
        }  # fmt: skip
        assert await house.wrong() == []
        assert "gives its keys" in str(await house.findings())
        discovery["issuer"] = "https://another.example"
        only(await house.wrong(), Grave.BROKEN, "does not answer as one")
        said.clear()
        only(await house.wrong(), Grave.BROKEN, "status 404")
    found = only(await house.wrong(), Grave.BROKEN, "ConnectError")
    assert SECRET not in str(found)


def test_time_zones_and_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert [one.grave for one in installed()] == [Grave.FINE, Grave.FINE]
    before = zoneinfo.TZPATH
    try:
        zoneinfo.reset_tzpath([str(tmp_path)])
        zoneinfo.ZoneInfo.clear_cache()
        monkeypatch.setitem(sys.modules, "tzdata", None)
        monkeypatch.setitem(sys.modules, "tzdata.zoneinfo.Europe", None)
        assert [one.grave for one in installed()] == [Grave.BROKEN, Grave.FINE]
    finally:
        zoneinfo.reset_tzpath(list(before))
        zoneinfo.ZoneInfo.clear_cache()
    wanted = [
        "pydantic==1.0",
        "no-such-library>=1",
        "flet>=999",
        "alembic>=1.17; extra == 'server'",
    ]
    assert [one.partition(",")[0] for one in unfit(wanted)] == [
        f"The library pydantic is {_version('pydantic')}", "The library no-such-library is missing",
        f"The library flet is {_version('flet')}",
    ]  # fmt: skip


def _version(name: str) -> str:
    from importlib.metadata import version  # noqa: PLC0415

    return version(name)
