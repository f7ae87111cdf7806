"""Where a built app begins: `flet build` wants its entry file and `assets/` in one folder, this one.

On a computer, use `mia-companion app` instead.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

import flet as ft

from mia_companion.main import DEFAULT_SERVER, assets_folder, native

if __name__ == "__main__":
    ft.run(native(DEFAULT_SERVER), assets_dir=str(assets_folder()))
