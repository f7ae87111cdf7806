"""Whatever fails, wherever, no log has anybody's words in it."""

import asyncio
import logging
from collections.abc import Iterator

import pytest

from mia_companion.device.logs import keep_words_out

NAME = "Amina Ek"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    keep_words_out()
    keep_words_out()
    yield
    logging.setLogRecordFactory(before)


def whole(caplog: pytest.LogCaptureFixture) -> str:
    """Everything that any handler could write of it."""
    return caplog.text + "".join(str(vars(one)) for one in caplog.records)


@pytest.mark.parametrize("name", ["mia_companion.ui.start", "flet", "uvicorn.error", "asyncio"])
def test_an_exception_is_told_by_its_kind_and_place(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise KeyError(NAME) from ValueError(NAME)
    except KeyError:
        logging.getLogger(name).exception("a screen failed")
    assert "a screen failed · KeyError at " in caplog.text
    assert "test_logs.py" in caplog.text
    assert NAME not in whole(caplog)


def test_what_a_library_puts_into_its_own_sentences_is_left_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    theirs = logging.getLogger("flet_web")
    theirs.warning(f"Receive loop error: {NAME}", exc_info=ValueError(NAME))
    theirs.error("Unhandled error in '%s'", NAME)
    theirs.debug(f"Message {NAME} was sent")
    theirs.error(f"Task\n{NAME}")
    assert "Receive loop error · ValueError" in caplog.text
    assert NAME not in whole(caplog)


def test_our_own_sentences_are_whole(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("mia_companion.x").warning("%s of %d %%", "POST /v1/push", 3)
    assert "POST /v1/push of 3 %" in caplog.text


async def test_a_task_that_nobody_asked_about_says_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fails() -> None:
        raise ValueError(NAME)

    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(fails())
    await asyncio.sleep(0)
    error = task.exception()
    loop.call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": error, "task": task}
    )
    assert "Task exception was never retrieved · ValueError" in caplog.text
    assert NAME not in whole(caplog)
