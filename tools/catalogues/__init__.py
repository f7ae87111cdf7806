"""From the strings in the code to the compiled catalogues that the app loads, and their check."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "mia_companion"
LOCALES = ROOT / "locales"
