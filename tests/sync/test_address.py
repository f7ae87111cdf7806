"""Nothing is sent to a server by a way on which somebody could read it."""

import pytest

from mia_companion import cli
from mia_companion.sync.address import checked_address


@pytest.mark.parametrize(
    "address",
    ["https://mia.example.se", "http://127.0.0.1:8550", "http://localhost", "http://[::1]:1"],
)
def test_tls_or_this_computer(address: str) -> None:
    assert checked_address(address) == address


def _opened(*_: object, **__: object) -> None:
    raise AssertionError("it was opened all the same")


@pytest.mark.parametrize(
    "address",
    [
        "http://mia.example.se",
        "http://localhost.example.se",
        "ftp://127.0.0.1",
        "mia.example.se",
        "",
        "//x",
    ],
)
def test_anything_else_is_refused_before_a_line_is_opened(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("MIA_DATA_DIR", str(tmp_path))
    for opens in ("mia_companion.serving.serving", "mia_companion.main.ft.run"):
        monkeypatch.setattr(opens, _opened)
    for command in (["web", "--server", address], ["app", "--server", address]):
        with pytest.raises(ValueError, match="https"):
            cli.main(command)
