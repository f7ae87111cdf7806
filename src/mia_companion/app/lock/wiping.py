"""Everything off this device, keys first: what is sealed is then dead wherever a copy of it may lie."""

from pathlib import Path

from mia_companion.app.lock import files
from mia_companion.app.lock.front import FRONT_KEY
from mia_companion.device.pin import PIN, RELEASED
from mia_companion.device.secrets import STORE_KEY, Secrets
from mia_companion.device.tries import TRIES


async def wipe(secrets: Secrets, folder: Path) -> None:
    """Whatever is left when this is interrupted, the next start goes on with. Raises SecretsFailed."""
    held = [f"{name}-{when}" for when in files.aside(folder) for name in (PIN, TRIES)]
    for name in (STORE_KEY, RELEASED, PIN, TRIES, FRONT_KEY, *held):
        await secrets.remove(name)
    files.forget(folder)
