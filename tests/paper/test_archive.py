"""Everything about a person in one ZIP: valid by the schema beside it, and pages of nothing but text."""

import io
import json
import zipfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from mia_companion.domain.facts import FACTS, KINDS, Fact
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.paper.archive import kinds
from mia_companion.paper.archive.gathering import Kept, files_of, said_journal
from mia_companion.paper.archive.markup import element
from mia_companion.paper.archive.packing import Packing
from mia_companion.paper.archive.schema import schema
from mia_companion.paper.archive.shape import BY_APP, NAME, PAGE_NAME, SCHEMA_NAME, Archive
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, blob, confirmed, entry

GOLDEN = Path(__file__).parent.parent / "golden" / "facts-v1.jsonl"
NAMES = {COORDINATOR: "Karin Berg"}
HOSTILE = (
    "</p></article><script>alert(1)</script><img src=x onerror=alert(2)>"
    "\"' onmouseover='x' <!-- ]]> &lt; &#x3c;svg/onload=x> \u202egnp.exe\u0000\u0007\u2028 javascript:x"
)
PHOTO = b"\x89PNG and more"


def _archive(kept: Sequence[Kept], tag: str = "sv", **more: Any) -> Archive:
    journals = (said_journal("shared", "", kept, NAMES),)
    return Archive(
        made_at=NOW,
        made_by=BY_APP,
        language=tag,
        participant=PARTICIPANT,
        name="Amina",
        journals=journals,
        files=files_of(journals),
        **more,
    )


def _packed(archive: Archive, have: dict[str, bytes] | None = None) -> zipfile.ZipFile:
    into = io.BytesIO()
    packing = Packing(into, archive, words_for(archive.language))
    for file in packing.files:
        packing.put(file, (have or {}).get(file.blob_id))
    packing.close()
    return zipfile.ZipFile(io.BytesIO(into.getvalue()))


def _golden() -> list[Kept]:
    bodies = GOLDEN.read_text("utf-8").splitlines()
    own = [
        entry("{}", f"golden-{n:04}").model_copy(update={"body": b}) for n, b in enumerate(bodies)
    ]
    return [Kept.of(confirmed(one, n)) for n, one in enumerate(own, 1)]


def _valid(opened: zipfile.ZipFile) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(opened.read(NAME))
    beside = json.loads(opened.read(SCHEMA_NAME))
    jsonschema_rs.validator_for(beside, validate_formats=True).validate(said)
    return said


def test_every_kind_in_every_version_is_valid_by_the_schema_and_nothing_is_lost() -> None:
    opened = _packed(_archive(_golden()))
    said = _valid(opened)
    written = [json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()]
    assert [one["said"] for one in said["journals"][0]["entries"]] == written
    assert said["$schema"] == SCHEMA_NAME
    assert {one["kind"] for one in said["journals"][0]["entries"]} == KINDS
    assert Archive.model_validate(said).version == 1


@pytest.mark.parametrize(
    ("part", "wrong"),
    [("version", 2), ("made_at", "yesterday"), ("journals", [{"role": 1}]), ("files", {})],
)
def test_the_schema_refuses_what_is_another_shape(part: str, wrong: object) -> None:
    said = _valid(_packed(_archive(_golden()[:1]))) | {part: wrong}
    assert not jsonschema_rs.validator_for(schema(), validate_formats=True).is_valid(said)


def test_the_schema_looks_into_what_an_entry_says_by_its_kind() -> None:
    said = _valid(_packed(_archive(_golden())))
    check = jsonschema_rs.validator_for(schema(), validate_formats=True)
    for one in said["journals"][0]["entries"]:
        kept = dict(one["said"])
        for part in kept.keys() - {"kind"}:
            one["said"][part] = {"not": ["this"]}
        assert not check.is_valid(said), one["kind"]
        one["said"] = kept
    assert check.is_valid(said)


def test_what_no_version_knows_and_what_is_no_fact_is_kept_as_it_is() -> None:
    bodies = (
        '{"kind":"FromLater","words":"hej","n":1}',
        '{"kind":"GoalSet","words":7}',
        "no json at all",
        '{"kind":"GoalSet","words":"\\ud800"}',
        "[" * 3_000,
    )
    kept = [
        Kept(entry("{}", f"strange-{n:05}").model_copy(update={"body": b}))
        for n, b in enumerate(bodies)
    ]
    opened = _packed(_archive(kept))
    entries = _valid(opened)["journals"][0]["entries"]
    assert entries[0]["said"] == {"kind": "FromLater", "words": "hej", "n": 1}
    assert [one["said"] for one in entries[1:]] == list(bodies[1:])
    shown = _Read(opened.read(PAGE_NAME).decode())
    assert all(text in shown.text for text in ("hej", "no json at all"))


