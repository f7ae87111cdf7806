"""Find a Chromium for the browser tests, or get one, and print its path.

Looked for in this order: the variable CHROME; a browser on this system; the one Playwright
keeps; then `playwright install chromium`; then the distribution's package, when that needs
no question. `python -m tools.chromium --find` only looks.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ON_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
)
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
UNDER_PROGRAM_FILES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
INSTALLERS = (
    ("apt-get", (("update", "-q"), ("install", "-q", "-y", "chromium"))),
    ("dnf", (("install", "-q", "-y", "chromium"),)),
    ("pacman", (("-S", "--noconfirm", "--needed", "chromium"),)),
)
DOWNLOAD_SECONDS = 300
PACKAGE_SECONDS = 900


def starts(browser: Path) -> bool:
    """Whether the browser runs here; a download may lack the system's libraries."""
    if not browser.is_file():
        return False
    if sys.platform == "win32":  # chrome.exe opens a window instead of printing its version
        return True
    try:
        return _run([str(browser), "--version"], seconds=30, quiet=True)
    except OSError:
        return False


def on_system() -> Iterator[Path]:
    for name in ON_PATH:
        if found := shutil.which(name):
            yield Path(found)
    yield from map(Path, ELSEWHERE)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder, rest) for rest in UNDER_PROGRAM_FILES)


def of_playwright() -> Iterator[Path]:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - looking needs no Playwright
    except ImportError:
        return
    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def find() -> Path | None:
    for places in (on_system, of_playwright):
        for browser in places():
            if starts(browser):
                return browser
    return None


def download() -> None:
    _say("No Chromium on this computer; asking Playwright for one.")
    if not _run([sys.executable, "-m", "playwright", "install", "chromium"], DOWNLOAD_SECONDS):
        _say("Playwright could not download one.")


def install_package() -> None:
    """The distribution's package, if this user may install it without being asked anything."""
    for tool, steps in INSTALLERS:
        if not shutil.which(tool):
            continue
        as_root = _as_root()
        if as_root is None:
            _say(f"Installing Chromium with {tool} needs an administrator.")
            return
        _say(f"Installing the package chromium with {tool}.")
        for step in steps:
            _run([*as_root, tool, *step], PACKAGE_SECONDS)
        return


def ensure() -> Path | None:
    """A Chromium that starts. Raises SystemExit when CHROME names one that does not."""
    if chosen := os.environ.get("CHROME"):
        if starts(Path(chosen)):
            return Path(chosen)
        sys.exit(f"CHROME is {chosen}, which is no browser that starts here.")
    for attempt in (download, install_package):
        if browser := find():
            return browser
        attempt()
    return find()


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"], seconds=10):
        return ["sudo", "-n"]
    return None


def _run(command: Sequence[str], seconds: float, quiet: bool = False) -> bool:
    """Run it, its words on stderr: stdout is for the path alone."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL if quiet else sys.stderr,
            stderr=subprocess.DEVNULL if quiet else None,
            timeout=seconds,
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _say(words: str) -> None:
    print(words, file=sys.stderr)


def main() -> int:
    browser = find() if "--find" in sys.argv[1:] else ensure()
    if browser is None:
        _say("No Chromium found. Install Chromium, Chrome or Edge, or set CHROME to its path.")
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
