"""An app as it lies on an Android phone: compiled, pruned, and its libraries in an archive."""

import fnmatch
import py_compile
import shutil
import zipfile
from dataclasses import dataclass
from importlib import metadata
from importlib.util import cache_from_source
from pathlib import Path

from tests.phones.flet_build import Built, packaged
from tools.phones import ROOT
from tools.phones.dependencies import ON_PHONES, built, needed

_JUNK = ("*.typed", "*.pyi", "*.c", "*.h", "*.pxd", "*.pyx", "*.exe", "bin/*", "*/bin/*")
"""What the packager takes away from all of a phone's files."""


@dataclass
class App:
    """An app as it lies on an Android phone: its own files, and libraries in an archive or beside it."""

    own: Path
    archive: Path
    beside: Path


def laid_out(apk: Built, folder: Path) -> App:
    """As `flet build apk` was told."""
    own = packaged(apk, folder / "own")
    gone = apk.given("--cleanup-app-files")
    for file in [one for one in own.rglob("*") if one.is_file()]:
        below = file.relative_to(own).as_posix()
        if _is_taken_away(below, gone):
            file.unlink()
        elif file.suffix == ".py":
            _compile(ROOT / below, file)

    beside, archive = folder / "beside", folder / "sitepackages.zip"
    gone = apk.given("--cleanup-package-files")
    extracted = apk.environment["SERIOUS_PYTHON_ANDROID_EXTRACT_PACKAGES"].split(",")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as files:
        for name in needed(ON_PHONES):
            for one in metadata.files(name) or ():
                place, is_compiled = Path(str(one.locate())), name in built()
                if ".." in one.parts or "__pycache__" in one.parts or not place.is_file():
                    continue
                if _is_taken_away(one.as_posix(), gone) or (
                    place.suffix == ".so" and not is_compiled  # here, and pure on phones
                ):
                    continue
                known, inside = Path(cache_from_source(str(place))), Path(one)
                if place.suffix == ".py" and known.is_file():
                    place, inside = known, inside.with_suffix(".pyc")
                if is_compiled or one.parts[0] in extracted:
                    (beside / inside).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(place, beside / inside)
                else:
                    for folder_above in reversed(inside.parents[:-1]):
                        if f"{folder_above.as_posix()}/" not in files.NameToInfo:
                            files.mkdir(folder_above.as_posix())
                    files.write(place, inside.as_posix())
    return App(own, archive, beside)


def _is_taken_away(path: str, globs: list[str]) -> bool:
    """Whether a path is junk to the packager, or matches a glob as Dart's `glob` reads these: `**` at the
    beginning for anywhere, and `*` within one folder."""
    return any(fnmatch.fnmatch(path, one) for one in _JUNK) or any(
        fnmatch.fnmatch(path, one)
        for one in globs
        if one.startswith("**") or one.count("/") == path.count("/")
    )


def _compile(source: Path, copy: Path) -> None:
    """As the packager does: the compiled file lies where its source lay."""
    known = Path(cache_from_source(str(source)))
    if known.is_file() and known.stat().st_mtime >= source.stat().st_mtime:
        shutil.copyfile(known, copy.with_suffix(".pyc"))
    else:
        py_compile.compile(str(copy), str(copy.with_suffix(".pyc")), doraise=True)
    copy.unlink()
