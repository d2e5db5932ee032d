"""Whether a value fits its field: type, bounds, decimals, options, cells, sums, the credit code."""

from datetime import date
from decimal import Decimal

import pytest

from tests.workflow.firm import CALL_CENTRE, MULTI_PARTY, USCC
from workflow.answers import check, is_large
from workflow.credit_code import check_credit_code
from workflow.errors import (
    BadCreditCode,
    BadTable,
    Blank,
    CellMissing,
    NoSuchOption,
    NotAMinute,
    NotWhole,
    OutOfOrder,
    OutOfRange,
    TooLong,
    WorkflowError,
    WrongKind,
)
from workflow.given import Cell, Choices, Day, Number, Rows, Value, Words
from workflow.ids import ItemKey
from workflow.pack import (
    AnswerSpec,
    ChoiceSpec,
    Column,
    DateSpec,
    FormSpec,
    NumberKind,
    NumberSpec,
    Option,
    Pack,
    PhoneSpec,
    TableSpec,
    TextCheck,
    TextSpec,
)
from workflow.text import Text

UNIT = Text("席", "seats")
A, B = Option("a", UNIT), Option("b", UNIT)
COUNT = NumberSpec(NumberKind.INTEGER, UNIT, low=Decimal(0))
MONEY = NumberSpec(NumberKind.MONEY, UNIT, decimals=2)
PERCENT = NumberSpec(NumberKind.PERCENT, UNIT, Decimal(0), Decimal(100), decimals=2)
AT_MOST = NumberSpec(NumberKind.DECIMAL, UNIT, high=Decimal(5))
ONE, MANY = ChoiceSpec((A, B)), ChoiceSpec((A, B), many=True)
NAME = Column("name", Text("名称", "Name"), TextSpec(longest=5))
ON = Column("on", Text("日期", "Date"), DateSpec(), required=False)
SHARE = Column("share", Text("比例", "Share"), PERCENT, required=False, sum_to=Decimal(100))
TABLE = TableSpec((NAME, ON, SHARE))
FORM = FormSpec((NAME, ON))
MINUTE = TextSpec(TextCheck.MINUTE, longest=16)
START = Column("start", Text("开始", "Start"), MINUTE)
END = Column("end", Text("恢复", "Repaired"), MINUTE, required=False, not_before="start")
SPANS = TableSpec((START, END))
EIGHT, NINE = Words("2026-06-03 08:00"), Words("2026-06-03 09:00")
MAY = Day(date(2027, 5, 1))


def number(text: str) -> Number:
    return Number(Decimal(text))


def shares(*each: str) -> Rows:
    return Rows(tuple((Words("甲"), None, number(share)) for share in each))


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        (COUNT, number("0")),
        (COUNT, number("280.0")),
        (COUNT, number("1E+6")),
        (COUNT, number("9999999999")),
        (DateSpec(), Day(date(1900, 1, 1))),
        (DateSpec(), Day(date(2199, 12, 31))),
        (MONEY, number("-12.50")),
        (PERCENT, number("0")),
        (PERCENT, number("100")),
        (PERCENT, number("99.99")),
        (AT_MOST, number("-7")),
        (DateSpec(), MAY),
        (TextSpec(longest=3), Words("甲公司")),
        (TextSpec(TextCheck.USCC, longest=18), Words(USCC)),
        (TextSpec(TextCheck.LICENCE_NO), Words("any, it is warned of only")),
        (PhoneSpec(), Words("010-12345678")),
        (PhoneSpec(mobile=True), Words("13800000000")),
        (ONE, Choices(("a",))),
        (MANY, Choices(("a", "b"))),
        (TABLE, Rows(())),
        (SPANS, Rows(((EIGHT, NINE), (NINE, NINE), (NINE, None)))),
        (TABLE, Rows(((Words("甲"), MAY, number("100")),))),
        (TABLE, shares("33.33", "33.33", "33.33")),
        (TABLE, Rows(((Words("甲"), None, number("100")), (Words("乙"), None, None)))),
        (FORM, Rows(((Words("甲"), None),))),
    ],
)
def test_what_fits_is_taken(spec: AnswerSpec, value: Value) -> None:
    check(value, spec)


