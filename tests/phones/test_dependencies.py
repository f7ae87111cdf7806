"""Every library of the app exists for phones: pure, or built for them in a version that we know of."""

import tomllib

import pytest
from packaging.specifiers import SpecifierSet

from tools.phones import ROOT
from tools.phones.dependencies import (
    BUILT,
    DESKTOPS,
    ON_DESKTOPS,
    ON_PHONES,
    PHONES,
    built,
    locked,
    needed,
    read,
)


def test_each_library_of_the_app_is_listed_and_no_other() -> None:
    assert set(read(PHONES)) == set(needed(ON_PHONES))
    assert set(read(DESKTOPS)) == set(needed(ON_DESKTOPS))
    assert not set(read(PHONES)) & {
        "fastapi",
        "sqlalchemy",
        "uvicorn",
        "flet-web",
        "flet-cli",
        "pytest",
    }


def test_each_is_pure_or_on_the_kept_list() -> None:
    for name, (version, note) in read(PHONES).items():
        if name in built():
            assert (version, note) == (built()[name], "built for phones: phones.toml")
        else:
            assert note.endswith("-none-any.whl"), name
            assert f"-{version}-py" in note
            assert version == locked()[name]
    assert set(built()) <= set(read(PHONES))  # none is kept that no app needs


def test_desktops_have_what_is_locked_and_tested() -> None:
    assert {name: version for name, (version, _) in read(DESKTOPS).items()} == {
        name: locked()[name] for name in read(DESKTOPS)
    }


@pytest.mark.parametrize(("lock", "platforms"), [(PHONES, ON_PHONES), (DESKTOPS, ON_DESKTOPS)])
def test_all_that_is_asked_of_a_version_is_met(lock: object, platforms: object) -> None:
    chosen = read(lock)  # type: ignore[arg-type]
    for name, asked in needed(platforms).items():  # type: ignore[arg-type]
        for one in asked:
            by_the_lock = name == "pydantic-core"  # what is installed here may be a version behind
            if not by_the_lock:
                assert chosen[name][0] in SpecifierSet(str(one.specifier)), (name, str(one))


def test_where_it_was_read_stands_beside_each_that_is_built() -> None:
    for name, said in tomllib.loads(BUILT.read_text("utf-8")).items():
        assert set(said) == {"version", "read"}, name
        assert " at " in said["read"], name  # a file, and in which state of it


def test_pydantic_is_the_one_whose_compiled_part_phones_have() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "pydantic==2.13.4" in project["dependencies"]
    assert locked()["pydantic-core"] == built()["pydantic-core"]
