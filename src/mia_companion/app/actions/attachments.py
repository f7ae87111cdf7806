"""Photos and files: picked and kept, looked at, saved, and what becomes of those that were refused."""

import asyncio
import hashlib
from collections.abc import Callable
from typing import TypeVar

from mia_companion.app.actions.outcome import GONE, NO_JOURNAL, Recorder, clean, why
from mia_companion.app.companion import Companion
from mia_companion.device.unfit import Unfit
from mia_companion.domain.blobs import BlobRef
from mia_companion.store.errors import StoreError
from mia_companion.sync.blobs import fetch
from mia_companion.sync.errors import SyncError

MOST = 6
"""Photos and files that one entry names."""

_SMALL_ONES = 24
"""Small pictures kept ready for the screen, some 60 kB each."""

Done = TypeVar("Done")


class AttachmentActions(Recorder):
    """Each answers with a problem's name, a plain text, instead of raising.

    A journal is where an entry names the blob; it is empty for what is picked and not yet recorded.
    """

    def __init__(self, companion: Companion) -> None:
        super().__init__(companion)
        self._small: dict[str, bytes] = {}
        self._one_fetch = asyncio.Lock()

    async def keep(self, raw: bytes, name: str, *, photo_only: bool = False) -> BlobRef | str:
        """Make what was picked fit, and keep it durably until an entry names it or its form is gone."""
        account = self._companion.view.account
        if account is None:
            return NO_JOURNAL
        store, new = self._companion.store, self._companion.ids.new()

        def kept() -> BlobRef:
            from mia_companion.device.fitting import fit  # noqa: PLC0415  Pillow is slow to load

            fitted = fit(raw, name, photo_only=photo_only)
            ref = BlobRef(
                blob_id=new,
                sha256=hashlib.sha256(fitted.content).hexdigest(),
                size=len(fitted.content),
                media_type=fitted.media_type,
                name=clean(fitted.name),
            )
            store.blobs.keep(ref, account.id, fitted.content)
            return ref

        return await _answered(kept)

    def let_go(self, ref: BlobRef) -> None:
        """It was picked, and is not to be sent after all."""
        try:
            self._companion.store.blobs.drop(ref.blob_id)
        except StoreError:  # it goes with its form
            return

    def is_here(self, ref: BlobRef, journal: str) -> bool:
        """Whether it can be looked at without a connection."""
        try:
            return self._companion.store.blobs.has(ref.blob_id, journal)
        except StoreError:
            return False

    async def show(self, ref: BlobRef, journal: str = "", *, small: bool = False) -> bytes | str:
        """A photo for the screen, fetched if it must be."""
        if small and ref.sha256 in self._small:
            return self._small[ref.sha256]
        content = await self._bytes(ref, journal)
        if isinstance(content, str):
            return content

        def fit_for_a_screen() -> bytes:
            from mia_companion.device.fitting import to_show  # noqa: PLC0415

            return to_show(content, ref.media_type, small=small)

        shown = await _answered(fit_for_a_screen)
        if small and isinstance(shown, bytes):
            self._small[ref.sha256] = shown
            if len(self._small) > _SMALL_ONES:
                del self._small[next(iter(self._small))]
        return shown

    async def content(self, ref: BlobRef, journal: str) -> bytes | str:
        """The very bytes, fetched if they must be."""
        return await self._bytes(ref, journal)

    async def save(self, ref: BlobRef, journal: str, otherwise: str) -> tuple[str, bytes] | str:
        """A name and the bytes to save under it, fetched if they must be. `otherwise` where it has none."""
        content = await self._bytes(ref, journal)
        if isinstance(content, str):
            return content

        def named() -> tuple[str, bytes]:
            from mia_companion.device.fitting import to_save  # noqa: PLC0415

            return to_save(content, ref.media_type, ref.name, otherwise), content

        return await _answered(named)

    def send_again(self, blob: str) -> None:
        """Try once more to send what was refused."""
        self._companion.store.blobs.retry(blob)
        self._companion.blobs_changed()
        self._companion.runner.kick()

    def take_away(self, blob: str) -> None:
        """Do not send it any more. The words of its entry stay."""
        self._companion.store.blobs.drop(blob)
        self._companion.blobs_changed()

    async def _bytes(self, ref: BlobRef, journal: str) -> bytes | str:
        companion = self._companion
        here = await _answered(lambda: companion.store.blobs.content(ref, journal))
        if here is not None or not journal:
            return here if here is not None else GONE
        async with self._one_fetch:  # on a slow line one whole photo is better than four halves
            here = await _answered(lambda: companion.store.blobs.content(ref, journal))
            if here is not None:
                return here
            try:
                return await fetch(companion.store, companion.client, ref, journal)
            except SyncError as wrong:
                return wrong.name
            except StoreError as wrong:
                return why(wrong)


async def _answered(work: Callable[[], Done]) -> Done | str:
    """What the work gives, done in a thread, or the name of the problem that it met."""
    try:
        return await asyncio.to_thread(work)
    except Unfit as unfit:
        return unfit.name
    except StoreError as wrong:
        return why(wrong)
