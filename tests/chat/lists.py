"""Lists of clients as files, for the desk of `stage`."""

from collections.abc import Sequence

from chat.talk import SentFile, Sheet
from tests.workflow.client_lists import code
from workflow.given import FileRef
from workflow.ids import FileId

HEADINGS = (
    *("企业名称", "统一社会信用代码", "许可证种类", "许可证编号"),
    *("业务范围", "年度", "档位", "负责人"),
)
NAMES = ("云呼", "飞话", "客声", "应答", "语桥", "三镇")


def line(number: int, *, name: str = "", year: str = "2026", owner: str = "") -> tuple[str, ...]:
    """A good line: a call centre of all China, statutory filing only."""
    called = name or f"{NAMES[number % len(NAMES)]}{number or ''}有限公司"
    return (called, code(number), "呼叫中心", "", "全网", year, "只做法定申报", owner)


def lines(count: int) -> tuple[tuple[str, ...], ...]:
    """So many clients, a line each."""
    return tuple(line(number) for number in range(count))


def the_list(*rows: Sequence[str]) -> SentFile:
    """The list as a file."""
    whole = (HEADINGS, *(tuple(row) for row in rows))
    file = FileRef(FileId("list00000000"), "clients.xlsx", "", 9, "e" * 64)
    return SentFile(file, sheet=Sheet(whole))
