"""What one person had not sent, out of a store that was set aside and into the one that stands open.

Each with its own key, so that everything is sealed anew. Entries go before the photos and files that they
name. Done twice it does no more than once: what was brought already stays as it is.
"""

from mia_companion.store.blob_rows import PARKED
from mia_companion.store.store import OWNER, Store


def bring_over(old: Store, new: Store, account: str) -> bool:
    """The account's entries, photos and files that wait, and its half-written words. Raises StoreError.

    Whether nothing of anybody's is left behind in the old one, which is not changed.
    """
    there = {one.entry.id for one in new.outbox.all()}
    waiting = old.outbox.all()
    mine = [one.entry for one in waiting if one.entry.author == account]
    new.outbox.add_all([(entry, ()) for entry in mine if entry.id not in there])
    blobs = old.blobs.waiting()
    for blob in blobs:
        content = old.blobs.bytes_of(blob)
        if blob.account == account and blob.state != PARKED and content is not None:
            new.blobs.bring(blob, content)
    drafts = old.drafts.all()
    owns_drafts = not drafts or old.kept.get(OWNER) == account
    for place, words in drafts.items() if owns_drafts else ():
        if not new.drafts.get(place):
            new.drafts.set(place, words)
    others = [one for one in waiting if one.entry.author != account]
    others_blobs = [one for one in blobs if one.account != account]
    return owns_drafts and not (others or others_blobs or old.outbox.holds_others())
