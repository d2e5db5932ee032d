"""Passwords and codes that are told in a sentence, in both languages; data, and how it is put together.

The text is to be tidied before (`messages/secret.py`). A sentence about passwords tells none.
"""

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = (
    r"(?<!商用)(?<!国产)(?<!国家)(?<!弱)(?:密[码碼]|口令|验证码|驗證碼|動態碼|动态码|PIN\s?码)"
    r"(?![学學法箱锁机機卡模算])"
)
_WORD_EN: Final = (
    r"\b(?:pass\s?(?:word|wd|code|phrase)s?|pass(?=\s*[:=])|pwd|psw|pw(?=\s*[:=])|otp|pin(?:\s?code)?"
    r"|(?:verification|security|one-time|login|sms|auth(?:entication)?)\s+code)\b"
)
_NAMED: Final = rf"(?:{_WORD}|{_WORD_EN})"
_BECAME: Final = r"(?:改|换|換|设|設|重置|设置|修改|更新|变|變|重设)?(?:成了?|为|為|是|作|到|叫|用)"
_ADVERBS: Final = "我的|现在|現在|目前|已经|已|就|还|還|应该|應該|可能|好像|大概|先|暂时|临时|仍|一直|其实|初始|默认|统一|分别|都|也|全"
_TELLS: Final = (
    rf"(?:[:=]{{1,3}}|-{{1,3}}>?|→|(?:{_ADVERBS})*{_BECAME}|(?:{_ADVERBS})*(?:给|发|告诉)了?[你您]了?[:,]?|如下[:,]?"
    r"|\b(?:(?:is|was|now)\s+){0,2}(?:(?:set|changed)\s+to|is|was|now|to)\b)"
)
_OPENS: Final = r"""[\s"'`“”‘’「『《\[\(【<*:]{0,12}"""
_SIGNS: Final = r"[0-9A-Za-z!@#$%^&*_+=.~?/\\|{}-]"
_VALUE: Final = rf"(?P<value>{_SIGNS}{{3,}})"
_SPELLED: Final = r"[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4,}(?![\u3400-\u9fff])"

_TOLD: Final = re.compile(
    rf"{_NAMED}(?:\([^()]{{1,8}}\))?\s{{0,8}}{_TELLS}{_OPENS}(?:{_VALUE}|{_SPELLED})", re.IGNORECASE
)
_BESIDE: Final = re.compile(rf"{_NAMED}{_OPENS}{_VALUE}", re.IGNORECASE)
_AFTER_ACCOUNT: Final = re.compile(
    r"(?:[账帐賬帳][号號户戶]|用户名|登录名)"
    rf"{_OPENS}(?:[是为]{_OPENS})?{_SIGNS}{{2,64}}[\s,;、/|]{{0,8}}{_WORD}{_OPENS}{_VALUE}",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?<!{_SIGNS})(?P<value>{_SIGNS}{{4,64}})\s{{0,8}}(?:\(\s*|(?:就?是|为|is)\s*)"
    rf"(?:[您你]|我|的|本次|这次|平台|登录|登陆|短信|账号|账户|系统|新|[a-z]+\s|\s){{0,8}}{_NAMED}"
    r"(?=\s*(?:$|[,.;!)\n]))",
    re.IGNORECASE | re.MULTILINE,
)

