"""Text as phones and input methods send it, brought to one form before anybody reads it.

Only what cannot change a meaning is changed: full-width signs, traditional characters, the many
kinds of minus, invisible marks, capitals. Unicode's own compatibility forms are left alone on
purpose: they would turn 3² into 32.
"""

import re
import unicodedata

from messages.script import simplified

LONGEST = 64  # characters; nothing longer is looked at, a value is never that long

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_VARIANTS = str.maketrans(
    "−–—－﹣‐‑￥〇萬億兩點負號週後個這禮內貳叁參肆陸壹贰陆伍柒捌玖拾佰仟圓幣\u3000",
    "-------¥零万亿两点负号周后个这礼内二三三四六一二六五七八九十百千元币 ",
)
_SPACE_BESIDE_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")

_PROVINCE_ENDS = re.compile(r"(?<=..)(?:省|市|(?:壮族|回族|维吾尔)?自治区)$")


def short_province(name: str) -> str:
    """北京市, 广西壮族自治区 as a licence writes them: 北京, 广西, as everybody says."""
    return _PROVINCE_ENDS.sub("", name)


def tidy(text: str) -> str:
    """Half width, simplified, lower case, nothing invisible, no blanks beside Chinese."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    plain = (
        simplified(seen).translate(_VARIANTS).translate(_FULL_WIDTH).lower().strip().rstrip("。.! ")
    )
    return _SPACE_BESIDE_CHINESE.sub("", plain)