OF_EACH_KIND: tuple[tuple[Value, tuple[AnswerSpec, ...]], ...] = (
    (number("1"), (COUNT,)),
    (MAY, (DateSpec(),)),
    (Words("a"), (TextSpec(), PhoneSpec())),
    (Choices(("a",)), (ONE,)),
    (Rows(((Words("甲"), None),)), (FORM, TABLE)),
)
MISFITS = [
    (value, spec)
    for value, _ in OF_EACH_KIND
    for other, specs in OF_EACH_KIND
    for spec in specs
    if other != value
]


@pytest.mark.parametrize(("value", "spec"), MISFITS)
def test_a_value_of_another_kind_is_refused(value: Value, spec: AnswerSpec) -> None:
    with pytest.raises(WrongKind):
        check(value, spec)


@pytest.mark.parametrize(
    ("spec", "value", "refusal"),
    [
        (COUNT, number("-1"), OutOfRange),
        (PERCENT, number("-0.01"), OutOfRange),
        (PERCENT, number("100.01"), OutOfRange),
        (AT_MOST, number("5.1"), OutOfRange),
        (COUNT, number("10000000001"), OutOfRange),
        (MONEY, number("-10000000001"), OutOfRange),
        (DateSpec(), Day(date(1899, 12, 31)), OutOfRange),
        (DateSpec(), Day(date(2200, 1, 1)), OutOfRange),
        (TextSpec(), Words(""), Blank),
        (TextSpec(), Words(" \u3000"), Blank),
        (PhoneSpec(), Words(""), Blank),
        (COUNT, number("1.5"), NotWhole),
        (MONEY, number("0.005"), NotWhole),
        (TextSpec(longest=3), Words("甲公司有"), TooLong),
        (TextSpec(TextCheck.USCC, longest=18), Words("9144030071526726XX"), BadCreditCode),
        (ONE, Choices(()), NoSuchOption),
        (ONE, Choices(("c",)), NoSuchOption),
        (ONE, Choices(("a", "b")), NoSuchOption),
        (MANY, Choices(()), NoSuchOption),
        (MANY, Choices(("a", "c")), NoSuchOption),
        (TABLE, Rows(((None, None, None),)), CellMissing),
        (TABLE, Rows(((Words("甲公司有限责"), None, None),)), TooLong),
        (TABLE, Rows(((MAY, None, None),)), WrongKind),
        (TABLE, Rows(((Words("甲"), None),)), WrongKind),
        (TABLE, Rows(((Words("甲"), None, None, None),)), WrongKind),
        (TABLE, shares("60", "30"), BadTable),
        (TABLE, shares("60", "40.02"), BadTable),
        (TABLE, shares("101"), OutOfRange),
        (SPANS, Rows(((NINE, EIGHT),)), OutOfOrder),
        (SPANS, Rows(((Words("2026-06-03"), NINE),)), NotAMinute),
        (SPANS, Rows(((Words("2026-06-31 08:00"), None),)), NotAMinute),
        (FORM, Rows(()), WrongKind),
        (FORM, Rows(((Words("甲"), None), (Words("乙"), None))), WrongKind),
        (FORM, Rows(((None, MAY),)), CellMissing),
    ],
)
def test_what_does_not_fit_is_refused(
    spec: AnswerSpec, value: Value, refusal: type[WorkflowError]
) -> None:
    with pytest.raises(refusal):
        check(value, spec)


@pytest.mark.parametrize(
    ("spec", "value", "large"),
    [
        (COUNT, number("9999999"), False),
        (COUNT, number("999999999"), True),
        (MONEY, number("999999999"), False),
        (TextSpec(), Words("999999999"), False),
    ],
)
def test_a_count_that_is_likelier_a_slip_is_known(
    spec: AnswerSpec, value: Value, *, large: bool
) -> None:
    assert is_large(value, spec) is large


