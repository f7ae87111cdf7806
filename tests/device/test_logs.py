"""Whatever fails, wherever, no log has anybody's words in it."""

import asyncio
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from mia_companion.device.logs import keep_words_out
from tests.words_out import words_kept_out

NAME = "Amina Ek"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    with words_kept_out():
        keep_words_out()  # again is harmless
        yield


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
    assert " · KeyError at " in caplog.text
    assert ("a screen failed · " in caplog.text) == name.startswith("mia_companion")
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
    theirs.error(f"{NAME} is unknown")
    logging.getLogger("asyncio").error(f"Exception in callback note('{NAME}')")
    assert "Receive loop error · ValueError" in caplog.text
    assert "… at " in caplog.text
    assert "Exception in callback\n" in caplog.text
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


def _fails() -> None:
    raise ValueError(NAME)


def test_what_ends_a_thread_or_happens_as_something_goes_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=_fails)
    thread.start()
    thread.join()

    class Goes:
        def __del__(self) -> None:
            _fails()

    Goes()
    try:
        _fails()
    except ValueError as wrong:
        sys.excepthook(ValueError, wrong, wrong.__traceback__)
    for sentence in ("a thread ended", "failed as it was let go", "ended by an error"):
        assert f"{sentence} · ValueError at " in caplog.text
    assert "test_logs.py" in caplog.text
    assert NAME not in whole(caplog) + "".join(capsys.readouterr())


def test_a_command_that_ends_by_an_error_says_where_and_no_more() -> None:
    code = (
        "import sys, mia_companion.cli as cli\n"
        "def fails(said): raise ValueError('Amina Ek')\n"
        "cli._serve = fails\n"
        "sys.argv = ['mia-companion', 'serve']\n"
        "cli.main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("ended by an error · ValueError at ")
    assert NAME not in ended.stderr + ended.stdout
