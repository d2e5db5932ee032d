"""The channels beyond Telegram: an address where somebody is reached, read from what is pasted."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workflow.errors import WorkflowError


class ChannelKind(StrEnum):
    """By what a message goes out."""

    TELEGRAM = "telegram"
    WECOM = "wecom"
    DINGTALK = "dingtalk"
    FEISHU = "feishu"
    MAIL = "mail"


OFFICIAL: Mapping[ChannelKind, str] = {
    ChannelKind.WECOM: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
    ChannelKind.DINGTALK: "https://oapi.dingtalk.com/robot/send?access_token=",
    ChannelKind.FEISHU: "https://open.feishu.cn/open-apis/bot/v2/hook/",
}
"""How the webhook address of each kind of group robot begins; its key is the whole rest."""

SIGNING = frozenset({ChannelKind.DINGTALK, ChannelKind.FEISHU})
"""Robots that may want a signature."""

LONGEST_MAIL = 254
_KEY = re.compile(r"[0-9A-Za-z_-]{16,128}")
_SECRET = re.compile(r"[0-9A-Za-z_-]{8,128}")
_MAIL = re.compile(
    r"[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+(\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.)+[A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])"
)
"""What every mail server takes; no blank, no line break, nothing quoted."""


class ChannelNotRead(WorkflowError):
    """What was pasted is neither a robot's official webhook address nor a mail address.

    Facts: `why`: host (an address of somebody else), key, secret, mail, form (anything else).
    """

    sentence = "error-channel-not-read"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a company or a person is reached beside Telegram; its text form gives nothing away.

    `target` is the key in a robot's webhook address or a mail address, `secret` what a robot's
    posts are signed with ("" if they are not). Nothing else can be held: ValueError.
    """

    kind: ChannelKind
    target: str = field(repr=False)
    secret: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not _is_target(self.kind, self.target) or not _is_secret(self.kind, self.secret):
            message = f"not an address of kind {self.kind}"
            raise ValueError(message)


def address_of(text: str) -> Address:
    """The address that somebody pasted: a webhook address or a mail address, then maybe a secret.

    Only what begins as `OFFICIAL` says is a webhook address, so that nobody can make us post to
    a server of their choice. Raises ChannelNotRead.
    """
    match unicodedata.normalize("NFKC", text).split():
        case [written]:
            return _read(written)
        case [written, secret]:
            return signed(_read(written), secret)
    raise ChannelNotRead(why="form")


def signed(address: Address, secret: str) -> Address:
    """The same robot with the secret of its signatures; raises ChannelNotRead."""
    secret = secret.strip()
    if not secret or not _is_secret(address.kind, secret):
        raise ChannelNotRead(why="secret")
    return replace(address, secret=secret)


def is_mail_address(text: str) -> bool:
    """Whether it is a mail address that can stand in a header as it is."""
    return len(text) <= LONGEST_MAIL and _MAIL.fullmatch(text) is not None


def holds_key(text: str) -> bool:
    """Whether a robot's webhook address stands in it, and with it the robot's key."""
    said = unicodedata.normalize("NFKC", text)
    return any(_KEY.match(rest) for each in OFFICIAL.values() for rest in said.split(each)[1:])


def may_be_secret(text: str) -> bool:
    """Whether it may be what a robot's posts are signed with: no word has figures in it."""
    said = text.strip()
    return _SECRET.fullmatch(said) is not None and any(sign.isdecimal() for sign in said)


def _read(written: str) -> Address:
    for kind, beginning in OFFICIAL.items():
        if written.startswith(beginning):
            return _made(kind, written.removeprefix(beginning), "key")
    if "://" in written:
        raise ChannelNotRead(why="host")
    return _made(ChannelKind.MAIL, written, "mail" if "@" in written else "form")


def _made(kind: ChannelKind, target: str, otherwise: str) -> Address:
    if not _is_target(kind, target):
        raise ChannelNotRead(why=otherwise)
    return Address(kind, target)


def _is_target(kind: ChannelKind, target: str) -> bool:
    if kind is ChannelKind.MAIL:
        return is_mail_address(target)
    return kind in OFFICIAL and _KEY.fullmatch(target) is not None


def _is_secret(kind: ChannelKind, secret: str) -> bool:
    return not secret or (kind in SIGNING and _SECRET.fullmatch(secret) is not None)
