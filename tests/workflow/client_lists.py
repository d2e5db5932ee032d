"""Lists of clients as an agency would send them, and what their words mean."""

from stdnum.cn import uscc

from tests.workflow.firm import CALL_CENTRE, COLLEAGUE, MANAGER, MULTI_PARTY
from workflow.client_list import ClientList, Column, Words, folded, read_clients
from workflow.ids import PersonId
from workflow.team import Member, Role

HEADINGS = ("企业名称", "信用代码", "种类", "编号", "范围", "年度", "档位", "负责人")
ME = Member(MANAGER, "王经理", (Role.CLERK,))
LI = Member(COLLEAGUE, "李办事", (Role.CLERK,))
WORDS = Words(
    columns={folded(name): column for name, column in zip(HEADINGS, Column, strict=True)},
    packs={"呼叫中心": CALL_CENTRE, "b22": MULTI_PARTY},
    provinces={"全网": "", "广东": "44"},
    years=(2026, 2025),
    owners={
        "王经理": (ME,),
        "李办事": (LI,),
        "p2": (LI,),
        "张三": (LI, Member(PersonId("p3"), "张三", (Role.CLERK,))),
    },
    importer=ME,
    code=str.upper,
)


def code(number: int) -> str:
    """A credit code that can be one, another for each number."""
    body = f"91440300{number:09}"
    return body + uscc.calc_check_digit(body)


def line(number: int = 1, /, **cells: str) -> tuple[str, ...]:
    """A good line of the company of that number, but for the cells that are given."""
    good = {
        Column.NAME: f"客户{number}有限公司",
        Column.USCC: code(number),
        Column.KIND: "呼叫中心",
        Column.LICENCE_NO: "京B2-20170206",
        Column.COVERAGE: "全网",
        Column.YEAR: "2026",
        Column.PROFILE: "八步全套",
        Column.OWNER: "",
    }
    return tuple(cells.get(column, good[column]) for column in Column)


def read(*lines: tuple[str, ...]) -> ClientList:
    """The list with its headings, read."""
    return read_clients((HEADINGS, *lines), WORDS)
