"""A log of JSON lines whose fields are on a list. What is not on it, or not of its kind, is not there:

    {"time":"2026-03-02T09:00:00.123Z","level":"info","event":"request","request":"9f…","method":"POST",
     "route":"/v1/push","status":200,"milliseconds":3.1}

No text is ever put into a line, but sentences that stand in our own code. What a library logs is told as
the library, and the place in its code where its sentence stands. No network address stands here: limits
need them and have them in memory.
"""

import json
import logging
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from mia_companion.device.logs import OURS, keep_words_out

_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_FRAME = re.compile(r"[\w./<>:-]{1,200}:\d+ [\w.<>]{1,80}")
_FOLDERS = re.compile(r"^.*/(site-packages|src|lib)/")


def _matches(pattern: str) -> Callable[[object], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_FIELDS: dict[str, Callable[[object], bool]] = {
    "request": _matches("[0-9a-f]{16}"),
    "method": lambda value: value in _METHODS,
    "route": _matches(r"-|(/([a-z0-9-]{1,24}(\.(json|css|js))?|\{[a-z_]{1,24}(:path)?\}))+"),
    "status": _is_number,
    "milliseconds": _is_number,
    "bound": lambda value: value in ("address", "name", "device"),
    "reason": _matches("[a-z]+(-[a-z]+){0,5}"),
    "error": _matches(r"[A-Za-z_]\w{0,60}"),
}
"""What a line of ours may say besides its event, and how each is known for what it is."""

_EVENT = re.compile(r"[A-Za-z][A-Za-z -]{0,60}")
_LOGGER = re.compile(r"[A-Za-z_][\w.]{0,60}")


class JsonLines(logging.Formatter):
    """Formats what `keep_words_out` has gone through; of any other record it says only the logger."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, ASCII, without its end."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, object] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
        }
        event = _EVENT.match(getattr(record, "mia_sentence", ""))
        error, place = getattr(record, "mia_error", None), getattr(record, "mia_place", None)
        if event:
            said["event"] = event[0].strip()
            for name, is_one in _FIELDS.items():
                value = getattr(record, name, None)
                if value is not None and is_one(value):
                    said[name] = value
            error, place = error or said.get("error"), place or getattr(record, "place", None)
        else:
            said["event"] = "library"
            said["logger"] = record.name if _LOGGER.fullmatch(record.name) else "-"
        if error is not None:
            said["error"] = error
        if place is not None or record.levelno >= logging.WARNING or not event:
            said["place"] = _short(place) or _place_of(record)
        return json.dumps(said, separators=(",", ":"))


def _place_of(record: logging.LogRecord) -> str:
    return _short(f"{record.pathname}:{record.lineno} {record.funcName}")


def _short(place: object) -> str:
    """Files as the packages name them, not where somebody has put them; nothing that is no place."""
    frames = str(place or "").replace("\\", "/").split(" < ")
    short = [_FOLDERS.sub("", one) for one in frames]
    return " < ".join(one for one in short if _FRAME.fullmatch(one))


def log_in_lines(level: str) -> None:
    """Every record of the process leaves as such a line on the standard error, and in no other way.

    `level` is that of our own; of libraries only what is worth a warning.
    """
    keep_words_out()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(level.upper())
    logging.captureWarnings(True)
