"""The two sample companies (samples/) as people play them in the chat, step by step."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from localchat.person import Bubble
from samples.make import HERE, NAMES, Sample, read
from tests.e2e.house import at_work, serving
from tests.e2e.papers import pdf
from tests.e2e.talker import Talker, as_typed
from tests.e2e.team import bring_in
from tests.reports.opened import bare, document, pages
from tests.reports.opened import sheet as rows
from tests.source import ROOT
from workflow.ids import ItemKey

CALLS, MEETINGS = NAMES
JANUARY = datetime(2027, 1, 20, 1, 10, tzinfo=UTC)
"""10 past 9 on a Wednesday; the platform is open."""
PAPERS = ROOT / "docs" / "papers"
ITEM = "it"
"""How the data of a button begins that opens an item."""
CHECKED = "规则:通过"
PLEDGE = "本公司承诺:所报内容真实、准确、完整。\n如有不实,愿承担责任 ;"
"""Made up; the true one is on the platform."""
A_PAPER = 120.0
"""Seconds: it is made after all else that runs on the machine."""
STEPS = 120
"""More than the lines of all forms together."""


@dataclass(frozen=True, slots=True)
class Firm:
    """A sample company in its chats: who runs it, and the boss who signs for it."""

    sample: Sample
    wang: Talker
    boss: Talker


@asynccontextmanager
async def imported(name: str, folder: Path) -> AsyncIterator[Firm]:
    """A sample company, once its manager has sent all its sheets and had them recorded."""
    sample = read(name)
    async with serving(folder, at_work(JANUARY)) as chat:
        wang = Talker(chat, 1001)
        await opens_case(wang, sample)
        await wang.sends("三年对照表.xlsx", sheet(name, "three_years"), "都能记")
        await wang.presses("不用写谁给的", "都能记")
        await wang.presses("全部记入", "已记入")
        for key in sample.tables:
            title = sample.pack.item(ItemKey(key)).title.zh
            await opens(wang, key, title)
            await wang.sends(f"{title}.xlsx", sheet(name, key), f"✅ {title}")
        yield Firm(sample, wang, Talker(chat, 1002))


async def opens_case(wang: Talker, sample: Sample) -> None:
    """/new, with all steps."""
    await wang.says("/new", "企业全称")
    await wang.says(sample.name, "统一社会信用代码")
    await wang.says(sample.uscc, "哪一种许可证")
    await wang.presses(sample.pack.title.zh, "许可证编号")
    await wang.says(sample.licence, "业务范围")
    await wang.presses("全网", "哪一年度")
    await wang.presses("2026 年度", "哪一档")
    await wang.presses("步全套", "法定截止")
    await wang.presses("创建", "已创建")


async def opens(wang: Talker, key: str, title: str) -> Bubble:
    """The card of an item, as a button anywhere opens it."""
    await wang.says("进度", "法定截止")
    message, data = wang.button("全部步骤")
    _, company, season, *_ = data.split("|")
    return await wang.after(wang.person.forge(message, f"{ITEM}|{company}|{season}|{key}"), title)


def sheet(name: str, file: str) -> bytes:
    """One of the sheets under samples/."""
    return (HERE / name / f"{file}.xlsx").read_bytes()


# --- findings and what is owed --------------------------------------------------------------


async def checks(wang: Talker) -> str:
    """/check."""
    return as_typed((await wang.says("/check", CHECKED)).text)


async def opens_finding(wang: Talker, words: str) -> str:
    """The finding that says so on the card of /check, by the button of its number."""
    told = re.search(f"(差异 [0-9]+:)[^\\n]*{re.escape(words)}", await checks(wang))
    assert told, words
    return as_typed((await wang.presses(told[1], "📐")).text)


async def explains(wang: Talker, title: str, why: str) -> None:
    """Why it is so, in a sentence."""
    await opens_finding(wang, title)
    await wang.presses("💬 说明", "请写一句")
    await wang.says(why, "已记下说明")


async def opens_owed(wang: Talker, title: str) -> None:
    """The card of what is still to be handed in or filled in."""
    await checks(wang)
    await wang.presses("🧩 还差", title)
    await wang.presses(f"⬜ {title}", "👉")


async def has_none(wang: Talker, title: str) -> None:
    """无: none of that."""
    await opens_owed(wang, title)
    await wang.presses("无", f"✅ {title}:无")


async def fills_in(wang: Talker, title: str, text: str, *papers: str) -> None:
    """A line as the card asks for it, and the papers that go with it."""
    await opens_owed(wang, title)
    await wang.says(text, title)
    for name in papers:
        await wang.sends(name, pdf(name), f"✅ {title}")


# --- signing --------------------------------------------------------------------------------


async def asks_to_sign(firm: Firm) -> str:
    """The boss joins and is asked; what the boss reads."""
    await bring_in(firm.wang, firm.boss, "老板", "赵总")
    await firm.wang.says("/sign", "还没有请签")
    await firm.wang.presses("📨 请签字", "已请 1 人签字")
    return as_typed((await firm.boss.hears("✍️ 请签")).text)


async def agrees(firm: Firm) -> None:
    """The boss signs; the manager hears it."""
    await firm.boss.presses("同意,签字", "✅ 已签字")
    await firm.wang.hears("赵总 已签字")


# --- 誊录 -----------------------------------------------------------------------------------


async def opens_forms(wang: Talker) -> str:
    """All forms."""
    await wang.says("进度", "法定截止")
    return as_typed((await wang.presses("誊录", "1. 年报承诺书")).text)


async def keeps_pledge(wang: Talker) -> Bubble:
    """The platform's own words, sent once, to be copied as they are."""
    await wang.presses("年报承诺书", "逐字录入")
    await wang.presses("贴承诺书原文", "标点、空格都不要动")
    return await wang.says(PLEDGE, "一字未动")


