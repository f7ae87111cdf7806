"""`python -m tools.statement write` (that is `make statement`), or `check`."""

import sys

from tools.statement.writing import differing, write

COMMANDS = {"write": write, "check": differing}


def main(names: list[str]) -> int:
    if len(names) != 1 or names[0] not in COMMANDS:
        print(__doc__)
        return 2
    found = COMMANDS[names[0]]()
    if found:
        print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
