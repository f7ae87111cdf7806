"""Which of Babel's locale data no app needs, as the globs by which `flet build` takes it away.

What stays is what the languages read: `en_SE` reads `en_150`, `en_001`, `en` and `root` too. A glob cannot
say "all but these", so there is one for each letter at which a name turns away from all those that stay.
A locale that a later Babel brings is taken away by the same globs.
"""

from collections.abc import Iterable

from babel import localedata

from mia_companion.i18n.languages import LANGUAGES

FOLDER = "babel/locale-data"
_END = "."
"""After the name comes `.dat`."""


def kept() -> tuple[str, ...]:
    """The names of what stays."""
    opened: set[str] = set()
    load = localedata.load

    def noting(name: str, *more: object, **named: object) -> object:
        opened.add(str(name))
        return load(name, *more, **named)  # type: ignore[arg-type]

    localedata.load = noting  # type: ignore[assignment]
    cached = dict(localedata._cache)
    try:
        localedata._cache.clear()
        for one in LANGUAGES:
            localedata.load(one.babel)
    finally:
        localedata.load = load
        localedata._cache.update(cached)
    return tuple(sorted(opened))


def globs(names: Iterable[str]) -> list[str]:
    """What matches every file of the folder but those of these names."""
    stays = [name + _END for name in names]
    starts = sorted({name[:length] for name in stays for length in range(len(name))})
    found = []
    for start in starts:
        turns = sorted({name[len(start)] for name in stays if name.startswith(start)})
        found.append(f"{FOLDER}/{start}[!{''.join(turns)}]*")
    return found


def main() -> None:
    """Print what belongs into `[tool.flet.cleanup] package_files`."""
    for one in globs(kept()):
        print(f'    "{one}",')


if __name__ == "__main__":
    main()