async def types_over(wang: Talker, shown: Bubble) -> list[Bubble]:
    """[已填] and [已保存] from that line on, until all that has a value is typed; the lines shown."""
    lines = [shown]
    for _ in range(STEPS):
        label = _next_step(lines[-1])
        if not label:
            break
        lines.append(await wang.presses(label, firm_line(lines[-1])))
    return lines


def firm_line(shown: Bubble) -> str:
    """The company's name, with which every card begins."""
    return shown.text.splitlines()[0]


def _next_step(shown: Bubble) -> str:
    """The button that leads on: typed, saved, not compared."""
    steps = ("✅ 已填", "💾 系统里已保存", "⏭ 不核对")
    there = (step for step in steps if any(step in label for label in shown.labels))
    return next(there, "")


# --- 已报, and papers -----------------------------------------------------------------------


async def files(wang: Talker) -> None:
    """记「已报」, today, with the screenshot."""
    await wang.says("进度", "法定截止")
    await wang.presses("记「已报」", "哪天的事")
    await wang.presses("今天", "已记:已报")
    await wang.sends("已报.pdf", pdf("filed"), "✅ 已报状态截图")


async def takes(wang: Talker, paper: str, format_: str) -> tuple[str, bytes]:
    """A paper from /report as a file: its name, its bytes."""
    await wang.says("/report", "要哪一份")
    await wang.presses(paper, "要哪种格式")
    before = _documents(wang)
    await wang.presses(format_, "正在做")
    await wang.person.until(lambda: len(_documents(wang)) > len(before), A_PAPER)
    sent = _documents(wang)[-1]
    return sent.wire["document"]["file_name"], wang.person.file(sent.id)


def _documents(wang: Talker) -> list[Bubble]:
    return [shown for shown in wang.person.replies if "document" in shown.wire]


# --- service quality ------------------------------------------------------------------------


async def quality_of(wang: Talker) -> str:
    """服务质量, from the card of the fault log."""
    await opens(wang, "fault_log", "故障日志")
    return as_typed((await wang.presses("服务质量", "服务表现")).text)


# --- papers opened by other libraries than made them ------------------------------------------


async def in_all_formats(wang: Talker, paper: str) -> list[str]:
    """All that stands on the paper as .docx, .xlsx and .pdf, which have one number, without blanks."""
    return [said(*await takes(wang, paper, each)) for each in ("Word", "Excel", "PDF")]


def said(name: str, content: bytes) -> str:
    """All that stands in the file, by the ending of its name; without blanks."""
    match name.rpartition(".")[2]:
        case "docx":
            page = document(content)
            cells = (cell for row in page.rows for cell in row)
            return bare("".join((*page.lines, *cells)))
        case "xlsx":
            return bare("".join(str(cell) for row in rows(content) for cell in row))
        case _:
            return "".join(pages(content))


def kept(name: str) -> list[str]:
    """The same of a sample under docs/papers; `python -m tests.e2e.sample_papers` makes them anew."""
    files = (PAPERS / f"{name}.{ending}" for ending in ("docx", "xlsx", "pdf"))
    return [said(file.name, file.read_bytes()) for file in files]


def lacks(paper: str, *facts: str) -> list[str]:
    """Which of the facts do not stand there."""
    return [fact for fact in facts if bare(fact) not in paper]
