"""A test's process as one that is served: no log has anybody's words in it. Afterwards it is as it was."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from mia_companion.device.logs import keep_words_out


@contextmanager
def words_kept_out() -> Iterator[None]:
    """Whoever was there before: another test of this process may have set it up, and left it."""
    before = logging.getLogRecordFactory()
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    sys.unraisablehook = sys.__unraisablehook__
    keep_words_out()
    try:
        yield
    finally:
        logging.setLogRecordFactory(before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
