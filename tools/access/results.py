"""What was found, in `docs/accessibility/results.json`. Others add keys of their own, which are kept."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

RESULTS = Path(__file__).parents[2] / "docs" / "accessibility" / "results.json"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")


class Spoken(_Part):
    """One language: how many screens and states were walked in it, in which colours, and what was found."""

    screens: int
    modes: tuple[str, ...]
    violations: tuple[str, ...] = ()


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
    """Beside what others have written in the same file, and beside the languages not walked this time."""
    before = read(path)
    kept = dict(before.model_extra or {}) if before else {}
    languages = {**(before.languages if before else {}), **results.languages}
    screens = max((one.screens for one in languages.values()), default=results.screens)
    whole = results.model_copy(
        update={"languages": dict(sorted(languages.items())), "screens": screens}
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    merged = Results.model_validate({**kept, **whole.model_dump()})
    path.write_text(merged.model_dump_json(indent=2) + "\n", "utf-8")
