"""The readings of every screen in Swedish, kept in `tests/access/readings`, one file a screen."""

import difflib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tools.walk.clock import BEGINS

FOLDER = Path(__file__).parents[2] / "tests" / "access" / "readings"
SPOKEN = "sv"

_LASTS = timedelta(hours=3)
_ZONE = ZoneInfo("Europe/Stockholm")
_BEGINS, _ENDS = (f"{at.astimezone(_ZONE):%H:%M}" for at in (BEGINS, BEGINS + _LASTS))

_CLOCK = re.compile(r"\b\d\d:\d\d\b")
_CODE = re.compile(r"\b[0-9A-Z]{4}[ -–]{1,3}[0-9A-Z]{4}\b")
_SPELLED = re.compile(r"\b(?:[0-9A-Z][ ,.–-]+){7}[0-9A-Z]\b")
_AGO = re.compile(
    r"(för|om) \d+ (sekund|minut|timm|dag)(er|ar|e)?( sedan)?|\bnyss\b|för …r sedan"
    r"|(?<=Öppnade MIA )nu\b|(?<=Användes senast )nu\b"
)
_PROTECTED = re.compile(r"\b(?=[0-9-]*[A-Z])[0-9A-Z]{4}-[0-9A-Z]{2}\b")
_PORT = re.compile(r"(?<=localhost|127\.0\.0\.1):\d+")
_FEED = re.compile(r"(?<=/calendars/)\S+(?=\.ics)")
_PAIR = re.compile("(?<=\u2068)\\w+ · \\w+(?=\u2069)")
_PASSWORD = re.compile(r'(textbox "Lösenord"): .*')
"""It is told only while the page has just been left with it, and is nobody's to read."""
_GIVEN = re.compile(r"\b(?:[a-z]{4}-){4}[a-z]{4}\b")
_TEXT = re.compile(r"^ *- text: ")
_PAUSE = re.compile(r"(?<=Vänta )\d+(?= sekunder)")
_FINGERPRINT = re.compile(r"\b[0-9a-f]{8,}\b")


def stable(reading: str) -> str:
    """Without what is another each time: what is told of the hours of the walk, and codes."""
    lines = (_FINGERPRINT.sub("…", _AGO.sub(_when, line)) for line in reading.splitlines())
    lines = (_FEED.sub("ADRESS", _PORT.sub("", line)) for line in lines)
    lines = (_PROTECTED.sub("DELTAGARE", _PAUSE.sub("…", line)) for line in lines)
    lines = (_PASSWORD.sub(r"\1", _PAIR.sub("TVÅ ORD", line)) for line in lines)
    lines = (_GIVEN.sub("LÖSENORD", line) for line in lines)
    coded = (_SPELLED.sub("KOD", _CODE.sub("KOD", line)) for line in lines)
    told = (_CLOCK.sub(_masked, line).rstrip() for line in coded)
    return "\n".join(_flat(told)) + "\n"


def _flat(lines: Iterable[str]) -> Iterator[str]:
    """Without groups that have no name, of which nobody is told and which Flutter makes now and then."""
    open_groups: list[int] = []
    text = ""
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        open_groups = [one for one in open_groups if one < depth]
        if line.strip() in ("- group", "- group:"):
            open_groups.append(depth)
            continue
        shown = line[2 * len(open_groups) :]
        if text and _TEXT.match(shown) and _indent(shown) == _indent(text):
            text = f"{text} {_said(shown)}"
            continue
        if text:
            yield text
        text = f"{_indent(shown)}- text: {_said(shown)}" if _TEXT.match(shown) else ""
        if not text:
            yield shown
    if text:
        yield text


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _said(line: str) -> str:
    said = line.strip().removeprefix("- text: ")
    return str(json.loads(said)) if said.startswith('"') and said.endswith('"') else said


def differs(name: str, reading: str) -> list[str]:
    """What is told otherwise than in what was kept; a screen of which nothing was kept differs, too."""
    path = FOLDER / f"{name}.yml"
    kept = path.read_text("utf-8") if path.exists() else ""
    told = difflib.unified_diff(
        kept.splitlines(), stable(reading).splitlines(), "kept", "heard", "", "", 1, ""
    )
    return list(told)


def keep(name: str, reading: str) -> None:
    """From now on this is how it should sound."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.yml").write_text(stable(reading), "utf-8")


def _when(found: re.Match[str]) -> str:
    """It is another hour, and perhaps another day, when the walk gets there."""
    way = found.group(1)
    return f"{way} …" if way and not found.group(4) else f"{way or 'för'} … sedan"


def _masked(found: re.Match[str]) -> str:
    return "NU" if _BEGINS <= found.group() <= _ENDS else found.group()
