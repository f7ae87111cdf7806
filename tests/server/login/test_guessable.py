"""A password that is guessed first is nobody's."""

import pytest

from mia_companion import cli
from mia_companion.server import given_passwords
from mia_companion.server.login.guessable import _frequent, guessable
from tests.server.office import open_office
from tests.server.test_given_passwords import OWN, choose, newcomer
from tests.server.world import World

EVA = ("Eva Långström", "eva.langstrom@kommun.example")


@pytest.mark.parametrize(
    "password",
    [
        "1qaz2wsx3edc", "motherfucker", "Q1w2e3r4t5y6", "qwerty123456", "password1234", "iloveyou2024",
        "passwordpassword", "dragon-monkey", "aaaaaaaaaaaa", "abcabcabcabc", "123456789012",
        "abcdefghijklm", "Lösenord2026!", "Sommar2026!!", "MIA Companion 2026", "Kommunen-2026",
        "EvaLångström1", "långström1984", "eva.langstrom", "Välkommen till MIA", "            ",
    ],
)  # fmt: skip
def test_is_guessed_first(password: str) -> None:
    assert guessable(password, EVA)


@pytest.mark.parametrize(
    "password",
    [
        OWN, "fyra helt andra ord", "ett långt lösenord", "#¤%&/()=?`^*<>|", "кошка на тёплой печи",
        "قطة على سطح ساخن", "correct horse battery staple", "tiro-kuba-melo-sani-defu",
    ],
)  # fmt: skip
def test_is_somebodys_own(password: str) -> None:
    """Of any letters and signs, without a rule about which."""
    assert not guessable(password, EVA)


def test_the_list_is_whole_and_what_the_server_makes_is_not_on_it() -> None:
    assert len(_frequent()) > 49_000
    turning = iter(range(10_000))
    assert not guessable(
        given_passwords.make(lambda n: bytes(next(turning) % 210 for _ in range(n)))
    )


async def test_nobody_chooses_one(world: World) -> None:
    office = await open_office(world)
    coordinator, _, given = await newcomer(office)
    assert await choose(coordinator, given, "password1234") == "password-easy"
    assert await choose(coordinator, given, "kort") == "malformed"
    assert await choose(coordinator, given, OWN * 4) == ""


def test_nor_is_one_given_at_the_command_line(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MIA_DATA_DIR", str(tmp_path))
    for password in ("kort", "password1234"):
        monkeypatch.setattr("getpass.getpass", lambda _, said=password: said)
        assert cli.main(["admin", "administrator", "none", "Eva", "eva@example.org"]) == 1
        assert "harder to guess" in capsys.readouterr().err
