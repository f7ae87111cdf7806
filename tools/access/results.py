"""What was found, in `docs/accessibility/results.json`. Others add keys of their own, which are kept."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from tools.statement.results import Room
from tools.walk.screens import ON_NARROW

RESULTS = Path(__file__).parents[2] / "docs" / "accessibility" / "results.json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")


class Part(_Part):
    """What somebody walked: how many screens and states, and what axe-core found on them."""

    screens: int
    violations: tuple[str, ...] = ()


class Spoken(_Part):
    """One language, in which colours, and by whom it was walked; the rest is of all of them together."""

    screens: int
    modes: tuple[str, ...]
    violations: tuple[str, ...] = ()
    parts: dict[str, Part] = Field(default_factory=dict)


def spoken(parts: dict[str, Part], modes: tuple[str, ...]) -> Spoken:
    """A language by its parts, such as the participant's. A screen that is walked on a narrow page, too, is
    one screen."""
    return Spoken(
        screens=sum(one.screens for who, one in parts.items() if not who.endswith(ON_NARROW)),
        modes=modes,
        violations=tuple(said for one in parts.values() for said in one.violations),
        parts=parts,
    )


class Shell(_Part):
    """What Flutter's own shell does that no app can mend, and where that is told upstream."""

    rule: str
    what: str
    issue: str


class Results(_Part):
    """`made` is the day as YYYY-MM-DD, `version` the app's, `axe` axe-core's; `languages` goes by tag.

    `screens` are those of the language that was walked furthest.
    """

    made: str
    version: str
    axe: str
    screens: int
    languages: dict[str, Spoken] = Field(default_factory=dict)
    shell: tuple[Shell, ...] = ()
    readings: int = 0


def read(path: Path = RESULTS) -> Results | None:
    """The last results, or nothing before there are any. Raises ValidationError for another shape."""
    return Results.model_validate_json(path.read_text("utf-8")) if path.exists() else None


def write(results: Results, path: Path = RESULTS) -> None:
    """Beside what others have written in the same file, and beside the languages and the parts of them that
    were not walked this time."""
    before = read(path)
    kept = dict(before.model_extra or {}) if before else {}
    languages = dict(before.languages) if before else {}
    for tag, one in results.languages.items():
        parts = languages[tag].parts if tag in languages else {}
        languages[tag] = spoken({**parts, **one.parts}, one.modes)
    screens = max((one.screens for one in languages.values()), default=results.screens)
    whole = results.model_copy(
        update={"languages": dict(sorted(languages.items())), "screens": screens}
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    merged = Results.model_validate({**kept, **whole.model_dump()})
    path.write_text(merged.model_dump_json(indent=2) + "\n", "utf-8")


def _beside(room: Room, before: Results) -> dict[str, object]:
    known = (before.model_extra or {}).get("room")
    if known is None:
        return room.model_dump()
    kept = Room.model_validate(known)
    others = [tag for tag in kept.languages if tag not in room.languages]
    spilled = [one for one in kept.spilled if one.split()[0] in others]
    both = {
        "screens": max(room.screens, kept.screens if others else 0),
        "languages": tuple(sorted((*others, *room.languages))),
        "spilled": tuple(sorted((*spilled, *room.spilled))),
    }
    return room.model_copy(update=both).model_dump()


def write_room(room: Room, path: Path = RESULTS) -> None:
    """Beside everything else, and beside what was found in languages that were not walked this time; nothing
    before anything else is there."""
    if before := read(path):
        whole = Results.model_validate({**before.model_dump(), "room": _beside(room, before)})
        path.write_text(whole.model_dump_json(indent=2) + "\n", "utf-8")
