"""How an area of life is just now, and how one is today: five names each, with something like weather
or a face beside them. Names, not figures: nothing adds them up."""

from datetime import date

import flet as ft

from mia_companion.i18n.words import Words, later

_LEVELS = {
    1: later("Very hard just now"),
    2: later("Hard"),
    3: later("In between"),
    4: later("Rather good"),
    5: later("Good"),
}

_WAS = {
    1: later("On {day} it was very hard."),
    2: later("On {day} it was hard."),
    3: later("On {day} it was in between."),
    4: later("On {day} it was rather good."),
    5: later("On {day} it was good."),
}

_WEATHER = {
    1: ft.Icons.THUNDERSTORM_OUTLINED,
    2: ft.Icons.CLOUDY_SNOWING,
    3: ft.Icons.CLOUD_OUTLINED,
    4: ft.Icons.WB_TWILIGHT_OUTLINED,
    5: ft.Icons.WB_SUNNY_OUTLINED,
}

_FEELINGS = {
    1: later("Very heavy"),
    2: later("Heavy"),
    3: later("In between"),
    4: later("Rather good"),
    5: later("Good"),
}

_FACES = {
    1: ft.Icons.SENTIMENT_VERY_DISSATISFIED,
    2: ft.Icons.SENTIMENT_DISSATISFIED,
    3: ft.Icons.SENTIMENT_NEUTRAL,
    4: ft.Icons.SENTIMENT_SATISFIED,
    5: ft.Icons.SENTIMENT_VERY_SATISFIED,
}


def level_name(words: Words, level: int) -> str:
    """How an area is."""
    return words.t(_LEVELS[level])


def level_was(words: Words, level: int, day: date, today: date) -> str:
    """How an area was: `On Monday 3 March it was hard.`"""
    return words.t(_WAS[level], day=words.day(day, today))


def level_icon(level: int) -> ft.IconData:
    """The weather of a level. Always beside its name."""
    return _WEATHER[level]


def feeling_name(words: Words, feeling: int) -> str:
    """How one is."""
    return words.t(_FEELINGS[feeling])


def feeling_icon(feeling: int) -> ft.IconData:
    """The face of a feeling. Always beside its name."""
    return _FACES[feeling]
