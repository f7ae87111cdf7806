"""What a catalogue adds to the start, and the one screen on which all languages stand.

subject   the catalogue, from its file to sentences      floor   the same strings, parsed from JSON in memory
"""

import json
from collections.abc import Callable, Iterator
from gettext import GNUTranslations

from bench.figures import Figure, duration
from bench.timing import Compared, in_turns
from mia_companion.i18n import catalogues
from mia_companion.i18n.languages import LANGUAGES

ROUNDS, EACH = 5, 10


def figures() -> Iterator[Figure]:
    """Each language, and the words of all of them on the first screen."""
    for one in LANGUAGES:
        found = _beside(lambda tag=one.tag: catalogues.load(tag), _as_json(one.tag))  # type: ignore[misc]
        yield _figure(f"Load the catalogue of {one.tag}", found)
    found = _beside(_first_screen, _as_json("sv"))
    yield _figure(f"The word Language in {len(LANGUAGES)} languages, beside one catalogue", found)


def _figure(what: str, found: Compared) -> Figure:
    return Figure(
        what=what,
        median=duration(found.ours),
        p99=duration(found.p99),
        floor=duration(found.floor),
        ratio=found.ratio,
    )


def _beside(ours: Callable[[], object], floor: Callable[[], object]) -> Compared:
    return in_turns(lambda: ours, lambda: floor, rounds=ROUNDS, each=EACH)


def _first_screen() -> None:
    catalogues.glance.cache_clear()
    for one in LANGUAGES:
        catalogues.glance(one.tag, "Language")


def _as_json(tag: str) -> Callable[[], object]:
    loaded = catalogues.load(tag)
    if not isinstance(loaded, GNUTranslations):
        raise RuntimeError(f"there is no catalogue of {tag}")
    strings = loaded._catalog  # type: ignore[attr-defined]
    text = json.dumps({str(key): said for key, said in strings.items()}, ensure_ascii=False)
    return lambda: json.loads(text)
