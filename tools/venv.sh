#!/bin/sh
# Make .venv with the first Python here that is 3.11 or newer and can make one.
# PYTHON names another. A name on PATH may be a stub that does not run, so each is tried.
set -eu

venv=${1:-.venv}
without_venv=

for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
  "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
  if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "Making $venv with $("$candidate" --version)"
    exec "$candidate" -m venv --clear "$venv"
  fi
  without_venv=${without_venv:-$candidate}
done

if [ -n "$without_venv" ]; then
  echo "$without_venv cannot make virtual environments: its venv package is missing." >&2
  echo "On Debian and Ubuntu: sudo apt install python3-venv" >&2
elif [ -n "${PYTHON:-}" ]; then
  echo "PYTHON is $PYTHON, which is no Python 3.11 or newer that starts here." >&2
else
  echo "Python 3.11 or newer is needed and none was found." >&2
  echo "Install it, or say which to use: make run PYTHON=/path/to/python" >&2
fi
exit 1
