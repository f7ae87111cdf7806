"""What the statement says, as `make statement` wrote it: packaged with the app, so no network is needed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

FULLY, PARTLY, NOT = "fully", "partly", "not"
LANGUAGES = ("sv", "en")
"""In which the long statement is written."""


@dataclass(frozen=True)
class Block:
    """`kind` is h1 to h4, p, li, a (a link to `address`), or contact. `{authority}` may stand in `words`."""

    kind: str
    words: str
    address: str = ""


@dataclass(frozen=True)
class Statement:
    """`status` is fully, partly or not; `tested` is None where nothing was. `main` are ids of what the app
    tells of in all its languages; `long` is the whole, by language."""

    status: str
    tested: date | None
    screens: int
    main: tuple[str, ...]
    long: Mapping[str, tuple[Block, ...]]


@cache
def statement() -> Statement:
    """The one that this version came with."""
    said = json.loads(files(__package__).joinpath("told.json").read_text("utf-8"))
    return Statement(
        status=said["status"],
        tested=date.fromisoformat(said["tested"]) if said["tested"] else None,
        screens=said["screens"],
        main=tuple(said["main"]),
        long={tag: tuple(Block(*one) for one in said[tag]) for tag in LANGUAGES},
    )
