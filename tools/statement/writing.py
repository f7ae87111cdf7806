"""The statement as files: Markdown to publish, and JSON that the app and its web page show."""

import json
from collections.abc import Mapping
from pathlib import Path

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from tools.statement import english, known, results, swedish
from tools.statement.blocks import Block
from tools.statement.found import Found

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "accessibility"
TOLD = ROOT / "src" / "mia_companion" / "device" / "statement" / "told.json"

TO_FILL_IN = {
    "sv": ("[FYLL I: kommunens eller förbundets namn]", "[FYLL I: e-post och telefon]"),
    "en": ("[FILL IN: the municipality or association]", "[FILL IN: e-mail and telephone]"),
}
_GENERATED = "<!-- Written by `make statement`. Only what is marked is filled in by hand. -->"


def found_here(folder: Path = FOLDER) -> Found:
    """What lies in the folder, and which catalogues nobody with the language has read."""
    unread = [one.tag for one in LANGUAGES if not words_for(one.tag).reviewed]
    return Found(
        results.read(folder / "results.json"), known.read(folder / "shortcomings.toml"), unread
    )


def files_of(found: Found) -> Mapping[Path, str]:
    """Each file that the statement is, and what stands in it."""
    both = {"sv": swedish.statement(found), "en": english.statement(found)}
    told = {
        "status": found.status,
        "tested": found.results.made,
        "screens": found.results.screens,
        "main": found.main,
        **both,
    }
    return {
        **{FOLDER / f"statement.{tag}.md": _markdown(tag, blocks) for tag, blocks in both.items()},
        TOLD: json.dumps(told, ensure_ascii=False, indent=1) + "\n",
    }


def write() -> list[str]:
    """Writes them all; nothing is wrong then."""
    for file, words in files_of(found_here()).items():
        file.write_text(words, "utf-8")
    return []


def differing(found: Found | None = None) -> list[str]:
    """The files that do not say what the results say."""
    return [
        f"{file.relative_to(ROOT)} is not what the results say: run make statement"
        for file, words in files_of(found or found_here()).items()
        if not file.is_file() or file.read_text("utf-8") != words
    ]


def _markdown(tag: str, blocks: list[Block]) -> str:
    authority, contact = TO_FILL_IN[tag]
    lines = [_GENERATED]
    before = ""
    for kind, words, *address in blocks:
        said = words.replace("{authority}", f"**{authority}**")
        if kind.startswith("h"):
            said = f"{'#' * int(kind[1:])} {said}"
        elif kind == "li":
            said = "- " + said.replace("\n", "  \n  ")
        elif kind == "a":
            said = f"[{said}]({address[0]})"
        elif kind == "contact":
            said = f"**{contact}**"
        lines += [said] if kind == before == "li" else ["", said]
        before = kind
    return "\n".join(lines) + "\n"
