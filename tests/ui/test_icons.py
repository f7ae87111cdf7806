"""Which icons turn where one reads from the right: each that the screens use is in one of three lists."""

import re
from functools import cache
from pathlib import Path

import flet as ft
import flet_web
import pytest

import mia_companion
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.turned import TURNED
from tests.ui.home import a_home

BY_FLUTTER = {
    "ARROW_BACK", "ARROW_FORWARD", "BACKSPACE_OUTLINED", "CHEVRON_LEFT", "CHEVRON_RIGHT",
    "EVENT_NOTE_OUTLINED", "HELP_OUTLINE", "OPEN_IN_NEW", "PLAYLIST_ADD", "REPLY", "SEND",
    "SEND_OUTLINED", "SHORT_TEXT", "SHOW_CHART", "UNDO",
}  # fmt: skip
"""Arrows, lines of text, a line over time, and the question mark, which Arabic turns around too."""

BY_US = {
    "LOGIN", "LOGOUT", "FORWARD_TO_INBOX", "FORWARD_TO_INBOX_OUTLINED", "DIRECTIONS_WALK",
    "TOGGLE_ON", "TOGGLE_OFF_OUTLINED",
}  # fmt: skip

STAY = {
    # Up, down and the sides of a photo, whichever way one reads.
    "NORTH", "EAST", "SOUTH", "WEST",
    # A clock and all that goes round as it does.
    "EVENT_REPEAT", "EVENT_REPEAT_OUTLINED", "HISTORY", "HISTORY_EDU_OUTLINED", "HOURGLASS_EMPTY",
    "REFRESH", "REPEAT", "REPLAY", "SCHEDULE", "SYNC_PROBLEM", "UPDATE", "LOCK_RESET",
    # Yes is drawn the same way everywhere.
    "CHECK", "CHECK_BOX", "CHECK_CIRCLE", "CHECK_CIRCLE_OUTLINE", "DONE", "DONE_ALL",
    "EVENT_AVAILABLE", "EVENT_AVAILABLE_OUTLINED", "MARK_CHAT_READ_OUTLINED",
    # Things, held in the right hand or as they look.
    "ACCOUNT_BALANCE_OUTLINED", "ATTACH_FILE", "BACKPACK_OUTLINED", "BADGE_OUTLINED",
    "BEDTIME_OUTLINED", "CONTACTS_OUTLINED", "DESCRIPTION_OUTLINED", "DEVICES", "DIALPAD",
    "DIRECTIONS_OUTLINED", "DOOR_FRONT_DOOR_OUTLINED", "EDIT_NOTE", "EDIT_OUTLINED",
    "FINGERPRINT", "FOLDER_SHARED_OUTLINED", "HANDSHAKE_OUTLINED", "HANDYMAN_OUTLINED",
    "HOME_OUTLINED", "HOME_WORK", "HOME_WORK_OUTLINED", "IMAGE_OUTLINED", "INBOX", "INBOX_OUTLINED",
    "INVENTORY_2_OUTLINED", "KEY_OUTLINED", "LIGHTBULB_OUTLINE", "LIGHTBULB_OUTLINED",
    "LOCK_OPEN_OUTLINED", "LOCK_OUTLINE", "MAIL_OUTLINE", "MAIL_OUTLINED", "MAP_OUTLINED",
    "MARK_EMAIL_UNREAD_OUTLINED", "MEDICAL_SERVICES_OUTLINED", "PHONELINK_ERASE", "PHONE_ANDROID",
    "PHONE_OUTLINED", "PHOTO_LIBRARY_OUTLINED", "PICTURE_AS_PDF_OUTLINED", "PIN_OUTLINED",
    "PLACE_OUTLINED", "PRINT_OUTLINED", "PUBLIC", "PUBLIC_OUTLINED", "QR_CODE_2",
    "SAVINGS_OUTLINED", "SCHOOL_OUTLINED", "SHIELD", "SHIELD_OUTLINED", "SMARTPHONE",
    "SPA_OUTLINED", "STOREFRONT_OUTLINED", "SUPPORT", "TABLE_CHART_OUTLINED",
    "TABLE_VIEW_OUTLINED", "TRANSLATE", "VIDEOCAM_OUTLINED", "VOLUME_UP_OUTLINED", "WORK_OUTLINE",
    "FLAG", "FLAG_OUTLINED", "EMOJI_FLAGS", "ROUTE", "ROUTE_OUTLINED",
    # People, faces, and what they say.
    "ACCESSIBILITY_NEW", "ADD_COMMENT_OUTLINED", "CHAT_BUBBLE", "CHAT_BUBBLE_OUTLINE", "EMOJI_PEOPLE",
    "FAVORITE_OUTLINE", "FORUM_OUTLINED", "GROUPS_OUTLINED", "GROUP_ADD_OUTLINED", "PEOPLE",
    "PEOPLE_OUTLINE", "PERSON", "PERSON_ADD", "PERSON_ADD_ALT", "PERSON_ADD_OUTLINED",
    "PERSON_OUTLINE", "PERSON_OUTLINED", "RECORD_VOICE_OVER_OUTLINED", "SUPPORT_AGENT_OUTLINED",
    "SENTIMENT_DISSATISFIED", "SENTIMENT_NEUTRAL", "SENTIMENT_SATISFIED",
    "SENTIMENT_VERY_DISSATISFIED", "SENTIMENT_VERY_SATISFIED",
    # The same from either side, or up and down.
    "ADD", "ADD_A_PHOTO_OUTLINED", "ADD_LINK", "ADD_TO_HOME_SCREEN", "SMS_OUTLINED",
    "MEDICAL_INFORMATION_OUTLINED",
    "ADD_IC_CALL_OUTLINED", "AUTO_DELETE_OUTLINED", "BAR_CHART",
    "BOOKMARK_ADD_OUTLINED", "BOOKMARK_BORDER", "BRIGHTNESS_AUTO_OUTLINED", "CALENDAR_MONTH",
    "CALENDAR_MONTH_OUTLINED", "CALENDAR_TODAY_OUTLINED", "CHECK_BOX_OUTLINE_BLANK", "CIRCLE",
    "CIRCLE_OUTLINED", "CLOSE", "CLOUDY_SNOWING", "CLOUD_DONE_OUTLINED", "CLOUD_OFF_OUTLINED",
    "CLOUD_OUTLINED", "CLOUD_UPLOAD_OUTLINED", "CONTENT_COPY", "DARK_MODE_OUTLINED",
    "DELETE_OUTLINE", "DOWNLOAD_OUTLINED", "EVENT", "EVENT_BUSY", "EVENT_BUSY_OUTLINED",
    "EVENT_OUTLINED", "EXPAND_LESS", "EXPAND_MORE", "HUB_OUTLINED", "IMPORT_EXPORT",
    "INCOMPLETE_CIRCLE", "INFO_OUTLINE", "LIGHT_MODE_OUTLINED", "LOOKS_ONE_OUTLINED",
    "NOTIFICATIONS_ACTIVE_OUTLINED", "NOTIFICATIONS_NONE", "NOTIFICATIONS_OFF_OUTLINED",
    "NOTIFICATIONS_OUTLINED", "PAUSE_CIRCLE_OUTLINE", "QUERY_STATS", "RADIO_BUTTON_UNCHECKED",
    "SQUARE_OUTLINED", "SWAP_HORIZ", "TEXT_FIELDS", "THUNDERSTORM_OUTLINED",
    "UPLOAD_FILE_OUTLINED", "VISIBILITY_OFF_OUTLINED", "VISIBILITY_OUTLINED", "WB_SUNNY",
    "WB_SUNNY_OUTLINED", "WB_TWILIGHT_OUTLINED", "ZOOM_IN", "ZOOM_OUT",
}  # fmt: skip

