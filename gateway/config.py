"""The settings of the program: TOML and environment in, a frozen `Config` or all faults out."""

import base64
import re
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic import model_validator as checked_as_whole

from gateway.channel_config import ChannelsSection, MailSection
from gateway.kinds import KINDS
from gateway.operator_config import OperatorSection
from gateway.section import Section, WebAddress
from gateway.web_config import WebSection

TOKEN_VARIABLE = "NIANBAO_TELEGRAM_TOKEN"  # noqa: S105 - the name of a variable, not its value
KEY_VARIABLE = "NIANBAO_KEY"
OLD_KEYS_VARIABLE = "NIANBAO_OLD_KEYS"
MAIL_VARIABLE = "NIANBAO_MAIL_PASSWORD"
KEY_BYTES = 32
LARGEST_MB = 20
"""Telegram's servers hand no bigger file to a bot."""
SHORTEST_CODE = 6
SECRETS = (
    ("telegram", "token"), ("access", "code"), ("encryption", "key"), ("encryption", "old_keys"),
    ("mail", "password"),
)  # fmt: skip
"""What makes a file one that only its owner may read: section and setting."""


class ConfigFaulty(Exception):
    """The configuration cannot be used; `faults` names every fault with its place."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        message = "no such time zone; write it like Asia/Shanghai"
        raise ValueError(message) from None
    return name


def _known_kind(kind: str) -> str:
    if kind not in KINDS:
        message = f"no such kind of file; known: {', '.join(KINDS)}"
        raise ValueError(message)
    return kind


def _like_a_token(token: SecretStr) -> SecretStr:
    number, colon, secret = token.get_secret_value().partition(":")
    if token.get_secret_value() and not (
        number.isascii() and number.isdigit() and colon and secret
    ):
        message = "not like a token; @BotFather gives one like 123456:ABC-DEF"
        raise ValueError(message)
    return token


def _like_a_key(key: SecretStr) -> SecretStr:
    try:
        is_key = len(_key_bytes(key)) == KEY_BYTES
    except ValueError:
        is_key = False
    if not is_key:
        message = "not like a key; make one with: openssl rand -base64 32"
        raise ValueError(message)
    return key


def _like_a_key_or_none(key: SecretStr) -> SecretStr:
    return _like_a_key(key) if key.get_secret_value() else key


def _key_bytes(key: SecretStr) -> bytes:
    return base64.b64decode(key.get_secret_value(), validate=True)


class TelegramSection(Section):
    """Which bot, on which server; without a token the local chat takes Telegram's place."""

    token: Annotated[SecretStr, AfterValidator(_like_a_token)] = SecretStr("")
    base_url: WebAddress = "https://api.telegram.org/bot"
    base_file_url: WebAddress = "https://api.telegram.org/file/bot"


class DataSection(Section):
    """Where everything is kept; a relative folder counts from the configuration file."""

    folder: Path = Path("data")


class EncryptionSection(Section):
    """The keys for what is kept; without one new files are plain."""

    key: Annotated[SecretStr, AfterValidator(_like_a_key_or_none)] = SecretStr("")
    old_keys: tuple[Annotated[SecretStr, AfterValidator(_like_a_key)], ...] = ()

    @property
    def present(self) -> bytes | None:
        """The key to write with, 32 bytes."""
        return _key_bytes(self.key) or None

    @property
    def older(self) -> tuple[bytes, ...]:
        """Keys that older files may need, 32 bytes each."""
        return tuple(_key_bytes(key) for key in self.old_keys)


class AccessSection(Section):
    """Who may open a company."""

    open: Literal["anybody", "listed", "code"] = "anybody"
    people: tuple[int, ...] = ()
    code: SecretStr = SecretStr("")

    @checked_as_whole(mode="after")
    def _has_what_it_needs(self) -> Self:
        if self.open == "listed" and not self.people:
            message = 'people: open = "listed" needs at least one id here'
            raise ValueError(message)
        if self.open == "code" and len(self.code.get_secret_value()) < SHORTEST_CODE:
            message = f'code: open = "code" needs one of at least {SHORTEST_CODE} characters here'
            raise ValueError(message)
        return self


class FilesSection(Section):
    """Which files are taken."""

    largest_mb: int = Field(default=LARGEST_MB, ge=1, le=LARGEST_MB)
    kinds: tuple[Annotated[str, AfterValidator(_known_kind)], ...] = tuple(KINDS)


class LocalChatSection(Section):
    """Where the local chat is served; port 0 takes any free one."""

    host: str = "127.0.0.1"
    port: int = Field(default=8585, ge=0, le=65535)


