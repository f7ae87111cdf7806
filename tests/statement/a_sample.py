"""Results as `make access` writes them, with nothing wrong."""

from datetime import date

from mia_companion.i18n.languages import LANGUAGES
from tools.statement.found import Found
from tools.statement.known import Known, Shortcoming, Told
from tools.statement.results import Results

ALL = {
    "made": "2026-12-01",
    "version": "9.9.9",
    "axe": "4.10.3",
    "screens": 123,
    "languages": {
        one.tag: {"screens": 123, "modes": ["light", "dark"], "violations": []} for one in LANGUAGES
    },
    "shell": [],
    "readings": 77,
    "keyboard": {"journeys": 12, "kinds": 5, "languages": ["sv"], "again": 7, "again_in": ["ar"]},
    "room": {"width": 320, "text": 2.0, "screens": 44, "languages": ["fi"], "spilled": []},
    "something later": 1,
}
_TOLD = Told(what="Något brister.", means="Det är svårt.", around="Gör så här.")
SHORT = Shortcoming(
    id="short", who="slow", criterion="2.2.1", breaks=True, main=True, sv=_TOLD, en=_TOLD
)
NOTHING_SHORT = Known(looked_through=date(2026, 11, 1), shortcoming=(), untried=())


def found(without: str = "", known: Known = NOTHING_SHORT, **instead: object) -> Found:
    """The sample without one key, or with something else in it."""
    said = {**{key: value for key, value in ALL.items() if key != without}, **instead}
    return Found(Results.model_validate(said), known)