class _Read(HTMLParser):
    """What a browser would make of a page: its text, and every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "nav", "h1", "h2", "h3", "h4", "p", "br",
    "article", "dl", "dt", "dd", "a", "ul", "li",
}  # fmt: skip
_ATTRIBUTES = {"lang", "dir", "charset", "http-equiv", "content", "name", "class", "id", "href"}


def _poisoned(fact: Fact, poison: str) -> Fact:
    """The same with hostile text in every field that takes any text."""
    said = fact
    for name, value in dict(fact).items():
        if name != "kind" and isinstance(value, str):
            changed = said.model_copy(update={name: poison[:60]})
            try:
                said = FACTS.validate_python(changed.model_dump())
            except ValueError:
                continue
    return said


@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_hostile_text_anywhere_is_text_on_the_page(tag: str) -> None:
    facts = [FACTS.validate_json(line) for line in GOLDEN.read_text("utf-8").splitlines()]
    poison = ["<script>alert(1)</script>", '"><img src=x onerror=y>', HOSTILE]
    kept = [
        Kept.of(confirmed(entry(_poisoned(fact, one), f"hostile-{n}-{m}"), n * 3 + m + 1))
        for n, fact in enumerate(facts)
        for m, one in enumerate(poison)
    ]
    archive = _archive(kept, tag)
    named = archive.model_copy(update={"name": HOSTILE})
    evil = tuple(
        one.model_copy(update={"by": HOSTILE, "author": "x"}) for one in named.journals[0].entries
    )
    journal = named.journals[0].model_copy(
        update={"owner": HOSTILE, "role": "own", "entries": evil}
    )
    raw = _packed(named.model_copy(update={"journals": (journal,)})).read(PAGE_NAME).decode()
    page = _Read(raw)
    assert {name for name, _ in page.tags} <= _TAGS
    for name, attributes in page.tags:
        assert attributes.keys() <= _ATTRIBUTES, (name, attributes)
        href = attributes.get("href") or "#"
        assert href.startswith(("#part-", "./files/")) or href == "#"
    assert "<script>alert(1)</script>" in page.text
    assert "src=x onerror=y>" in page.text
    assert "\0" not in raw
    assert "http" not in raw.replace("http-equiv", "")
    assert _Read(element("p", "", id=HOSTILE)).tags[0][1].keys() == {"id"}


def test_files_lie_beside_under_names_that_lead_nowhere_else() -> None:
    names = (
        "../../etc/passwd",
        "C:\\x\\y.exe",
        "",
        "a" * 300 + ".png",
        "\u202egnp.jpg",
        "con.txt ",
        "..",
    )
    facts = [
        {
            "kind": "MessageWritten", "message_id": f"m-{n}", "thread_id": "general", "words": "Se",
            "attachments": [
                blob(PHOTO, f"blob-{n:04}").model_copy(update={"name": one[:200]}).model_dump()
            ],
        }
        for n, one in enumerate(names)
    ]  # fmt: skip
    kept = [
        Kept.of(confirmed(entry(FACTS.validate_python(fact), f"file-{n:04}"), n))
        for n, fact in enumerate(facts, 1)
    ]
    have = {f"blob-{n:04}": PHOTO for n in range(len(names) - 1)}
    opened = _packed(_archive(kept), have)
    said = _valid(opened)
    paths = [one["path"] for one in said["files"]]
    assert paths[-1] is None
    assert said["left_out"] == ["some-files"]
    for path in paths[:-1]:
        folder, _, name = path.partition("/")
        assert folder == "files"
        assert name[:4].isdigit()
        assert not set(name) & set('/\\:<>"|?*\u202e')
        assert opened.read(path) == PHOTO
    hrefs = {a.get("href") for tag, a in _Read(opened.read(PAGE_NAME).decode()).tags if tag == "a"}
    assert len([one for one in hrefs if one and one.startswith("./files/")]) == len(names) - 1


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.tag)
def test_the_page_is_in_the_persons_language_and_runs_its_way(language: Any) -> None:
    page = _Read(_packed(_archive(_golden(), language.tag)).read(PAGE_NAME).decode())
    _, root = page.tags[0]
    assert root == {"lang": language.tag, "dir": "rtl" if language.rtl else "ltr"}
    assert all(a.get("dir") == "auto" for tag, a in page.tags if tag in ("dd", "li") and a)


def test_every_kind_and_every_part_of_it_has_a_name() -> None:
    listed = {one for one in KINDS if one.endswith("Listed") or one == "SiteNamed"}
    assert kinds.KINDS.keys() == KINDS - listed
    known = {*kinds.LABELS, *kinds.PLAIN, *kinds.POINTERS, "kind"}
    models: dict[str, Any] = {one.__name__: one for one in Fact.__args__}  # type: ignore[attr-defined]
    parts = {part for kind in kinds.KINDS for part in models[kind].model_fields}
    assert not {one for one in parts - known if not one.endswith("_id")}


def test_what_an_entry_is_about_is_told_in_the_words_that_made_it() -> None:
    said: list[Fact] = [
        FACTS.validate_python({"kind": "StepPlanned", "step_id": "s-1", "words": "Ringa Lisa"}),
        FACTS.validate_python({"kind": "StepDone", "step_id": "s-1"}),
    ]
    kept = [Kept.of(confirmed(entry(one, f"step-{n}0000"), n)) for n, one in enumerate(said, 1)]
    page = _Read(_packed(_archive(kept, "en")).read(PAGE_NAME).decode())
    assert "About: Ringa Lisa" in page.text
