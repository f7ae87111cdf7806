"""Every kind of entry, pushed by everybody into every journal: taken where `may_write.txt` says so, and
nowhere else."""

import json
from pathlib import Path

import pytest

from mia_companion.domain.facts import KINDS
from mia_companion.wire.sync import Push, PushAnswer, Refused
from tests.server.databases import SqliteFile
from tests.torture.cast import ROLES
from tests.torture.crossings import HERE, may_write
from tests.torture.printed import Told
from tests.torture.two_associations import hash_quickly, two_associations

GOLDEN = HERE.parent / "golden" / "facts-v1.jsonl"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


def _named(line: str) -> str:
    """The kind; with it how a yes was said that is taken down, for that is another's to write."""
    said = json.loads(line)
    how = said.get("collected", "in_app")
    return str(said["kind"]) if how == "in_app" else f"{said['kind']}:{how}"


async def test_every_kind_in_every_journal_by_everybody(tmp_path: Path, tell: Told) -> None:
    allowed, count = may_write(), 0
    bodies = {_named(line): line for line in GOLDEN.read_text("utf-8").splitlines()}
    assert bodies.keys() == KINDS | {"ConsentGiven:through_interpreter"}
    async with two_associations(tmp_path, SqliteFile(tmp_path)) as (mine, theirs):
        stands = {
            "shared": ("participant", "follows", "covers"),
            "own": ("participant",),
            "team": ("follows", "covers"),
            "view": ("follows",),
            "directory": ("participant", "another", "follows", "colleague", "former", "covers"),
        }
        surprises = []
        for cast in (mine, theirs):
            for role in ROLES:
                by = mine.people[role]
                kind_of_role = role if role in ("participant", "administrator", "funder") else ""
                account = kind_of_role or ("participant" if role == "another" else "coordinator")
                for journal, who in stands.items():
                    place = (account, "own" if journal == "view" else journal)
                    entries = [by.entry(cast.journals[journal], body) for body in bodies.values()]
                    answer = await by.push_raw(Push(entries=tuple(entries)))
                    results = PushAnswer.model_validate_json(answer.content).results
                    for kind, one in zip(bodies, results, strict=True):
                        count += 1
                        reason = one.reason if isinstance(one, Refused) else one.answer
                        if cast is theirs or role not in who:
                            ended = (
                                cast is mine and role == "former" and journal in ("shared", "team")
                            )
                            wanted = {"access-ended" if ended else "not-yours"}
                        elif kind in allowed.get(place, set()):
                            wanted = (
                                {"accepted", "no-consent"} if kind == "PassedOn" else {"accepted"}
                            )
                        else:
                            wanted = {"not-allowed"}
                        if reason not in wanted:
                            surprises.append(f"{kind} in {journal} by {role}: {reason}")
        assert surprises == []
    tell(
        11,
        "Every kind of entry in every journal, by everybody, also in another association's",
        f"{len(bodies)} kinds, {count:,} entries pushed",
        "accepted where the table says so, and nowhere else",
    )
