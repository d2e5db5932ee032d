import base64
import tomllib
from pathlib import Path

import pytest

from gateway.config import Config, ConfigFaulty, load
from gateway.kinds import KINDS

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
TOKEN = "123456:AAsecret-of-a-test"  # noqa: S105 - opens nothing
VARIABLE = "NIANBAO_TELEGRAM_TOKEN"


def written(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def faults_of(path: Path) -> tuple[str, ...]:
    with pytest.raises(ConfigFaulty) as raised:
        load(path, {})
    return raised.value.faults


def test_the_example_holds_the_defaults_and_names_every_setting() -> None:
    example = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))

    loaded = load(EXAMPLE, {})

    sections = {name: set(type(section).model_fields) for name, section in loaded}
    assert {name: set(section) for name, section in example.items()} == sections
    assert loaded == load(None, {}).model_copy(update={"data": loaded.data})
    assert loaded.data.folder == EXAMPLE.parent / "data"


def test_every_setting_of_the_example_is_commented() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    settings = [n for n, line in enumerate(lines) if " = " in line and not line.startswith("#")]

    uncommented = [lines[n] for n in settings if not lines[n - 1].startswith("#")]

    follow_their_pair = {'base_file_url = "https://api.telegram.org/file/bot"', "port = 8585"}
    assert set(uncommented) == follow_their_pair


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[files]\nlargest_mb = 60\nkinds = ["exe"]\n[time]\nzone = "Mars/Base"\n'
        '[limits]\nspeed = 1\n[access]\nopen = "listed"\n[telegram]\nbase_url = "ftp://x"\n',
    )

    faults = faults_of(path)

    places = [fault.split(":")[0] for fault in faults]
    assert places == [
        "telegram.base_url",
        "access",
        "files.largest_mb",
        "files.kinds.0",
        "limits.speed",
        "time.zone",
    ]


def test_a_broken_file_is_named_with_the_line(tmp_path: Path) -> None:
    path = written(tmp_path, "[files\n")

    [fault] = faults_of(path)

    assert str(path) in fault
    assert "line 1" in fault


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path / "none.toml")

    assert "none.toml" in fault


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_token_others_can_read_is_refused_with_what_to_do(tmp_path: Path, mode: int) -> None:
    path = written(tmp_path, f'[telegram]\ntoken = "{TOKEN}"\n', mode)

    [fault] = faults_of(path)

    assert f"chmod 600 {path}" in fault
    assert TOKEN not in fault


def test_the_token_of_the_environment_goes_first(tmp_path: Path) -> None:
    path = written(tmp_path, '[telegram]\ntoken = "1:in-the-file"\n')

    config = load(path, {VARIABLE: TOKEN})

    assert config.telegram.token.get_secret_value() == TOKEN
    assert config.secrets == (TOKEN,)


def test_a_secret_never_shows() -> None:
    config = load(None, {VARIABLE: TOKEN})

    shown = repr(config) + str(config) + str(config.model_dump())

    assert "secret-of-a-test" not in shown


def test_a_mistyped_token_is_refused_without_being_shown() -> None:
    mistyped = TOKEN.replace(":", "")

    with pytest.raises(ConfigFaulty) as raised:
        load(None, {VARIABLE: mistyped})

    assert raised.value.faults[0].startswith("telegram.token: ")
    assert mistyped not in repr(raised.value) + str(raised.getrepr())


def test_the_keys_of_the_environment_go_first_and_never_show(tmp_path: Path) -> None:
    in_file, key, *older = (base64.b64encode(bytes([n]) * 32).decode() for n in range(4))
    path = written(tmp_path, f'[encryption]\nkey = "{in_file}"\n')

    config = load(path, {"NIANBAO_KEY": key, "NIANBAO_OLD_KEYS": ",  ".join(older)})

    assert config.encryption.present == bytes([1]) * 32
    assert config.encryption.older == (bytes([2]) * 32, bytes([3]) * 32)
    assert config.secrets == (key, *older)
    shown = repr(config) + str(config) + str(config.model_dump())
    assert not any(secret in shown for secret in (in_file, key, *older))


def test_without_a_key_there_is_none() -> None:
    encryption = load(None, {"NIANBAO_KEY": "", "NIANBAO_OLD_KEYS": " "}).encryption

    assert (encryption.present, encryption.older) == (None, ())


@pytest.mark.parametrize(
    "key",
    [
        base64.b64encode(b"x" * 5).decode(),
        base64.b64encode(b"x" * 31).decode(),
        "ü" * 44,
        "=" * 44,
        "*" * 44,
    ],
)
@pytest.mark.parametrize(
    ("variable", "place"),
    [("NIANBAO_KEY", "encryption.key"), ("NIANBAO_OLD_KEYS", "encryption.old_keys.0")],
)
def test_a_mistyped_key_is_refused_without_being_shown(key: str, variable: str, place: str) -> None:
    with pytest.raises(ConfigFaulty) as raised:
        load(None, {variable: key})

    [fault] = raised.value.faults
    assert fault == f"{place}: not like a key; make one with: openssl rand -base64 32"
    assert key not in repr(raised.value) + str(raised.getrepr())


@pytest.mark.parametrize("setting", ['key = "x"', 'old_keys = ["x"]'])
def test_a_key_others_can_read_is_refused(tmp_path: Path, setting: str) -> None:
    path = written(tmp_path, f"[encryption]\n{setting}\n", 0o644)

    assert f"chmod 600 {path}" in faults_of(path)[0]


def test_a_short_code_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, '[access]\nopen = "code"\ncode = "12345"\n')

    [fault] = faults_of(path)

    assert fault.startswith("access: code")


def test_by_default_every_kind_that_is_known_is_taken() -> None:
    assert Config().files.kinds == tuple(KINDS)
