"""Keeping what is on this device out of the platform's own copies.

Android is told in its manifest. An iPhone is told of the folder, each time the app starts, through
CoreFoundation, which every process there has: what lies in a folder that is left out is left out too.
On a desktop backups are their owner's, and what is sealed there has its key in the same account.
"""

import ctypes
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

_COREFOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"


def keep_out_of_backups(
    folder: Path,
    platform: str = sys.platform,
    load: Callable[[str], Any] = ctypes.CDLL,
) -> bool:
    """Whether an iPhone has been told to leave the folder out; anywhere else there is nothing to tell.

    Never raises: an app that cannot say it opens all the same, and says so in its log.
    """
    if platform != "ios":
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        told = _tell(load(_COREFOUNDATION), os.fsencode(folder))
    except (OSError, AttributeError, ValueError) as wrong:
        log.error("backups: %s", type(wrong).__name__)
        return False
    if not told:
        log.error("backups: not left out")
    return told


def _tell(foundation: Any, path: bytes) -> bool:
    """`CFURLSetResourcePropertyForKey(url, kCFURLIsExcludedFromBackupKey, kCFBooleanTrue, NULL)`."""
    make, tell, release = (
        foundation.CFURLCreateFromFileSystemRepresentation,
        foundation.CFURLSetResourcePropertyForKey,
        foundation.CFRelease,
    )
    make.restype = ctypes.c_void_p
    make.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_long, ctypes.c_ubyte)
    tell.restype = ctypes.c_ubyte
    tell.argtypes = (ctypes.c_void_p,) * 4
    release.restype = None
    release.argtypes = (ctypes.c_void_p,)
    key = ctypes.c_void_p.in_dll(foundation, "kCFURLIsExcludedFromBackupKey")
    yes = ctypes.c_void_p.in_dll(foundation, "kCFBooleanTrue")
    url = make(None, path, len(path), True)
    if not url:
        return False
    try:
        return bool(tell(url, key, yes, None))
    finally:
        release(url)
