"""A certificate authority of a test's own, and what it says of a server."""

import base64
import hashlib
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Authority:
    """`file` is its certificate, for whoever is to trust it; `pin` names its key to a browser."""

    file: Path
    pin: str
    certificate: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """For whoever trusts it and nobody else."""
        return ssl.create_default_context(cafile=self.file)


def authority(folder: Path, *names: str) -> Authority:
    """A new one, and what it says of a server with those names."""
    root, server = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Prov")])
    now = datetime.now(UTC)

    def signed(of: ec.EllipticCurvePrivateKey, *, is_root: bool) -> bytes:
        other = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        made = (
            x509.CertificateBuilder()
            .subject_name(called if is_root else other)
            .issuer_name(called)
            .public_key(of.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName(map(x509.DNSName, names)), critical=False)
            .sign(root, hashes.SHA256())
        )
        return made.public_bytes(serialization.Encoding.PEM)

    files = [folder / name for name in ("authority.pem", "server.pem", "server.key")]
    plain = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    files[0].write_bytes(signed(root, is_root=True))
    files[1].write_bytes(signed(server, is_root=False))
    files[2].write_bytes(server.private_bytes(pem, pkcs8, plain))
    spki = server.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    pin = base64.b64encode(hashlib.sha256(spki).digest()).decode()
    return Authority(files[0], pin, files[1], files[2])
