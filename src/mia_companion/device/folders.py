"""Where a native app may keep its files for good."""

import os
from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """The durable folder: Flet names it on phones, the operating system's custom on desktops."""
    given = os.environ.get("FLET_APP_STORAGE_DATA")
    return Path(given) if given else user_data_path("mia-companion", appauthor=False)
