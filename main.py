"""Where a built app begins: `flet build` wants its entry file and `assets/` in one folder, this one.

On a computer, use `mia-companion app` instead.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from mia_companion.main import open_window

if __name__ == "__main__":
    open_window()
