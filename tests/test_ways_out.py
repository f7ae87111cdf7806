"""Whatever lets something out of the app is known, and says of protected people what it should."""

import re
from pathlib import Path

import pytest

import mia_companion

SOURCE = Path(mia_companion.__file__).parent
DOCS = Path(__file__).parent.parent / "docs" / "protected-identity.md"

WAYS = {
    "saves a file": r"\.save_file\(",
    "makes a table": r"\b(Workbook|csv\.writer)\b",
    "sets a paper": r"\bFPDF\b",
    "opens another program": r"\blaunch_url\(|\bOpenUrl\(|f?\"(mailto|tel|geo|sms|webcal):",
    "copies": r"\bClipboard\b",
    "shares": r"\bft\.Share\b|\bShare\(",
    "draws a code": r"\bsegno\b",
    "mails": r"\b(smtplib|aiosmtplib|EmailMessage|MIMEText)\b",
    "feeds a calendar": r"BEGIN:VCALENDAR|BEGIN:VEVENT|text/calendar|\bicalendar\b",
    "shows a notice": r"\bNotice\(",
    "names the page": r"\bpage\.title\b",
    "writes to the audit's table": r"insert\(audit\)",
    "writes a file of the server's": r"os\.open\(self\._file",
    "logs": r"\blogging\.getLogger\b",
    "prints": r"(?<![\w.])print\(",
}
"""How each kind of way out is known in the source."""

READS_A_NAME = re.compile(
    r"plan\([^()]*\)\.name\b|\bplan\.name\b|profile\.name\b|\bname_of\(|\bcalled\(|outside_name\("
)
CODED_BY = re.compile(r"\b(outside_name|code_of)\(")


def modules() -> dict[str, str]:
    """Every module's text by its path."""
    return {
        path.relative_to(SOURCE).as_posix(): path.read_text("utf-8")
        for path in SOURCE.rglob("*.py")
        if not path.relative_to(SOURCE).as_posix().startswith("demo/")
    }


def table() -> dict[str, str]:
    """How each module of the table says what it lets out."""
    found: dict[str, str] = {}
    for line in DOCS.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and ".py`" in cells[1]:
            for module in re.findall(r"`([^`]+\.py)`", cells[1]):
                found[module] = cells[2]
    return found


TEXTS, TABLE = modules(), table()
LETS_OUT = sorted(
    (module, way)
    for module, text in TEXTS.items()
    for way, sign in WAYS.items()
    if re.search(sign, text)
)


@pytest.mark.parametrize(("module", "way"), LETS_OUT)
def test_every_way_out_stands_in_the_table(module: str, way: str) -> None:
    assert module in TABLE, f"{module} {way}: say in {DOCS.name} what it says of a protected person"


@pytest.mark.parametrize("module", sorted(TABLE))
def test_the_table_says_what_is_so(module: str) -> None:
    how = TABLE[module]
    if how.startswith("coded by"):
        by = re.findall(r"`([^`]+\.py)`", how)
        assert by
        assert all(CODED_BY.search(TEXTS[one]) for one in by)
    else:
        assert how.startswith("nameless: ")
    assert not READS_A_NAME.search(TEXTS[module]), (
        f"{module} reads a name past domain/protection.py"
    )


def test_a_new_way_out_would_be_found() -> None:
    for sign in (
        'await picker.save_file(file_name="Amina.txt")',
        "from smtplib import SMTP",
        '"BEGIN:VCALENDAR"',
        "log = logging.getLogger(__name__)",
        'f"mailto:{address}"',
    ):
        assert any(re.search(way, sign) for way in WAYS.values()), sign


def test_screens_ask_for_a_participants_name_in_one_place() -> None:
    """The participant's own screens may: there the name is the reader's own."""
    asks = re.compile(r"plan\([^()]*\)\.name\b|\bplan\.name\b|profile\.name\b")
    for module, text in TEXTS.items():
        if module.startswith("ui/") and not module.startswith("ui/participant/"):
            known = module in ("ui/components/called.py", "ui/coordinator/files/bringing_in.py")
            assert known or not asks.search(text), f"{module}: ask ui/components/called.py"
