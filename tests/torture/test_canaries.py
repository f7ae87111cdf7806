"""What people write is read by whom it is for, and lies nowhere else: each thing has a canary word.

    a word for each field ─▶ a life ─▶ read by whom it is for? ─▶ every byte that is left ─▶ 0 words

`canaries/watch.py` says what is searched, `canaries/leaks.py` what was made to leak to see that it is found.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from pydantic import BaseModel

from mia_companion.domain.facts import KINDS
from mia_companion.domain.rights import COORDINATOR, PARTICIPANT
from tests.torture.canaries.facts import OTHERWISE, REFERENCES, Unknown, filled, kinds, texts
from tests.torture.canaries.leaks import LEAKS, SEEDS, Leak, all_of_them
from tests.torture.canaries.life import Lived, live
from tests.torture.canaries.words import Flock, spellings
from tests.torture.canaries.writing import written_by
from tests.torture.printed import Told
from tests.torture.restored_postgres import a_cluster
from tests.torture.sizes import WHOLE, times

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

WRITTEN = {kind for role in (PARTICIPANT, COORDINATOR) for kind, _ in written_by(role)}
BY_THE_SERVER = KINDS - WRITTEN
MUST_BE_LOOKED_AT = {
    "file", "gone", "when it was killed", "while it was locked", "while all stands open", "log",
    "standard output and error", "arguments", "environment", "URL", "headers", "problem answer",
    "live", "notification", "key store", "platform", "window's title", "route", "stolen backup",
    "stolen backup of keys", "a file's name",
}  # fmt: skip
ENGINES = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres)) if WHOLE else ("sqlite",)


Lives = Callable[[], list[Lived]]
Leaked = Callable[[], dict[str, set[str]]]


@pytest.fixture(scope="module", params=ENGINES)
def lives(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lives]:
    """Lives without a leak, lived when they are first asked for."""
    folders = [tmp_path_factory.mktemp("life") for _ in range(times(1, 5))]
    with ExitStack() as stack:

        @cache
        def lived() -> list[Lived]:
            if request.param == "sqlite":
                return [asyncio.run(live(one, "", seed)) for seed, one in enumerate(folders)]
            cluster = stack.enter_context(a_cluster())
            made = []
            for seed, one in enumerate(folders):
                made.append(asyncio.run(live(one, cluster.make(f"canaries{seed}"), seed)))
                made[-1].watch.beside.append(cluster.folder)
            return made

        yield lived


@pytest.fixture(scope="module")
def leaked(tmp_path_factory: pytest.TempPathFactory) -> Leaked:
    """What is found in a life with every leak that was seeded."""

    @cache
    def found() -> dict[str, set[str]]:
        folder = tmp_path_factory.mktemp("leaking")
        with pytest.MonkeyPatch.context() as patch:
            life = live(folder, "", 99, lambda people: all_of_them(people, patch))
            return asyncio.run(life).hits()

    return found


def test_no_word_lies_anywhere_but_with_whom_it_is_for(
    lives: Lives, leaked: Leaked, tell: Told, request: pytest.FixtureRequest
) -> None:
    lived = lives()
    places: set[str] = set()
    size = 0
    for one in lived:
        assert one.hits() == {}
        for where, content in one.watch.everything():
            places.add(where.split(":")[0].rstrip(" 0123456789"))
            size += len(content)
    assert places >= MUST_BE_LOOKED_AT
    assert all(is_found(leak, leaked()) for leak in LEAKS.values())
    engine = "PostgreSQL" if "postgres" in request.node.name else "SQLite"
    tell(
        13,
        f"On {engine}, a life with a canary word in each text of each kind of entry, in photos and "
        "their names, drafts, passwords and what is asked wrongly; killed, locked, refused, crashed, "
        "exported, backed up",
        f"{len(lived)} lives of {lived[0].entries} entries, {len(lived[0].flock.words)} words, "
        f"{len(lived[0].secrets)} keys, tokens, codes and PINs",
        f"0 words in {size // 10**6} MB of files, logs, URLs, answers, titles and stolen backups; "
        f"{len(SEEDS)} seeded leaks found in all {len(LEAKS)} places",
    )


def is_found(leak: Leak, leaked: dict[str, set[str]]) -> bool:
    """Whether what leaks there was found there."""
    found = {
        what for where, some in leaked.items() if where.startswith(leak.where) for what in some
    }
    return any(leak.what in one for one in found)


def test_and_each_was_read_by_whom_it_is_for(lives: Lives) -> None:
    for one in lives():
        facts = {w for w in one.flock.words if w.split(".")[0] in KINDS and not w.endswith(".name")}
        read = one.flock.found_in(one.read)
        assert {w for w in facts if "bytes of" not in w} <= read
        assert {w for w in one.flock.words if w.startswith("draft ")} <= one.kept
        assert {"recipient", "purpose", "a refused entry", "step with a reminder"} <= read


@pytest.mark.parametrize("name", LEAKS)
def test_a_seeded_leak_is_found(name: str, leaked: Leaked) -> None:
    assert is_found(LEAKS[name], leaked()), (LEAKS[name].where, sorted(leaked()))


def test_every_text_of_every_kind_has_its_word() -> None:
    """A new kind, or a new field of one, is filled by its type; what cannot be filled fails here."""
    assert {kind.__name__ for kind in kinds()} == KINDS
    for kind in kinds():
        fields = {one for one, field in kind.model_fields.items() if "str" in str(field.annotation)}
        words = {one.split(".")[1] for one in texts(kind)}
        without = {one for one in fields - words if one != "kind"}
        for one in without:
            refers = one.endswith("_id") or one in REFERENCES
            assert refers or f"{kind.__name__}.{one}" in OTHERWISE, (kind.__name__, one)
        if kind.__name__ in BY_THE_SERVER:
            assert not words, "what the server writes says nothing in words"
    for where in OTHERWISE:
        kind_name, field_name = where.split(".")
        known = {one.__name__: one for one in kinds()}
        assert field_name in known[kind_name].model_fields, "it is there no longer"


def test_a_field_of_an_unknown_sort_is_not_passed_over() -> None:
    class Later(BaseModel):
        words: str = ""
        told: tuple[str, ...] = ()
        strange: complex = 0j

    with pytest.raises(Unknown):
        filled(Later, lambda where: where, lambda where: None, {})  # type: ignore[arg-type,return-value]
    del Later.model_fields["strange"]
    assert texts(Later) == {"Later.words", "Later.told"}


def test_a_word_is_found_however_it_is_spelled() -> None:
    flock = Flock(3)
    word = flock.word("somewhere")
    others = Flock(4)
    for one in spellings(word):
        assert flock.found_in(b"\x00\xff" + one + b"\xfe") == {"somewhere"}
        assert not others.found_in(one)
    assert flock.found_in(word[:10]) == {"the beginning of a word"}
    assert flock.found_in(word.upper()) == {"somewhere"}