CLIENT = Path(flet_web.__file__).parent / "web" / "main.dart.js"
SOURCE = Path(mia_companion.__file__).parent
_ONE = re.compile(r'\b(B\.\w+)=new A\.\w+\(\d+,"MaterialIcons",null,(![01])\)')
_ALL = re.compile(r"\[((?:B\.\w+,){5000,}B\.\w+)\]")


def used() -> set[str]:
    """The icons of all screens."""
    texts = (file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    return {name for text in texts for name in re.findall(r"ft\.Icons\.([A-Z_0-9]+)", text)}


@cache
def turned_by_flutter() -> set[str]:
    """Of those, the ones that the client of flet-web turns: each icon there says so itself."""
    client = CLIENT.read_text("utf-8")
    turns = {found[1]: found[2] == "!0" for found in _ONE.finditer(client)}
    listed = _ALL.search(client)
    assert listed, "the client keeps its icons in another way now"
    icons = listed[1].split(",")
    return {name for name in used() if turns[icons[int(getattr(ft.Icons, name)) & 0xFFFF]]}


def test_every_icon_is_known_to_turn_or_to_stay() -> None:
    assert used() == BY_FLUTTER | BY_US | STAY
    assert not BY_FLUTTER & BY_US
    assert not (BY_FLUTTER | BY_US) & STAY


def test_flutter_turns_those_that_it_is_said_to() -> None:
    assert turned_by_flutter() == BY_FLUTTER


def test_we_turn_the_others() -> None:
    assert {icon.name for icon in TURNED} == BY_US


@pytest.mark.parametrize("tag", ["ar", "sv"])
async def test_the_way_out_points_to_where_reading_ends(tmp_path: Path, tag: str) -> None:
    words = words_for(tag)
    with a_home(tmp_path, tag) as home:
        async with home.screen(places.ME) as screen:
            await screen.go(places.LEAVE)
            icons = [getattr(one, "icon", None) for one in screen.controls(ft.OutlinedButton)]
            out = [icon for icon in icons if _icon(icon) == ft.Icons.LOGOUT]
            assert out
            for icon in out:
                assert isinstance(icon, ft.Icon) == words.rtl
                if isinstance(icon, ft.Icon):
                    assert isinstance(icon.scale, ft.Scale)
                    assert icon.scale.scale_x == -1


def _icon(icon: object) -> object:
    return icon.icon if isinstance(icon, ft.Icon) else icon
