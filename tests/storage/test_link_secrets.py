"""The secret of an invitation stays in no file once the update that brought it is done."""

import json
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from storage.link_secrets import MARK, without_secrets
from tests.storage.homes import TinyHome
from tests.storage.samples import NOON
from workflow.ports import ChatId, InboxRow, RawUpdate, RowState

SECRET = "q7f2k9d1" * 3 + "m4x8zz"
LINK = f"https://t.me/nianbao_bot?start=i{SECRET}"


def message(text: str) -> str:
    return json.dumps({"update_id": 1, "message": {"text": text}}, ensure_ascii=False)


def pressed_under_the_card() -> str:
    keys = [[{"text": "复制", "copy_text": {"text": f"请点这里加入:\n{LINK}"}}]]
    under = {"text": "链接", "reply_markup": {"inline_keyboard": keys}}
    return json.dumps({"callback_query": {"message": under, "data": "il|co1"}}, ensure_ascii=False)


def take_in(home: TinyHome, body: str, number: int = 1) -> InboxRow:
    (row,) = home.inbox.take_in([RawUpdate(number, ChatId(7), body)], NOON)
    return row


def holding(folder: Path) -> set[str]:
    """The files in which the secret stands."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name for path in files if SECRET.encode() in path.read_bytes()}


def body_of(home: TinyHome, row: InboxRow) -> str:
    ((body,),) = home.inbox.database.ask("select body from inbox where id = ?", (row.id,))
    return str(body)


@pytest.mark.parametrize(
    "body",
    [
        message(f"/start i{SECRET}"),
        message(f" /START@nianbao_bot \n i{SECRET} "),
        message(f"点这个:{LINK}"),
        message(f"tg://resolve?domain=nianbao_bot&start=i{SECRET}"),
        message(f"https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fb%3Fstart%3Di{SECRET}&text=x"),
        message(f"https://nianbao.example/feed/{SECRET}.ics 这个怎么用"),
        message(f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={SECRET}"),
        message(f"https://oapi.dingtalk.com/robot/send?access_token={SECRET} SEC{SECRET}"),
        message(f"https://open.feishu.cn/open-apis/bot/v2/hook/{SECRET}"),
        pressed_under_the_card(),
        message(f"/start i{SECRET}") + "x" * 20_000,
    ],
)
def test_a_finished_update_leaves_no_secret_on_the_disk(tiny: TinyHome, body: str) -> None:
    row = take_in(tiny, body)
    assert holding(tiny.folder)

    tiny.inbox.finish(row.id)

    assert holding(tiny.folder) == set()
    assert body_of(tiny, row) == body.replace(SECRET, MARK)


def test_an_update_set_aside_leaves_none_either(tiny: TinyHome) -> None:
    row = take_in(tiny, message(f"/start i{SECRET}"))

    tiny.inbox.set_aside(row.id, "fault 4711")

    assert holding(tiny.folder) == set()
    assert body_of(tiny, row) == message(f"/start i{MARK}")


def test_an_update_that_is_not_done_is_done_after_a_crash_word_for_word(tiny: TinyHome) -> None:
    body = message(f"/start i{SECRET}")
    waiting, applied = take_in(tiny, body), take_in(tiny, body, 2)
    with tiny.store.begin(applied.id) as work:
        work.commit()

    tiny.reopen()

    rows = tiny.inbox.open_rows()
    assert [(each.id, each.body) for each in rows] == [(waiting.id, body), (applied.id, body)]
    assert [each.state for each in rows] == [RowState.NEW, RowState.APPLIED]


def test_among_many_updates_that_come_and_go_none_is_left(tiny: TinyHome) -> None:
    bodies = [message(f"/start i{SECRET}" + "字" * (number * 97 % 3000)) for number in range(60)]
    rows = [take_in(tiny, body, number) for number, body in enumerate(bodies)]

    for row in [*rows[::3], *rows[1::3], *rows[2::3]]:
        tiny.inbox.finish(row.id)

    assert holding(tiny.folder) == set()


def test_somebody_who_reads_the_log_is_not_waited_for_and_it_is_emptied_later(
    tiny: TinyHome,
) -> None:
    secret, next_one = take_in(tiny, message(f"/start i{SECRET}")), take_in(tiny, "{}", 2)
    reader = sqlite3.connect(tiny.folder / "journal.sqlite", isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from inbox").fetchall()
    began = time.perf_counter()

    tiny.inbox.finish(secret.id)
    taken = time.perf_counter() - began
    reader.close()
    tiny.inbox.finish(next_one.id)

    assert taken < 5
    assert holding(tiny.folder) == set()


def test_what_a_killed_run_left_in_the_log_goes_with_the_first_update_of_the_next(
    tiny: TinyHome, tmp_path: Path
) -> None:
    row = take_in(tiny, message(f"/start i{SECRET}"))
    reader = sqlite3.connect(tiny.folder / "journal.sqlite", isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from inbox").fetchall()
    tiny.inbox.finish(row.id)
    shutil.copytree(tiny.folder, tmp_path / "killed")
    reader.close()
    assert holding(tmp_path / "killed")

    home = TinyHome(tmp_path / "killed")
    home.inbox.finish(take_in(home, "{}", 2).id)

    assert holding(home.folder) == set()
    home.close()


@pytest.mark.parametrize(
    "text",
    [
        "we start in January with internationalisation",
        "/start",
        "/start t-co00000001-1-staff_total",
        "started_internationalization_of_everything",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    body = message(text)

    assert without_secrets(body) == body
