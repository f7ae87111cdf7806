"""A summons in a file, as one comes with a mail, and a file that is none."""

from tools.walk.screens import Choose

_LINES = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Exempelstad//Kallelser//SV",
    "BEGIN:VEVENT",
    "UID:kallelse-1@exempelstad.example",
    "DTSTAMP:20261116T080000Z",
    "DTSTART:20261126T090000Z",
    "DTEND:20261126T094500Z",
    "SUMMARY:Besök hos arbetsterapeut",
    "LOCATION:Vårdcentralen Exempelstad\\, plan 2",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
)
SUMMONS = Choose("Choose a file", "kallelse.ics", "\r\n".join(_LINES))
"""A week and a day after the day of the walk."""
UNREADABLE = Choose("Choose a file", "kallelse.ics", "%PDF-1.7")
