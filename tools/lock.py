"""Write requirements/*.lock: exact versions with hashes, for every platform and Python >= 3.11.

`run.lock` is what `make run` and a server need, `dev.lock` adds what tests and checks need,
`apps.lock` is what builds apps, on any system and without what only Linux has,
`peers.lock` is what `make bench` measures beside us, in an environment of its own.
Versions already locked stay unless `--upgrade` is given. The files come from the index that
the installer knows by itself and name no host, so a mirror serves them as well.
"""

import os
import subprocess
import sys

COMPILE = (
    *("uv", "--no-config", "pip", "compile", "--quiet", "--universal", "--python-version=3.11"),
    *("--generate-hashes", "--strip-extras", "--no-emit-index-url", "--no-emit-find-links"),
    "--custom-compile-command=make lock",
)
_APP = ("pyproject.toml", "requirements/build.in")
_OURS = (*_APP, "--extra=server")
_AS_RUN = "--constraint=requirements/run.lock"
LOCKS = (
    ("requirements/run.lock", _OURS),
    ("requirements/dev.lock", (*_OURS, "--extra=dev", "--extra=apps", _AS_RUN)),
    ("requirements/apps.lock", (*_APP, "--extra=apps", _AS_RUN)),
    ("requirements/peers.lock", ("requirements/peers.in",)),
)


def main() -> None:
    # A mirror or a folder of this computer's must not reach the hashes.
    env = {k: v for k, v in os.environ.items() if not k.startswith(("UV_", "PIP_"))}
    for output, options in LOCKS:
        command = [sys.executable, "-m", *COMPILE, *options, f"--output-file={output}"]
        subprocess.run([*command, *sys.argv[1:]], check=True, env=env)


if __name__ == "__main__":
    main()
