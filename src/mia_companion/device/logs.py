"""Logs that say what failed and where, and nothing of what anybody wrote.

The message of an exception may quote a name, a place, a whole form; so may what a library logs of its
own. Every record in the process is therefore made without them, whoever made it and whoever writes it:

    ours        its words as they are (they are chosen so), the exception's kind and place
    others'     the beginning of a fixed sentence, the exception's kind and place

What ends the process or a thread, or happens while something is taken away, is told by the interpreter past
every log, with all that it quotes. From now on it is logged instead.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

OURS = "mia_companion"
_DEEPEST, _LONGEST = 4, 80

_FIXED = (
    "Task exception was never retrieved",
    "Future exception was never retrieved",
    "Task was destroyed but it is pending!",
    "Exception in callback",  # and its arguments
    "Exception in ASGI application",
    "Receive loop error",
    "Unhandled error",
)
"""What libraries say without gaps and put words behind. Any other sentence may begin with a word."""

_log = logging.getLogger(__name__)

_Wrong = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def keep_words_out() -> None:
    """For every record that is made from now on, and for whatever ends a thread or all. Again is harmless."""
    _hear_ends()
    before = logging.getLogRecordFactory()
    if getattr(before, "keeps_words_out", False):
        return

    def make(*given: Any, **named: Any) -> logging.LogRecord:
        return _without_words(before(*given, **named))

    make.keeps_words_out = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(make)


def _hear_ends() -> None:
    if sys.excepthook is sys.__excepthook__:  # nobody else wants to know
        sys.excepthook = _ended
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _thread_ended
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _let_go


def _ended(kind: type[BaseException], wrong: BaseException, trace: TracebackType | None, /) -> None:
    if issubclass(kind, KeyboardInterrupt):  # somebody stopped it
        sys.__excepthook__(kind, wrong, trace)
        return
    _log.critical("ended by an error", exc_info=(kind, wrong, trace))


def _thread_ended(told: "threading.ExceptHookArgs", /) -> None:
    if not issubclass(told.exc_type, SystemExit):
        wrong = told.exc_value or told.exc_type()
        _log.error("a thread ended", exc_info=(told.exc_type, wrong, told.exc_traceback))


def _let_go(told: "sys.UnraisableHookArgs", /) -> None:
    wrong = told.exc_value or told.exc_type()
    _log.error("failed as it was let go", exc_info=(told.exc_type, wrong, told.exc_traceback))


def _without_words(record: logging.LogRecord) -> logging.LogRecord:
    # For lines of fields (log_lines.py), which take nothing out of a text.
    record.mia_sentence = str(record.msg) if record.name.split(".")[0] == OURS else ""
    if record.exc_info:
        record.mia_error = record.exc_info[0].__name__ if record.exc_info[0] else ""
        record.mia_place = place_of(record.exc_info[2])
    if record.name.split(".")[0] != OURS:
        record.msg, record.args = _beginning(record), ()
    said = kind_and_place(record.exc_info) if record.exc_info else ""
    if said:
        record.msg, record.args = f"{record.getMessage()} · {said}", ()  # no gaps, no filling
    record.exc_info, record.exc_text, record.stack_info = None, None, None
    return record


def _beginning(record: logging.LogRecord) -> str:
    """A sentence with gaps is fixed, and its gaps are left out; one without may have words anywhere in it,
    and says nothing then but where it stands in the library."""
    said = str(record.msg)
    if record.args:
        return said.partition("\n")[0][:_LONGEST]
    if record.levelno < logging.WARNING:
        return "…"
    fixed = next((one for one in _FIXED if said.startswith(one)), "")
    return fixed or f"… at {record.pathname}:{record.lineno} {record.funcName}"


def kind_and_place(wrong: _Wrong) -> str:
    """`KeyError at /app/ui/today.py:12 Today < …`."""
    kind, _, trace = wrong
    if kind is None:
        return ""
    where = place_of(trace)
    return f"{kind.__name__} at {where}" if where else kind.__name__


def place_of(trace: TracebackType | None) -> str:
    """`/app/ui/today.py:12 Today < …`, the deepest first."""
    frames = reversed(traceback.extract_tb(trace)[-_DEEPEST:])
    return " < ".join(f"{one.filename}:{one.lineno} {one.name}" for one in frames)
