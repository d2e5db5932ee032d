"""The settings of the channels, as the configuration file and the environment give them."""

from pathlib import Path

import pytest

from gateway.config import Config, ConfigFaulty, load
from workflow.channels import OFFICIAL, ChannelKind

MAIL = '[mail]\nhost = "mail.test"\nsender = "nb@bot.cn"\nuser = "bot"\n'


def loaded(folder: Path, text: str, variables: dict[str, str] | None = None) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return load(path, variables or {})


def fault_of(folder: Path, text: str) -> str:
    with pytest.raises(ConfigFaulty) as raised:
        loaded(folder, text)
    [fault] = raised.value.faults
    return fault


def test_robots_are_the_official_ones_and_no_mail_goes_out_by_default() -> None:
    config = Config()

    assert config.channels.wecom == OFFICIAL[ChannelKind.WECOM]
    assert config.channels.dingtalk == OFFICIAL[ChannelKind.DINGTALK]
    assert config.channels.feishu == OFFICIAL[ChannelKind.FEISHU]
    assert config.mail.host == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[channels]\nwecom = "ftp://x"\n', "channels.wecom: must begin with"),
        ('[mail]\nhost = "mail.test"\n', "mail: sender: must be"),
        ('[mail]\nhost = "mail.test"\nsender = "NB <nb@bot.cn>"\n', "mail: sender: must be"),
        (MAIL, "mail: user: a user needs"),
        ('[mail]\npassword = "p"\n', "mail: user: a user needs"),
        (MAIL + 'password = "p"\ntls = "none"\n', 'mail: tls: "none" would show'),
        ('[mail]\ntls = "ssl"\n', "mail.tls: "),
        ("[mail]\nport = 0\n", "mail.port: "),
    ],
)
def test_what_cannot_work_is_a_fault_with_its_place(tmp_path: Path, text: str, fault: str) -> None:
    assert fault_of(tmp_path, text).startswith(fault)


def test_the_password_of_the_environment_goes_first_and_never_shows(tmp_path: Path) -> None:
    text = MAIL + 'password = "in-the-file"\n'

    config = loaded(tmp_path, text, {"NIANBAO_MAIL_PASSWORD": "the-password"})

    assert config.mail.password.get_secret_value() == "the-password"
    assert config.secrets == ("the-password",)
    assert "the-password" not in repr(config) + str(config) + str(config.model_dump())


def test_a_password_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MAIL + 'password = "in-the-file"\n', encoding="utf-8")
    path.chmod(0o644)

    with pytest.raises(ConfigFaulty, match="chmod 600"):
        load(path, {})
