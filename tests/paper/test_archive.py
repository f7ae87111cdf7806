"""Everything about a person in one ZIP: valid by the schema beside it, and pages of nothing but text."""

import json
from typing import Any

import jsonschema_rs
import pytest

from mia_companion.domain.facts import FACTS, KINDS, Fact
from mia_companion.paper.archive import kinds
from mia_companion.paper.archive.gathering import Kept
from mia_companion.paper.archive.schema import schema
from mia_companion.paper.archive.shape import PAGE_NAME, SCHEMA_NAME, Archive
from tests.example_data import blob, confirmed, entry
from tests.paper.archives import GOLDEN, PHOTO, Read, archived, golden, packed, valid


def test_every_kind_in_every_version_is_valid_by_the_schema_and_nothing_is_lost() -> None:
    opened = packed(archived(golden()))
    said = valid(opened)
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
    said = valid(packed(archived(golden()[:1]))) | {part: wrong}
    assert not jsonschema_rs.validator_for(schema(), validate_formats=True).is_valid(said)


def test_the_schema_looks_into_what_an_entry_says_by_its_kind() -> None:
    said = valid(packed(archived(golden())))
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
    opened = packed(archived(kept))
    entries = valid(opened)["journals"][0]["entries"]
    assert entries[0]["said"] == {"kind": "FromLater", "words": "hej", "n": 1}
    assert [one["said"] for one in entries[1:]] == list(bodies[1:])
    shown = Read(opened.read(PAGE_NAME).decode())
    assert all(text in shown.text for text in ("hej", "no json at all"))


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
    opened = packed(archived(kept), have)
    said = valid(opened)
    paths = [one["path"] for one in said["files"]]
    assert paths[-1] is None
    assert said["left_out"] == ["some-files"]
    for path in paths[:-1]:
        folder, _, name = path.partition("/")
        assert folder == "files"
        assert name[:4].isdigit()
        assert not set(name) & set('/\\:<>"|?*\u202e')
        assert opened.read(path) == PHOTO
    hrefs = {a.get("href") for tag, a in Read(opened.read(PAGE_NAME).decode()).tags if tag == "a"}
    assert len([one for one in hrefs if one and one.startswith("./files/")]) == len(names) - 1


def test_every_kind_and_every_part_of_it_has_a_name() -> None:
    listed = {one for one in KINDS if one.endswith("Listed") or one == "SiteNamed"}
    assert kinds.KINDS.keys() == KINDS - listed
    known = {*kinds.LABELS, *kinds.PLAIN, *kinds.POINTERS, "kind"}
    models: dict[str, Any] = {one.__name__: one for one in Fact.__args__}
    parts = {part for kind in kinds.KINDS for part in models[kind].model_fields}
    assert not {one for one in parts - known if not one.endswith("_id")}
