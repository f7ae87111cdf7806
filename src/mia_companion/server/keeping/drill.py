"""A drill: a backup is restored into a passing place, started there as a server would be, and looked through.

Nothing of what is real is changed: keys are only read, the ledger is a copy, the database is a file of its
own, whichever engine the backup came from.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from mia_companion.server.backend import Backend
from mia_companion.server.disk import make_folder
from mia_companion.server.keeping.key_backup import LEDGER, beside_the_ledger
from mia_companion.server.keeping.looking_through import Found, look_through
from mia_companion.server.keeping.opening import open_to_read
from mia_companion.server.keeping.restore import restore
from mia_companion.server.locks import file_lock
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

_PREFIX = "drill-"


async def drill(
    settings: Settings, around: Surroundings, file: Path, identities: Sequence[Any]
) -> Found:
    """What is there, and what is wrong with it. Raises what `restore` and a start raise."""
    with _passing(settings.data_dir) as folder:
        there = replace(settings, data_dir=folder, database_url="", key_dir=settings.keys)
        there = replace(there, kek_file=settings.kek, ledger=folder / LEDGER)
        for end, path in beside_the_ledger(settings.ledger_file):
            shutil.copyfile(path, folder / f"{LEDGER}{end}")
        keys = open_to_read(settings, around)
        restored = await restore(there, around, keys, file, identities)
        async with running(Backend(there, around, keys=keys)) as backend:
            return await look_through(backend, restored)


@contextmanager
def _passing(data: Path) -> Iterator[Path]:
    """A folder beside the database, since addresses of staff lie in it; what a crash left goes, too."""
    make_folder(data)
    with file_lock(data / "drill.lock"):
        for one in data.glob(f"{_PREFIX}*"):
            shutil.rmtree(one)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=data))
        try:
            yield folder
        finally:
            shutil.rmtree(folder)


def told(found: Found) -> Iterable[str]:
    """The report: a line for each thing that was looked at, then each thing that is wrong."""
    yield f"Taken {found.taken_at} from {found.engine}, schema {found.schema_version}."
    yield f"{sum(found.rows.values())} rows in {len(found.rows)} tables, all as they were put there."
    yield (
        f"{found.entries} entries in {found.journals} journals opened; "
        f"{found.receipts} receipts hold; no gap in {found.journals - found.gaps} of {found.journals}."
    )
    yield f"{found.blobs} of {found.all_blobs} photos and files opened and compared with their hash."
    yield (
        f"{found.erased} journals of people who were erased: "
        f"{found.erased_rows} of their rows are left, {found.erased_open} have a key."
    )
    yield f"{found.lines} lines of the ledger that the backup did not know were carried out."
    yield from (f"WRONG: {one}" for one in found.wrong)
    yield "This backup can be restored." if not found.wrong else "Do not rely on this backup."
