"""The settings of the program: TOML and environment in, a frozen `Config` or all faults out."""

import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic import model_validator as checked_as_whole

from gateway.kinds import KINDS

TOKEN_VARIABLE = "NIANBAO_TELEGRAM_TOKEN"  # noqa: S105 - the name of a variable, not its value
LARGEST_MB = 20
"""Telegram's servers hand no bigger file to a bot."""
SHORTEST_CODE = 6


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


def _web_address(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        message = "must begin with http:// or https://"
        raise ValueError(message)
    return address


WebAddress = Annotated[str, AfterValidator(_web_address)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class TelegramSection(_Section):
    """Which bot, on which server; without a token the local chat takes Telegram's place."""

    token: Annotated[SecretStr, AfterValidator(_like_a_token)] = SecretStr("")
    base_url: WebAddress = "https://api.telegram.org/bot"
    base_file_url: WebAddress = "https://api.telegram.org/file/bot"


class DataSection(_Section):
    """Where everything is kept; a relative folder counts from the configuration file."""

    folder: Path = Path("data")


class AccessSection(_Section):
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


class FilesSection(_Section):
    """Which files are taken."""

    largest_mb: int = Field(default=LARGEST_MB, ge=1, le=LARGEST_MB)
    kinds: tuple[Annotated[str, AfterValidator(_known_kind)], ...] = tuple(KINDS)


class LocalChatSection(_Section):
    """Where the local chat is served; port 0 takes any free one."""

    host: str = "127.0.0.1"
    port: int = Field(default=8585, ge=0, le=65535)


class LimitsSection(_Section):
    """Whether Telegram's limits are kept; off only against a server that has none."""

    pace: bool = True


class TimeSection(_Section):
    """In which zone deadlines are."""

    zone: Annotated[str, AfterValidator(_known_zone)] = "Asia/Shanghai"


class LanguageSection(_Section):
    """The language of people whose own we do not speak."""

    default: Literal["zh-CN", "en"] = "zh-CN"


class InboxSection(_Section):
    """How long finished updates are kept; at least as long as Telegram may repeat one."""

    keep_days: int = Field(default=14, ge=3, le=3650)


class LogSection(_Section):
    """How much is told."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Config(_Section):
    """All settings, checked; the token and the code never show in its text form."""

    telegram: TelegramSection = TelegramSection()
    data: DataSection = DataSection()
    access: AccessSection = AccessSection()
    files: FilesSection = FilesSection()
    local_chat: LocalChatSection = LocalChatSection()
    limits: LimitsSection = LimitsSection()
    time: TimeSection = TimeSection()
    language: LanguageSection = LanguageSection()
    inbox: InboxSection = InboxSection()
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
        held = (self.telegram.token, self.access.code)
        return tuple(secret.get_secret_value() for secret in held if secret.get_secret_value())


def load(path: Path | None, environment: Mapping[str, str]) -> Config:
    """The settings of a file (None: the defaults), the token of the environment before its own.

    Raises ConfigFaulty with every fault that can be found.
    """
    written = _read(path) if path else {}
    exposed = _exposed(path, written) if path else ()
    _put_token(written, environment.get(TOKEN_VARIABLE, ""))
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
    telegram, access = written.get("telegram"), written.get("access")
    holds_secret = (isinstance(telegram, dict) and bool(telegram.get("token"))) or (
        isinstance(access, dict) and bool(access.get("code"))
    )
    if not holds_secret or not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return ()
    return (f"{path}: holds a secret and others may read it; run: chmod 600 {path}",)


def _put_token(written: dict[str, object], token: str) -> None:
    section = written.setdefault("telegram", {})
    if token and isinstance(section, dict):
        section["token"] = token


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
