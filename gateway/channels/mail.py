"""Mail: one plain letter at a time to our own mail server, which carries it on.

RFC 5321 says who answers for a letter: until its text has been given nobody has it; a refusal
that begins with 5 would come again, one with 4 would not.
"""

import asyncio
import hashlib
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import aiosmtplib

from gateway.channel_config import MailSection
from gateway.failures import Fate
from gateway.sender import Delivery

LONGEST_SUBJECT = 150
LONGEST_TEXT = 100_000
NO_SERVER = "no mail server"
AT_ONCE = 3
"""Connections: servers refuse a crowd from one place."""
_REFUSED_NOW = 400
_REFUSED_FOR_GOOD = 500
_LOOKED_THROUGH = 4.0
"""Many servers look a letter through before they answer: so much more patience for that."""


class Postman:
    """Hands letters to the mail server; `patience` in seconds for each of its answers."""

    def __init__(self, section: MailSection, patience: float) -> None:
        self._section = section
        self._patience = patience
        self._idle = asyncio.Semaphore(AT_ONCE)

    @property
    def is_at_work(self) -> bool:
        """Whether there is a server to hand letters to."""
        return bool(self._section.host)

    async def send(self, to: str, subject: str, text: str, at: datetime) -> Delivery:
        """PERMANENT if the server will not have this letter or this mailbox.

        What it holds against ourselves (name, password, certificate, sender) is NOT_SENT: that
        can be mended, and says nothing of who should have got the letter.
        """
        if not self.is_at_work:
            return Delivery(Fate.PERMANENT, why=NO_SERVER)
        letter = letter_to(to, subject, text, self._section.sender, at)
        async with self._idle:
            return await self._hand_over(to, letter)

    async def _hand_over(self, to: str, letter: EmailMessage) -> Delivery:
        server = self._server()
        try:
            return await self._announce(server, to) or await self._give(server, letter.as_bytes())
        finally:
            server.close()

    async def _announce(self, server: aiosmtplib.SMTP, to: str) -> Delivery | None:
        """Say who we are and name the mailbox; a Delivery if it ends there, with nothing sent."""
        try:
            await server.connect()
            await server.mail(self._section.sender)
            await server.rcpt(to)
        except aiosmtplib.SMTPRecipientRefused as error:
            return _refused(error)
        except (aiosmtplib.SMTPException, OSError) as error:
            return Delivery(Fate.NOT_SENT, why=_told(error))
        return None

    async def _give(self, server: aiosmtplib.SMTP, letter: bytes) -> Delivery:
        """Give the letter's text; from here on a silence proves nothing."""
        try:
            await server.data(letter, timeout=self._patience * _LOOKED_THROUGH)
        except aiosmtplib.SMTPDataError as error:
            return _refused(error)
        except (aiosmtplib.SMTPException, OSError) as error:
            return Delivery(Fate.UNKNOWN, why=_told(error))
        with suppress(aiosmtplib.SMTPException, OSError):
            await server.quit()  # for manners only: the server has the letter
        return Delivery(Fate.SENT)

    def _server(self) -> aiosmtplib.SMTP:
        section = self._section
        return aiosmtplib.SMTP(
            hostname=section.host,
            port=section.port,
            # Given, for the library would look our name up in a thread, at some resolvers long.
            local_hostname=section.sender.partition("@")[2],
            use_tls=section.tls == "tls",
            start_tls=section.tls == "starttls",
            username=section.user or None,
            password=section.password.get_secret_value() or None,
            timeout=self._patience,
        )


def _refused(error: aiosmtplib.SMTPResponseException) -> Delivery:
    """A code that is no refusal, and not the one expected either, proves nothing."""
    if error.code >= _REFUSED_FOR_GOOD:
        return Delivery(Fate.PERMANENT, why=_told(error))
    return Delivery(Fate.NOT_SENT if error.code >= _REFUSED_NOW else Fate.UNKNOWN, why=_told(error))


def _told(error: Exception) -> str:
    """A server's words, or what kind of failure it was."""
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return f"{error.code} {error.message}"
    return type(error).__name__


def letter_to(to: str, subject: str, text: str, sender: str, at: datetime) -> EmailMessage:
    """A plain letter; a subject is one line, whatever stands in it."""
    letter = EmailMessage(policy=SMTP)
    letter["From"] = sender
    letter["To"] = to
    letter["Subject"] = _one_line(subject)
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = f"<{_number(to, subject, text, at)}@{sender.partition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no machine should answer
    letter.set_content(text[:LONGEST_TEXT], cte="base64")
    return letter


def _one_line(subject: str) -> str:
    line = " ".join(subject.split())
    return "".join(sign for sign in line if sign.isprintable())[:LONGEST_SUBJECT]


def _number(*parts: object) -> str:
    """The same for the same letter, another for every other."""
    return hashlib.sha256("\0".join(str(part) for part in parts).encode()).hexdigest()[:32]
