"""The command line: start, stop, check, holidays, backup and restore, in processes of their own."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.house import serving
from tests.e2e.papers import pdf
from tests.e2e.program import run, started
from tests.e2e.talker import Talker, open_case, open_item


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration with any free port, its data beside it."""
    path = tmp_path / "config.toml"
    path.write_text('[local_chat]\nport = 0\n[data]\nfolder = "data"\n', encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data" / "local"


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def test_it_starts_prints_its_link_answers_and_ends_well_when_asked(config: Path) -> None:
    with started(config) as bot:
        greeting = bot.says("/start", "年报管家")
        code = bot.stop()

    assert "王经理" in greeting
    assert code == 0
    assert "stopped" in bot.log.read_text(encoding="utf-8")


def test_what_was_said_before_the_end_is_remembered_after_it(config: Path) -> None:
    with started(config) as bot:
        bot.says("/new", "企业全称")
        bot.stop()

    with started(config) as bot:
        asked = bot.says("甲公司", "统一社会信用代码")

    assert asked.startswith("甲公司\n")


def test_a_second_process_on_the_folder_is_refused_in_one_line(config: Path, data: Path) -> None:
    with started(config):
        second = run(config)

    assert second.returncode == 1
    assert second.stderr.splitlines() == [f"{data}: in use by another process; stop it first"]


def test_check_tells_every_fault_at_once(config: Path) -> None:
    config.write_text(
        '[time]\nzone = "Mars/Base"\n[local_chat]\nport = -1\n[log]\nlevel = "LOUD"\n[oops]\n',
        encoding="utf-8",
    )

    checked = run(config, "--check")

    assert checked.returncode == 1
    assert [line.split(":")[0] for line in sorted(checked.stderr.splitlines())] == [
        "local_chat.port",
        "log.level",
        "oops",
        "time.zone",
    ]


def test_check_tells_faults_of_several_rooms_at_once(config: Path, data: Path) -> None:
    (data / "holidays").mkdir(parents=True)
    (data / "holidays" / "2027.toml").write_text("year = 2027\n", encoding="utf-8")
    (data / "holidays" / "2028.toml").write_text("year = 2028\n", encoding="utf-8")

    checked = run(config, "--check")

    assert checked.returncode == 1
    assert "holidays/2027.toml" in checked.stderr
    assert "holidays/2028.toml" in checked.stderr


@pytest.fixture
async def kept(data: Path) -> Path:
    """The data folder of a stopped bot with one company."""
    async with serving(data) as chat:
        await open_case(Talker(chat, 1001))
    return data


@pytest.mark.anyio
@pytest.mark.usefixtures("kept")
async def test_check_all_finds_every_company_in_order(config: Path) -> None:
    checked = run(config, "--check", "--all")

    assert checked.stderr == ""
    assert checked.stdout == "all in order\n"
    assert checked.returncode == 0


@pytest.mark.anyio
async def test_check_all_names_the_damaged_file(config: Path, kept: Path) -> None:
    (company,) = (kept / "companies").glob("*.json")
    flip_a_byte(company)

    checked = run(config, "--check", "--all")

    assert checked.returncode == 1
    assert f"{company}: does not match its checksum" in checked.stderr.splitlines()


@pytest.mark.anyio
async def test_an_official_holiday_file_ends_what_is_provisional(
    config: Path, kept: Path, tmp_path: Path
) -> None:
    notice = tmp_path / "2027.json"
    days = [{"name": "春节", "date": f"2027-02-{day:02}", "isOffDay": True} for day in range(5, 13)]
    worked = {"name": "春节", "date": "2027-02-20", "isOffDay": False}
    told = {"year": 2027, "papers": ["国办发明电"], "days": [*days, worked]}
    notice.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    before = await steps_in(kept)

    imported = run(config, "holidays", "import", str(notice))

    assert imported.returncode == 0
    assert "2027: official" in imported.stdout
    assert "暂定" in before
    assert "暂定" not in await steps_in(kept)


@pytest.mark.anyio
async def test_a_backup_taken_while_it_runs_brings_everything_back(
    config: Path, kept: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    async with serving(kept) as chat:
        wang = Talker(chat, 1001)
        await open_item(wang, "账号保管表")
        await wang.sends("一.pdf", pdf("一"), "第 1 版")
        written = await asyncio.to_thread(run, config, "backup", str(copy))
        await wang.sends("二.pdf", pdf("二"), "第 2 版")
        refused = await asyncio.to_thread(run, config, "restore", str(copy))

    restored = run(config, "restore", str(copy))
    async with serving(kept) as chat:
        wang = Talker(chat, 1001)
        await wang.presses("修改", "现在:📎 一.pdf")
        again = await wang.sends("三.pdf", pdf("三"), "第 2 版")

    assert written.returncode == restored.returncode == 0
    assert refused.returncode == 1
    assert refused.stderr == f"{kept}: in use by another process; stop it first\n"
    assert "三.pdf" in again.text


@pytest.mark.anyio
async def test_a_restored_bot_knows_the_imported_holidays(
    config: Path, kept: Path, tmp_path: Path
) -> None:
    notice = tmp_path / "2027.json"
    day = {"name": "春节", "date": "2027-02-05", "isOffDay": True}
    notice.write_text(json.dumps({"year": 2027, "days": [day]}), encoding="utf-8")
    run(config, "holidays", "import", str(notice))
    run(config, "backup", str(tmp_path / "copy"))
    shutil.rmtree(kept / "holidays")

    run(config, "restore", str(tmp_path / "copy"))

    assert "暂定" not in await steps_in(kept)


async def steps_in(folder: Path) -> str:
    """All that the list of steps and one step say, after a start on the folder."""
    async with serving(folder) as chat:
        wang = Talker(chat, 1001)
        listed = await wang.says("/list", "填报窗口开放")
        await wang.presses("第1步", "完成标准")
        item = await wang.presses("登录截图", "登录截图")
    return f"{listed.text}\n{item.text}"
