import pytest

from workflow.channels import Address, ChannelKind, ChannelNotRead, address_of, signed

KEY = "693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa"
TOKEN = "0123456789abcdef" * 4
SECRET = "SEC" + "ab12" * 16
WECOM = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"
DINGTALK = f"https://oapi.dingtalk.com/robot/send?access_token={TOKEN}"
FEISHU = f"https://open.feishu.cn/open-apis/bot/v2/hook/{KEY}"


def why_not(text: str) -> object:
    with pytest.raises(ChannelNotRead) as refused:
        address_of(text)
    return refused.value.facts["why"]


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        (WECOM, Address(ChannelKind.WECOM, KEY)),
        (f"  {DINGTALK}\n", Address(ChannelKind.DINGTALK, TOKEN)),
        (FEISHU, Address(ChannelKind.FEISHU, KEY)),
        (f"{DINGTALK}\n{SECRET}", Address(ChannelKind.DINGTALK, TOKEN, SECRET)),
        (f"{FEISHU} {SECRET}", Address(ChannelKind.FEISHU, KEY, SECRET)),
        ("li.si+nb@corp.com.cn", Address(ChannelKind.MAIL, "li.si+nb@corp.com.cn")),
        ("wang＠corp.cn", Address(ChannelKind.MAIL, "wang@corp.cn")),
    ],
)  # fmt: skip
def test_what_is_pasted_becomes_an_address(pasted: str, address: Address) -> None:
    assert address_of(pasted) == address


@pytest.mark.parametrize(
    "pasted",
    [
        WECOM.replace("qyapi.weixin.qq.com", "example.com"),
        WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com.example.com"),
        WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com@example.com"),
        WECOM.replace("qyapi.weixin.qq.com", "me@qyapi.weixin.qq.com"),
        WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com:8443"),
        WECOM.replace("https", "http"),
        DINGTALK.replace("/robot/send", "/user/get"),
        FEISHU.replace("open.feishu.cn", "127.0.0.1"),
        FEISHU.replace("open.feishu.cn", "open.feishu.cn\\@example.com"),
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
    ],
)
def test_an_address_of_somebody_else_is_refused(pasted: str) -> None:
    assert why_not(pasted) == "host"


@pytest.mark.parametrize(
    "key",
    ["", "short", f"{KEY}&debug=1", f"{KEY}#x", f"../{KEY}", f"{KEY}/..", "%2e" * 9, "é" * 20, "a" * 129],
)  # fmt: skip
@pytest.mark.parametrize("beginning", [WECOM[: -len(KEY)], FEISHU[: -len(KEY)]])
def test_a_key_that_holds_anything_but_a_key_is_refused(beginning: str, key: str) -> None:
    assert why_not(beginning + key) == "key"


@pytest.mark.parametrize(
    "pasted",
    [
        "a@b", "@corp.cn", "wang@", "wang@corp", "wang@-corp.cn", "wang@corp.cn.", "wang@127.0.0.1",
        "wa..ng@corp.cn", ".wang@corp.cn", "<wang@corp.cn>", "wang@corp.cn,li@corp.cn",
        '"wang"@corp.cn', "王@corp.cn", f"{'a' * 250}@corp.cn",
    ],
)  # fmt: skip
def test_what_no_mail_server_takes_is_refused(pasted: str) -> None:
    assert why_not(pasted) == "mail"


@pytest.mark.parametrize("pasted", ["", "   ", "hello", "a b c", f"{WECOM} {SECRET} more"])
def test_anything_else_is_refused(pasted: str) -> None:
    assert why_not(pasted) == "form"


@pytest.mark.parametrize(
    ("pasted", "secret"),
    [(WECOM, SECRET), ("wang@corp.cn", SECRET), (DINGTALK, "short"), (FEISHU, "=" * 20)],
)
def test_a_secret_that_cannot_be_one_is_refused(pasted: str, secret: str) -> None:
    assert why_not(f"{pasted} {secret}") == "secret"


def test_a_secret_can_be_given_later() -> None:
    robot = address_of(FEISHU)

    assert signed(robot, f" {SECRET}\n") == Address(ChannelKind.FEISHU, KEY, SECRET)


def test_no_secret_is_no_secret() -> None:
    with pytest.raises(ChannelNotRead):
        signed(address_of(FEISHU), "  ")


@pytest.mark.parametrize(
    ("kind", "target", "secret"),
    [
        (ChannelKind.TELEGRAM, "123456789012345678", ""),
        (ChannelKind.WECOM, "../../evil", ""),
        (ChannelKind.MAIL, "wang@corp.cn\nBcc: li@corp.cn", ""),
        (ChannelKind.MAIL, "wang@corp.cn\n", ""),
        (ChannelKind.WECOM, KEY, SECRET),
        (ChannelKind.DINGTALK, TOKEN, "a b c d e f"),
    ],
)
def test_an_address_that_cannot_be_cannot_be_made(
    kind: ChannelKind, target: str, secret: str
) -> None:
    with pytest.raises(ValueError, match="not an address"):
        Address(kind, target, secret)


@pytest.mark.parametrize("pasted", [f"{DINGTALK} {SECRET}", "wang@corp.cn"])
def test_an_address_gives_nothing_away_in_its_text_form(pasted: str) -> None:
    address = address_of(pasted)

    assert address.target not in repr(address) + str(address)
    assert SECRET not in repr(address) + str(address)
