"""Writes the fixtures that later versions must still read: a store of the present schema.

`python -m tools.fixtures` writes what is missing in `tests/fixtures` and never changes what is there:
phones out there hold exactly that. Run it once after adding a migration, and commit what it wrote.

    store-v<schema>.sqlite   made by `tests.store.operations.prepare`, sealed with the key below
    store-v<schema>.json     what it must say
"""

import json
from pathlib import Path

from mia_companion.store.database import migrations
from mia_companion.store.store import Store

FOLDER = Path(__file__).parent.parent / "tests" / "fixtures"
KEY = bytes.fromhex("6d696120636f6d70616e696f6e2c206669787475726573206b65792c206e6f6e")
"""No secret: it seals invented people's words only."""


def said(store: Store) -> dict[str, object]:
    """What a store says, as JSON, without anything that a later version may add."""
    return {
        "cursors": store.journals.cursors(),
        "draft": store.drafts.get("message"),
        "entries": {
            journal: [
                (one.seq, one.entry.id, one.entry.body) for one in store.journals.entries(journal)
            ]
            for journal in store.journals.known()
        },
        "language": store.kept.get("language"),
        "outbox": [(w.state, w.reason, w.raw.decode()) for w in store.outbox.all()],
        "returning": [raw.decode() for raw in store.outbox.to_return(100)],
    }


def main() -> None:
    """Write the present schema's store, unless it is there."""
    from tests.store.operations import prepare  # noqa: PLC0415  tests need tools, too

    path = FOLDER / f"store-v{migrations()[-1][0]}.sqlite"
    if path.exists():
        print(f"{path.name} is there and stays as it is")
        return
    store = Store(path, KEY)
    prepare(store)
    store.journals.rebase({"journal-shared": 5})
    words = json.dumps(said(store), ensure_ascii=False, indent=1, sort_keys=True)
    store.close()
    path.with_suffix(".json").write_text(words + "\n", "utf-8")
    print(f"{path.name} is new: commit it")


if __name__ == "__main__":
    main()
