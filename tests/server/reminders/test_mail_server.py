"""The mail server is who it says it is, and what is sent to it goes by TLS, or it is not sent."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from mia_companion.server.reminders.mail import Mail
from mia_companion.server.reminders.outcomes import Message, Outcome
from mia_companion.server.surroundings import Surroundings
from tests.server.reminders.post_office import DIES, NEVER, NOT_NOW, PostOffice, post_office
from tests.server.reminders.reminding import ADDRESS, mail_to

SAID = Message("0" * 32, ADDRESS, "En påminnelse", "Du har något bokat.\n")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this computer's, signed by itself, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return file


def tls(certificate: Path) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate)
    return made


async def _sent(office: PostOffice, **more: object) -> Outcome:
    return await Mail(mail_to(office.port, **more), Surroundings()).send(SAID)


async def test_tls_is_begun_and_who_it_is_is_checked(certificate: Path, tmp_path: Path) -> None:
    asked: list[LoginPassword] = []

    def known(_: object, __: object, ___: object, ____: object, said: LoginPassword) -> AuthResult:
        asked.append(said)
        return AuthResult(success=said == LoginPassword(b"mia", b"secret"), handled=False)

    password = tmp_path / "password"
    password.write_text("secret\n")
    with post_office(
        tls_context=tls(certificate), require_starttls=True, authenticator=known, auth_required=True
    ) as office:
        inside = {"starttls": True, "user": "mia", "password_file": password}
        assert await _sent(office, **inside) is Outcome.LATER  # nobody whom we know signed it
        assert await _sent(office) is Outcome.LATER  # the server insists
        assert (office.came, asked) == ([], [])
        assert await _sent(office, **inside, ca_file=certificate) is Outcome.ACCEPTED
        password.write_text("wrong")
        assert await _sent(office, **inside, ca_file=certificate) is Outcome.LATER
    assert len(office.came) == 1
    assert LoginPassword(b"mia", b"secret") in asked


async def test_where_tls_cannot_be_begun_nothing_is_sent() -> None:
    with post_office() as office:
        assert await _sent(office, starttls=True) is Outcome.LATER
        assert office.came == []


async def test_tls_from_the_first_byte(certificate: Path) -> None:
    with post_office(ssl_context=tls(certificate)) as office:
        assert await _sent(office, tls=True) is Outcome.LATER
        assert await _sent(office, tls=True, ca_file=certificate) is Outcome.ACCEPTED


@pytest.mark.parametrize(
    ("mood", "outcome"),
    [(NOT_NOW, Outcome.LATER), (NEVER, Outcome.NEVER), (DIES, Outcome.LATER)],
)
async def test_what_its_answers_mean(mood: str, outcome: Outcome) -> None:
    with post_office() as office:
        office.mood = mood
        assert await _sent(office) is outcome
    assert await _sent(office) is Outcome.LATER  # nobody there any more


async def test_an_address_with_letters_of_ones_own_is_sent_as_every_server_takes_it() -> None:
    with post_office() as office:
        message = replace(SAID, to="anna@exämple.org")
        mail = Mail(mail_to(office.port, reply_to="svar@mia.example.se"), Surroundings())
        assert await mail.send(message) is Outcome.ACCEPTED
    [(envelope, said)] = office.came
    assert envelope.rcpt_tos == ["anna@xn--exmple-cua.org"]
    assert said["Reply-To"] == "svar@mia.example.se"
    assert said["Subject"] == "En påminnelse"
