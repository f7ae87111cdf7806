"""What people write is read by whom it is for, and lies nowhere else: a canary word for each thing that is written."""

from pathlib import Path

import pytest

from tests.torture.canaries.life import live
from tests.torture.canaries.words import Flock

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


async def test_no_word_lies_anywhere_but_with_whom_it_is_for(tmp_path: Path) -> None:
    import time
    t=time.time()
    lived = await live(tmp_path, "", 1)
    print("lived", time.time()-t, len(lived.watch.seen), len(lived.watch.graves), lived.entries, len(lived.flock.words))
    t=time.time()
    hits = lived.hits()
    for w,c in lived.watch.everything():
        if w=="log" and lived.flock.found_in(c): print(c[:1500])
        if w.startswith("standard"): print(c[-3000:])
    import collections
    cc=collections.Counter()
    for w,c in lived.watch.everything(): cc[w.split(":")[0]]+=len(c)
    print(cc)
    print("searched", time.time()-t)
    for k,v in sorted(hits.items()): print(k[:150], sorted(v)[:6], len(v))
    assert not hits
