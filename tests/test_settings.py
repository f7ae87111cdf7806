"""Every variable stands in the table, the table in the page, and a mistake is told in a sentence."""

import ast
from pathlib import Path

import pytest

from mia_companion import cli
from mia_companion.device.statement.operator import Operator
from mia_companion.environment.said import BadSetting, Said, unknown
from mia_companion.environment.variables import VARIABLES
from mia_companion.server.settings import Settings
from tools import settings as page

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src/mia_companion/environment/variables.py"


def strings(file: Path) -> list[str]:
    """What stands in the code as a text of its own."""
    return [
        one.value
        for one in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def read_by(files: list[Path]) -> dict[str, set[str]]:
    """Names that are texts of their own, by file."""
    found: dict[str, set[str]] = {}
    for file in files:
        for one in strings(file):
            if one.startswith("MIA_") and one.replace("_", "").isalnum():
                found.setdefault(one, set()).add(file.name)
    return {name: where for name, where in found.items() if name != "MIA_"}


def asks_the_environment(file: Path) -> list[int]:
    """Lines that ask the environment of the process past `Said`."""
    found = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        of = node.value if isinstance(node, ast.Attribute | ast.Subscript) else None
        names = {getattr(node, "attr", ""), getattr(of, "attr", ""), getattr(of, "id", "")}
        asks = isinstance(node, ast.Subscript) or getattr(node, "attr", "") == "get"
        if ("environ" in names and asks) or "getenv" in names:
            found.append(getattr(node, "lineno", 0))
    return found


def sources(*words: str) -> list[Path]:
    """Files of ours in which one of the words stands at all."""
    files = [ROOT / "main.py", *(ROOT / "src").rglob("*.py")]
    return [one for one in files if any(word in one.read_text("utf-8") for word in words)]


def test_what_is_read_is_in_the_table_and_the_other_way_round() -> None:
    files = [one for one in sources("MIA_") if one != TABLE]
    assert read_by(files).keys() == VARIABLES.keys()


def test_nothing_asks_the_environment_past_the_table() -> None:
    """Only whether there is a screen, and where a platform keeps things."""
    files = sources("environ", "getenv")
    assert {one.name for one in files if asks_the_environment(one)} == {
        "folders.py", "picking.py", "playing.py",
    }  # fmt: skip


def test_the_page_is_the_table() -> None:
    assert page.FILE.read_text("utf-8") == page.page()


SECRET = "hunter2-of-the-operator"


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("MIA_MAX_JSON_BYTES", SECRET, "a whole number, 1 or more"),
        ("MIA_MAX_JSON_BYTES", "0", "a whole number, 1 or more"),
        ("MIA_METRICS_PORT", "70000", "from 1 to 65535"),
        ("MIA_METRICS_PORT", "²", "from 1 to 65535"),
        ("MIA_STOP_DELAY_SECONDS", "1.5", "from 0 to 300"),
        ("MIA_LOG_LEVEL", SECRET, "debug, info, warning or error"),
        ("MIA_BEHIND_TLS", "true", "0 or 1"),
        ("MIA_PASSWORDS", SECRET, "on or off"),
        ("MIA_DATABASE_URL", f"postgres://mia:{SECRET}@db/mia", "postgresql+asyncpg://"),
        ("MIA_DATABASE_URL", f"postgresql+asyncpg://mia:{SECRET}@db:port/mia", "postgresql+asyncpg://"),
        ("MIA_SMTP_URL", f"smtp://mia@post.example:{SECRET}", "smtp://USER@HOST:PORT"),
        ("MIA_SMTP_URL", f"smtp://mia:{SECRET}@post.example", "without a password"),
        ("MIA_SMS_KIND", SECRET, "46elks or http"),
        ("MIA_PUBLIC_URL", f"https://mia:{SECRET}@mia.example", "https://, a host"),
        ("MIA_KMS_URL", "https://bao.example/v1/transit/keys/mia", "MIA_KMS_TOKEN_FILE"),
        ("MIA_OIDC_CLIENT_SECRET_FILE", f"/nowhere/{SECRET}", "no such file or directory"),
        ("MIA_ACCESS_EMAIL", SECRET, "an address"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_a_sentence_without_what_was_said(
    name: str, value: str, allowed: str, *, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.setenv("MIA_DATA_DIR", str(tmp_path))
    if "OIDC" in name:
        monkeypatch.setenv("MIA_OIDC_ISSUER", "https://id.example")
    if name.startswith("MIA_SMS"):
        monkeypatch.setenv("MIA_SMS_URL", "https://sms.example")
        monkeypatch.setenv("MIA_SMS_TOKEN_FILE", "/token")
    monkeypatch.setenv(name, value)
    assert cli.main(["serve", "--port", "1"]) == cli.BAD_SETTING
    told = capsys.readouterr().err
    assert name in told
    assert allowed in told
    assert SECRET not in told
    assert len(told.splitlines()) == 1
    assert not list(tmp_path.iterdir()), "and nothing was begun"


def test_what_is_empty_is_not_set(tmp_path: Path) -> None:
    nothing = dict.fromkeys(VARIABLES, " ")
    assert Settings.from_environment({**nothing, "MIA_DATA_DIR": str(tmp_path)}) == Settings(
        tmp_path
    )
    assert Operator.from_environment(nothing) == Operator()
    with pytest.raises(LookupError):
        Said({}).count("MIA_METRICS_PORT")
    with pytest.raises(KeyError):
        Said({}).text("MIA_OF_NOBODY")
    with pytest.raises(BadSetting, match="is none"):
        Said({"MIA_STAFF_IDLE_MINUTES": "soon"}).count("MIA_STAFF_IDLE_MINUTES")


def test_a_name_that_nothing_reads_is_found_and_what_was_meant() -> None:
    said = {
        "MIA_PASWORDS": "off",
        "MIA_X": "1",
        "MIA_PASSWORDS": "on",
        "HOME": "/",
        "MIA_METRIC_PORT": "",
    }
    meant = {"MIA_METRIC_PORT": "MIA_METRICS_PORT", "MIA_PASWORDS": "MIA_PASSWORDS", "MIA_X": ""}
    assert unknown(said) == meant


def test_the_checks_see_what_they_are_for(tmp_path: Path) -> None:
    seeded = tmp_path / "seeded.py"
    seeded.write_text(
        'a = os.environ.get("MIA_OTHER")\nb = os.getenv("X")\n"""MIA_DOC is told of."""\n'
    )
    assert read_by([seeded]) == {"MIA_OTHER": {"seeded.py"}}
    assert asks_the_environment(seeded) == [1, 2]
