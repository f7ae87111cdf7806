"""`python -m tools.catalogues extract update compile` (that is `make catalogues`), or `check`."""

import sys

from tools.catalogues import LOCALES, SOURCE
from tools.catalogues.check import problems
from tools.catalogues.files import compile_all, extract, update

COMMANDS = {"extract": extract, "update": update, "compile": compile_all, "check": problems}


def main(names: list[str]) -> int:
    if not names or set(names) - set(COMMANDS):
        print(__doc__)
        return 2
    for name in names:
        if found := COMMANDS[name](SOURCE, LOCALES):
            print("\n".join(found), file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
