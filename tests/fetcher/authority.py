"""Certificates for servers on this computer, and the authority that vouches for them."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Authority:
    """`file` is what a client has to believe; `served` and `misnamed` are what a server shows."""

    file: Path
    served: Path
    misnamed: Path

    def server_context(self, shown: Path | None = None) -> ssl.SSLContext:
        """Return a server's side of TLS."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(shown or self.served)
        return context


def make_authority(folder: Path) -> Authority:
    """Make an authority and two certificates of it: for loopback, and for a server of another name."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Paddock test authority")])
    authority = _built(name, name, key.public_key(), key, x509.BasicConstraints(ca=True, path_length=0), [])
    file = folder / "authority.pem"
    file.write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    ours = [
        x509.DNSName("localhost"),
        x509.DNSName("mirror.test"),
        x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
        x509.IPAddress(ipaddress.ip_address("127.0.0.2")),
    ]
    return Authority(
        file,
        _issued(folder / "served.pem", name, key, ours),
        _issued(folder / "misnamed.pem", name, key, [x509.DNSName("another.test")]),
    )


def _issued(
    file: Path, issuer: x509.Name, issuer_key: ec.EllipticCurvePrivateKey, names: list[x509.GeneralName]
) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server of the tests")])
    certificate = _built(
        subject, issuer, key.public_key(), issuer_key, x509.BasicConstraints(ca=False, path_length=None), names
    )
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return file


def _built(
    subject: x509.Name,
    issuer: x509.Name,
    public_key: ec.EllipticCurvePublicKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    constraints: x509.BasicConstraints,
    names: list[x509.GeneralName],
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(constraints, critical=True)
    )
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())
