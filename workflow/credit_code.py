"""统一社会信用代码: the check of GB 32100 by python-stdnum, saying what is wrong."""

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength

from workflow.errors import BadCreditCode

SIGNS = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")


def check_credit_code(code: str) -> None:
    """Return if the code can be one; BadCreditCode otherwise.

    `code` is upper case without spaces. Facts: `why` (length, sign, check); `length` of a code
    that is too short or too long; `sign`, a character that codes do not use (I, O, Z, S, V).
    """
    try:
        uscc.validate(code)
    except InvalidLength:
        raise BadCreditCode(why="length", length=len(code), sign="") from None
    except InvalidFormat:
        strange = next((sign for sign in code if sign not in SIGNS), "")
        raise BadCreditCode(why="sign", length=len(code), sign=strange) from None
    except InvalidChecksum:
        raise BadCreditCode(why="check", length=len(code), sign="") from None
