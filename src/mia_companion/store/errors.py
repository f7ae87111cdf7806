"""What a store can say when it cannot do as asked. Nothing that was acknowledged is lost by any."""


class StoreError(Exception):
    """The root of the store's errors."""


class StoreBroken(StoreError):
    """The file, or a row in it, is damaged or was sealed with another key."""


class StoreBusy(StoreError):
    """Another process has this store open: it has one writer."""


class StoreFull(StoreError):
    """The disk is full. The entry was not recorded; what was recorded before is safe."""


class BlobGone(StoreError):
    """The entry would name a photo or file that is not on this device. It was not recorded."""


class StoreTooNew(StoreError):
    """A later version of the app wrote this store."""