_COUNTED: Final = re.compile(
    r"\s*(?:位|年|月|日|号|天|次|个|项|条|家|种|类|人|台|%|digits?|char|days?|times)"
)
_ENDS: Final = re.compile(
    r"""\s*(?:$|[,.;!)'"”」』\]<>\n])|\s+(?:[账帐賬帳用]|user|login|account|(?=\S*\d)[!-~]{4,})"""
    r"|\s*[和与跟及]\s*[!-~]{4,}",
    re.IGNORECASE | re.MULTILINE,
)
"""What may follow a word that is a password: nothing of a sentence."""
_NO_VALUE: Final = re.compile(
    r"\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}|\w+://.*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:sm\d|aes|rsa|sha|md5|des|tls)\S*|(.)\1*|[x*#?]+",
    re.IGNORECASE,
)
_REPEATED_DIGIT: Final = re.compile(r"(\d)\1{3,}")
_PHONE: Final = re.compile(r"1[3-9]\d{9}|[48]00\d{7}|0\d{2,3}-?\d{7,8}(?:-\d+)?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DAY: Final = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])")
_ABOUT: Final = (
    "again another ask been being changed correct disabled done empty expired forgot forgotten from"
    " given gone good hidden incorrect invalid kept known later link locked lost missing mine more"
    " need needs never none null okay only optional page pending please policy protected ready"
    " required requirement reset safe same secret secure sent somebody someone still strong stolen"
    " that them there they this todo unknown unsafe used very weak what when where which with wrong"
    " your yours about and are can for has how its not now our off the too was who why yes you"
    " manager keeper holder owner custodian admin's finance legal compliance length field box"
)
_WORDS_ABOUT: Final = frozenset(_ABOUT.split())
_ADJECTIVE: Final = re.compile(r".*(?:ed|ing|able|ible|ive|ory|ly|tten|wn)", re.IGNORECASE)

_ASKS: Final = re.compile(
    r"怎么|怎樣|怎么办|如何|忘|找回|重置|要不要|需要|用不用|给[你您]|發給|发给|提供|吗|嗎|[?]"
    r"|\b(?:how|forg[eo]t|forgotten|need|lost|reset|send|give|should|can|where)\b",
    re.IGNORECASE,
)
_MENTIONED: Final = re.compile(rf"{_WORD}|\b(?:pass(?:word|wd|code)s?|pwd)\b", re.IGNORECASE)


def tells_password(text: str) -> bool:
    """Whether a password or a one-time code is told in it, and not only spoken of."""
    told = (_is_told(text, found) for found in _TOLD.finditer(text))
    beside = (_is_beside(text, found) for found in _BESIDE.finditer(text))
    account = (_is_told(text, found) for found in _AFTER_ACCOUNT.finditer(text))
    return any(told) or any(beside) or any(account) or any(_values_before(text))


def speaks_of_password(text: str) -> bool:
    """Whether it asks something about a password: how to find it again, whether it is needed."""
    return _MENTIONED.search(text) is not None and _ASKS.search(text) is not None


def _values_before(text: str) -> Iterator[bool]:
    for found in _BEFORE.finditer(text):
        yield _has_digit(found["value"]) and _has_sense(found["value"])


def _is_told(text: str, found: re.Match[str]) -> bool:
    """After a colon or an 「是」 nearly anything is a value, a word only where nothing follows it."""
    if found["value"] is None:  # in Chinese numerals
        return True
    value = _bare(found["value"])
    if not _has_sense(value) or _is_counted(text, found, value):
        return False
    if not value.isalpha():
        return True
    is_word = value.lower() in _WORDS_ABOUT or _ADJECTIVE.fullmatch(value) is not None
    return not is_word and _ENDS.match(text, found.end()) is not None


def _is_beside(text: str, found: re.Match[str]) -> bool:
    """With nothing in between only what has digits is one, and no year, day or phone number."""
    value = _bare(found["value"])
    if not _has_digit(value) or not _has_sense(value) or _is_counted(text, found, value):
        return False
    return not any(kind.fullmatch(value) for kind in (_PHONE, _YEAR, _DAY))


def _is_counted(text: str, found: re.Match[str], value: str) -> bool:
    """Whether it is a number of something, or of a day: 8-16 位, 2027 年."""
    is_number = not any(sign.isalpha() for sign in value)
    return is_number and _COUNTED.match(text, found.end("value")) is not None


def _has_sense(value: str) -> bool:
    value = _bare(value)
    if len(value) < len("8848") or not any(sign.isalnum() for sign in value):
        return False
    return _NO_VALUE.fullmatch(value) is None or _REPEATED_DIGIT.fullmatch(value) is not None


def _has_digit(value: str) -> bool:
    return any(sign.isdigit() for sign in value)


def _bare(value: str) -> str:
    return value.rstrip(".!?/").lstrip("-")
