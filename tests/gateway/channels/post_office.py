"""A mail server on loopback (aiosmtpd): it keeps the letters, and refuses, breaks or waits as told."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from gateway.channels.mail import AT_ONCE

OK = "250 OK"
CUT = "cut"
SILENCE = "silence"
MEET = "meet"


class PostOffice:
    """Takes letters from who says the right name and password, if it asks for them."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []
        self.says: dict[str, str] = {}
        """By command (MAIL, RCPT, DATA, QUIT): an answer other than OK, or CUT, SILENCE, MEET."""
        self.names: list[tuple[str, str]] = []
        """Who said who they are, with which password."""
        self.greeted: list[tuple[str, bool]] = []
        """By what name a client said hello, and whether under TLS."""
        self.crowd = asyncio.Barrier(AT_ONCE + 1)
        """Where as many letters as may be under way at once, and the test, meet if told to."""
        self.never = asyncio.Event()
        self.port = 0
        self._server: asyncio.Server | None = None

    async def start(
        self, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None
    ) -> None:
        """Serve on any free port, under TLS from the first byte or from STARTTLS on."""

        def serve() -> SMTP:
            return SMTP(
                self,
                hostname="mail.test",
                loop=asyncio.get_running_loop(),
                tls_context=starttls,
                require_starttls=starttls is not None,
                auth_require_tls=tls is None,  # it does not see the TLS it was wrapped in
                authenticator=self._knows,
            )

        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(serve, "127.0.0.1", 0, ssl=tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Let go whoever still waits, and end."""
        self.never.set()
        assert self._server
        self._server.close()
        await self._server.wait_closed()

    def letter(self, number: int = -1) -> EmailMessage:
        """A letter that came (the last), read. No property: the library looks at every attribute."""
        content = cast("bytes", self.letters[number].content)
        return message_from_bytes(content, policy=default)

    def _knows(self, *asked: object) -> AuthResult:
        *_, given = asked
        assert isinstance(given, LoginPassword)
        self.names.append((given.login.decode(), given.password.decode()))
        return AuthResult(success=given.password == b"right-password", handled=False)

    async def handle_EHLO(  # noqa: N802 - these are named by the library
        self, server: SMTP, session: Session, _: Envelope, hostname: str, offers: list[str]
    ) -> list[str]:
        session.host_name = hostname
        transport = cast("asyncio.Transport", server.transport)
        self.greeted.append((hostname, transport.get_extra_info("sslcontext") is not None))
        return offers

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]
    ) -> str:
        envelope.mail_from = address
        return await self._say("MAIL", server)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return await self._say("RCPT", server)

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope
    ) -> str:
        self.letters.append(envelope)
        return await self._say("DATA", server)

    async def handle_QUIT(  # noqa: N802
        self, server: SMTP, _: Session, __: Envelope
    ) -> str:
        return await self._say("QUIT", server)

    async def _say(self, command: str, server: SMTP) -> str:
        said = self.says.get(command, OK)
        if said == MEET:
            await self.crowd.wait()
            return OK
        if said == SILENCE:
            await self.never.wait()
        if said in (SILENCE, CUT):
            cast("asyncio.Transport", server.transport).abort()
            return OK
        return said


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody knows yet, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / "certificate.pem"
    path.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return path


def served_with(path: Path) -> ssl.SSLContext:
    """How a server shows that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