# --- what a refusal tells ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("spec", "value", "facts"),
    [
        (COUNT, number("-1"), {"bounds": "least", "low": "0", "high": ""}),
        (AT_MOST, number("6"), {"bounds": "most", "low": "", "high": "5"}),
        (PERCENT, number("101"), {"bounds": "between", "low": "0", "high": "100"}),
        (COUNT, number("1E+11"), {"bounds": "most", "low": "", "high": "10000000000"}),
        (
            DateSpec(),
            Day(date.max),
            {"bounds": "between", "low": "1900-01-01", "high": "2199-12-31"},
        ),
        (MONEY, number("0.005"), {"decimals": 2}),
        (TextSpec(longest=3), Words("甲公司有"), {"longest": 3}),
        (
            TABLE,
            Rows(((Words("甲"), None, None), (None, None, None))),
            {"row": 2, "column": NAME.title},
        ),
        (
            TABLE,
            shares("60", "30.5"),
            {"column": SHARE.title, "total": "90.5", "wanted": "100"},
        ),
    ],
)
def test_a_refusal_tells_what_would_fit(
    spec: AnswerSpec, value: Value, facts: dict[str, object]
) -> None:
    with pytest.raises(WorkflowError) as refused:
        check(value, spec)

    assert refused.value.facts == facts


# --- the credit code --------------------------------------------------------------------


def test_a_code_with_the_right_check_digit_can_be_one() -> None:
    check_credit_code(USCC)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("9144030071526726X", {"why": "length", "length": 17, "sign": ""}),
        ("9144030071526726XGG", {"why": "length", "length": 19, "sign": ""}),
        ("9144O30071526726XG", {"why": "sign", "length": 18, "sign": "O"}),
        ("9144030071526726XH", {"why": "check", "length": 18, "sign": ""}),
        ("9144030071526762XG", {"why": "check", "length": 18, "sign": ""}),
    ],
)
def test_a_wrong_code_is_told_what_is_wrong_with_it(code: str, facts: dict[str, object]) -> None:
    with pytest.raises(BadCreditCode) as refused:
        check_credit_code(code)

    assert refused.value.facts == facts


# --- the fields of the packs ------------------------------------------------------------


@pytest.mark.parametrize(
    ("pack", "key", "fits", "beyond"),
    [
        (CALL_CENTRE, "seats_total", "0", "-1"),
        (CALL_CENTRE, "outbound_share", "100", "100.01"),
        (CALL_CENTRE, "avg_month_eff_talk", "37440", "37440.01"),
        (CALL_CENTRE, "staff_total", "1", "0"),
        (MULTI_PARTY, "mp_complaint_trend", "-100", "-100.01"),
    ],
)
def test_the_bounds_of_a_field_are_inclusive(pack: Pack, key: str, fits: str, beyond: str) -> None:
    spec = pack.item(ItemKey(key)).spec
    assert spec is not None

    check(number(fits), spec)
    with pytest.raises(OutOfRange):
        check(number(beyond), spec)


def test_a_loss_is_a_number_and_a_fraction_of_a_cent_is_not() -> None:
    spec = CALL_CENTRE.item(ItemKey("profit_total")).spec
    assert spec is not None

    check(number("-1860.55"), spec)
    with pytest.raises(NotWhole):
        check(number("-1860.555"), spec)


def test_shares_add_up_to_a_hundred_and_no_shareholders_at_all_is_an_answer() -> None:
    spec = CALL_CENTRE.item(ItemKey("shareholders")).spec
    assert spec is not None

    def holders(*each: str) -> Rows:
        holder: tuple[Cell, ...] = (Words("张三"), Choices(("person",)))
        return Rows(tuple((*holder, number(share)) for share in each))

    check(holders("66.6667", "33.3333"), spec)
    check(Rows(()), spec)
    with pytest.raises(BadTable):
        check(holders("66", "33"), spec)
