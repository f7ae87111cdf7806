"""What the environment says; a way half set up is not used."""

from pathlib import Path

import pytest

from mia_companion.server.reminders.settings import MailSettings, ReminderSettings, SmsSettings

MAIL = {
    "MIA_SMTP_URL": "smtp://mia%40example.se@post.example.se",
    "MIA_SMTP_PASSWORD_FILE": "/run/secrets/smtp",
    "MIA_MAIL_FROM": "MIA <no-reply@mia.example.se>",
    "MIA_MAIL_BOUNCES": "bounces@mia.example.se",
}
SMS = {"MIA_SMS_URL": "https://sms.example.se/send", "MIA_SMS_TOKEN_FILE": "/run/secrets/sms"}


def test_nothing_is_nothing() -> None:
    assert ReminderSettings.from_environment({}) == ReminderSettings(None, None)


def test_both() -> None:
    found = ReminderSettings.from_environment(MAIL | SMS)
    assert found.mail == MailSettings(
        "post.example.se", 587, tls=False, starttls=True, sender="no-reply@mia.example.se",
        name="MIA", user="mia@example.se", password_file=Path("/run/secrets/smtp"),
        bounces="bounces@mia.example.se",
    )  # fmt: skip
    assert found.sms == SmsSettings(SMS["MIA_SMS_URL"], "http", Path("/run/secrets/sms"), "MIA")


@pytest.mark.parametrize(
    ("url", "port", "tls", "starttls"),
    [
        ("smtps://post.example.se", 465, True, False),
        ("smtp://post.example.se:25", 25, False, True),
        ("smtp://localhost:25", 25, False, False),
    ],
)
def test_only_this_computer_is_spoken_to_in_the_clear(
    url: str, port: int, tls: bool, starttls: bool
) -> None:
    said = {"MIA_SMTP_URL": url, "MIA_MAIL_FROM": "a@example.se"}
    found = ReminderSettings.from_environment(said).mail
    assert found is not None
    assert (found.port, found.tls, found.starttls) == (port, tls, starttls)


@pytest.mark.parametrize(
    "wrong",
    [
        {"MIA_SMTP_URL": "https://post.example.se"},
        {"MIA_SMTP_URL": "smtp://mia:secret@post.example.se"},
        {"MIA_MAIL_FROM": ""},
        {"MIA_MAIL_FROM": "MIA"},
        {"MIA_SMTP_PASSWORD_FILE": ""},
        {"MIA_MAIL_BOUNCES": "bounces"},
        {"MIA_MAIL_REPLY_TO": "a@b.se\r\nBcc: c@d.se"},
        {"MIA_SMS_URL": "http://sms.example.se/send"},
        {"MIA_SMS_TOKEN_FILE": ""},
        {"MIA_SMS_KIND": "carrier pigeon"},
        {"MIA_SMS_FROM": "more than eleven"},
    ],
)
def test_what_could_only_be_a_mistake(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="MIA_"):
        ReminderSettings.from_environment({**MAIL, **SMS, **wrong})
