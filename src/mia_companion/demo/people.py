"""Who is in the demo. All of it is invented; the numbers lead nowhere."""

from dataclasses import dataclass

ASSOCIATION = "Samordningsförbundet Exempeldalen"
SITE = "MIA Vidare Exempelstad"


@dataclass(frozen=True, slots=True)
class DemoCoordinator:
    """`password` is for the demo alone."""

    name: str
    email: str
    password: str
    phone: str


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """The association's administrator, or its funder."""

    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class DemoParticipant:
    """`language` is what the person reads."""

    name: str
    language: str


ANNA = DemoCoordinator("Anna Lind", "anna@demo.example", "demo-anna-lind", "070-000 00 01")
JONAS = DemoCoordinator("Jonas Berg", "jonas@demo.example", "demo-jonas-berg", "070-000 00 02")

BERIT = DemoOffice("Berit Ask", "berit@demo.example", "demo-berit-ask")
OLOF = DemoOffice("Olof Dal", "olof@demo.example", "demo-olof-dal")

SAMIRA = DemoParticipant("Samira Haddad", "ar")
ELIN = DemoParticipant("Elin Ek", "sv")
MAREK = DemoParticipant("Marek Wójcik", "en")
LARS = DemoParticipant("Lars Holm", "sv")
"""Followed by Jonas, and nobody steps in as him."""

CONTACTS = (
    ("Lena Åkesson", "region", "Rehabkoordinator", "010-000 00 10", "Exempelgatan 4"),
    ("Per Sjö", "insurance", "Personlig handläggare", "010-000 00 11", ""),
    ("Mona Ali", "employment", "Arbetsförmedlare", "010-000 00 12", "Torget 1"),
    ("Ida Strand", "municipality", "Arbetsmarknadsenheten", "010-000 00 13", "Torget 3"),
)