class LimitsSection(Section):
    """Whether Telegram's limits are kept; off only against a server that has none."""

    pace: bool = True


class TimeSection(Section):
    """In which zone deadlines are."""

    zone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Shanghai"


class LanguageSection(Section):
    """The language of people whose own we do not speak."""

    default: Literal["zh-CN", "en"] = "zh-CN"


class InboxSection(Section):
    """How long finished updates are kept; at least as long as Telegram may repeat one."""

    keep_days: int = Field(default=14, ge=3, le=3650)


class TrailSection(Section):
    """Who is told once a day how far the trails have come, and from which hour on."""

    tell: Literal["manager", "off"] | int = "manager"
    hour: int = Field(default=18, ge=0, le=23)


class LogSection(Section):
    """How much is told."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Config(Section):
    """All settings, checked; the token, the code and the keys never show in its text form."""

    telegram: TelegramSection = TelegramSection()
    data: DataSection = DataSection()
    encryption: EncryptionSection = EncryptionSection()
    access: AccessSection = AccessSection()
    files: FilesSection = FilesSection()
    local_chat: LocalChatSection = LocalChatSection()
    limits: LimitsSection = LimitsSection()
    time: TimeSection = TimeSection()
    language: LanguageSection = LanguageSection()
    inbox: InboxSection = InboxSection()
    trail: TrailSection = TrailSection()
    channels: ChannelsSection = ChannelsSection()
    mail: MailSection = MailSection()
    web: WebSection = WebSection()
    operator: OperatorSection = OperatorSection()
    log: LogSection = LogSection()

    def on_server(self, token: str, base_url: str, base_file_url: str) -> "Config":
        """The same settings with another server to talk to."""
        section = TelegramSection(
            token=SecretStr(token), base_url=base_url, base_file_url=base_file_url
        )
        return self.model_copy(update={"telegram": section})

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        encryption = self.encryption
        held = (
            *(self.telegram.token, self.access.code, self.mail.password),
            *(encryption.key, *encryption.old_keys),
        )
        return tuple(secret.get_secret_value() for secret in held if secret.get_secret_value())


def load(path: Path | None, environment: Mapping[str, str]) -> Config:
    """The settings of a file (None: the defaults), the environment's secrets before its own.

    Raises ConfigFaulty with every fault that can be found.
    """
    written = _read(path) if path else {}
    exposed = _exposed(path, written) if path else ()
    _put(written, "telegram", "token", environment.get(TOKEN_VARIABLE, ""))
    _put(written, "encryption", "key", environment.get(KEY_VARIABLE, ""))
    _put(written, "encryption", "old_keys", _listed(environment.get(OLD_KEYS_VARIABLE, "")))
    _put(written, "mail", "password", environment.get(MAIL_VARIABLE, ""))
    try:
        config = Config.model_validate(written)
    except ValidationError as error:
        # Not chained: the library's own report would show what was written, the token with it.
        raise ConfigFaulty(exposed + _faults(error)) from None
    if exposed:
        raise ConfigFaulty(exposed)
    return _with_folder(config, path.parent if path else Path())


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigFaulty((f"{path}: cannot be read: {error.strerror}",)) from None
    except UnicodeDecodeError:
        raise ConfigFaulty((f"{path}: is not UTF-8",)) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigFaulty((f"{path}: is not TOML: {error}",)) from None


def _exposed(path: Path, written: Mapping[str, object]) -> tuple[str, ...]:
    """The fault of a file that holds a secret while others may read it."""
    sections = ((written.get(name), secret) for name, secret in SECRETS)
    holds_secret = any(isinstance(one, dict) and bool(one.get(secret)) for one, secret in sections)
    if not holds_secret or not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return ()
    return (f"{path}: holds a secret and others may read it; run: chmod 600 {path}",)


def _put(written: dict[str, object], name: str, setting: str, value: str | list[str]) -> None:
    """Let a value of the environment, if there is one, take the place of the file's."""
    section = written.setdefault(name, {})
    if value and isinstance(section, dict):
        section[setting] = value


def _listed(keys: str) -> list[str]:
    return [key for key in re.split(r"[\s,]+", keys) if key]


def _faults(error: ValidationError) -> tuple[str, ...]:
    found = error.errors(include_input=False, include_context=False, include_url=False)
    return tuple(
        f"{'.'.join(str(part) for part in fault['loc'])}: "
        f"{fault['msg'].removeprefix('Value error, ')}"
        for fault in found
    )


def _with_folder(config: Config, base: Path) -> Config:
    folder = (base / config.data.folder.expanduser()).absolute()
    return config.model_copy(update={"data": DataSection(folder=folder)})
