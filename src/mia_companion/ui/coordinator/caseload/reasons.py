"""Why somebody needs the coordinator, in words."""

from collections.abc import Callable
from datetime import date, datetime

import flet as ft

from mia_companion.domain import needs as n
from mia_companion.domain.needs import Reason
from mia_companion.i18n.words import Words, later

SHORT = {
    n.WAITING: later("Waits for an answer"),
    n.MOVE_ASKED: later("Asks for another time"),
    n.CALLED_OFF: later("Called off a time"),
    n.DATA_ASKED: later("What is kept"),
    n.GAP: later("Nothing planned ahead"),
    n.SILENCE: later("Silent"),
    n.LOW: later("A hard day"),
    n.CONSENT_ENDS: later("Consent ends"),
    n.FOLLOW_UP: later("Follow-up"),
    n.NOT_REACHED: later("Reminders"),
}
"""What a filter is called."""

_SENTENCES = {
    n.WAITING: later("Waits for an answer: wrote {ago}"),
    n.MOVE_ASKED: later("Asked for another time {ago}"),
    n.CALLED_OFF: later("Called off a time {ago}"),
    n.DATA_ASKED: later("Asked about what is kept {ago}"),
    n.GAP: later("Nothing planned ahead"),
    n.SILENCE: later("Silent since {day}, longer than usual"),
    n.LOW: later("Shared a hard day {day}"),
    n.CONSENT_ENDS: later("A consent ends {day}"),
    n.FOLLOW_UP: later("Time for the follow-up after six months"),
    n.NOT_REACHED: later("A reminder did not arrive {ago}"),
}

_ICONS = {
    n.WAITING: ft.Icons.REPLY,
    n.MOVE_ASKED: ft.Icons.EVENT_REPEAT_OUTLINED,
    n.CALLED_OFF: ft.Icons.EVENT_BUSY,
    n.DATA_ASKED: ft.Icons.FOLDER_SHARED_OUTLINED,
    n.GAP: ft.Icons.CALENDAR_TODAY_OUTLINED,
    n.SILENCE: ft.Icons.BEDTIME_OUTLINED,
    n.LOW: ft.Icons.SENTIMENT_DISSATISFIED,
    n.CONSENT_ENDS: ft.Icons.HANDSHAKE_OUTLINED,
    n.FOLLOW_UP: ft.Icons.EVENT_AVAILABLE,
    n.NOT_REACHED: ft.Icons.NOTIFICATIONS_OFF_OUTLINED,
}


def in_words(words: Words, reason: Reason, now: datetime, today: date) -> str:
    """`Waits for an answer: wrote 3 days ago`."""
    at = reason.at
    said: dict[str, Callable[[], str]] = {
        "ago": lambda: words.ago(at, now) if isinstance(at, datetime) else "",
        "day": lambda: words.short_day(at, today) if isinstance(at, date) else "",
    }
    sentence = _SENTENCES[reason.what]
    values = {name: say() for name, say in said.items() if f"{{{name}}}" in sentence}
    return words.t(sentence, **values)


def icon_of(what: str) -> ft.IconData:
    """Beside the words, never alone."""
    return _ICONS[what]
