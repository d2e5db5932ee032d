"""A text that is secret stays in no file once the update that brought it is done, or is done at last."""

import json
from pathlib import Path

import pytest

from storage.journal import Journal
from storage.link_secrets import MARK, blanked
from tests.storage.samples import NOON
from workflow.ports import ChatId, InboxRow, RawUpdate

CANARY = "canary-Zq7x"
SAID = f'密码是\n{CANARY}\\ "!'


def is_secret(text: str) -> bool:
    """As the recogniser in messages is handed over."""
    return CANARY in text


def update(**message: object) -> str:
    return json.dumps({"update_id": 1, "message": {"message_id": 5, **message}}, ensure_ascii=False)


def holding(folder: Path) -> set[str]:
    """The files in which it stands."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name for path in files if CANARY.encode() in path.read_bytes()}


def opened(folder: Path) -> Journal:
    return Journal(folder / "journal.sqlite", "here", is_secret=is_secret)


def take_in(journal: Journal, body: str, number: int = 1) -> InboxRow:
    (row,) = journal.take_in([RawUpdate(number, ChatId(7), body)], NOON)
    return row


@pytest.mark.parametrize(
    "body",
    [
        update(text=SAID),
        update(caption=SAID, document={"file_name": "a.pdf"}),
        update(document={"file_name": f"{CANARY}.pdf"}),
        update(text="这个?", reply_to_message={"text": SAID}),
        json.dumps({"inline_query": {"query": SAID}}),
        f'{{"text": "no JSON \\q {CANARY}"}}',
    ],
)
def test_a_finished_update_leaves_none_on_the_disk(tmp_path: Path, body: str) -> None:
    journal = opened(tmp_path)
    row = take_in(journal, body)
    assert holding(tmp_path)

    journal.finish(row.id)

    assert holding(tmp_path) == set()
    journal.close()


def test_one_set_aside_leaves_none_either(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    row = take_in(journal, update(text=SAID))

    journal.set_aside(row.id, "fault 4711")

    assert holding(tmp_path) == set()
    journal.close()


def test_what_was_not_done_when_the_program_died_is_there_to_be_done_and_blanked_then(
    tmp_path: Path,
) -> None:
    body = update(text=SAID)
    dead = opened(tmp_path)
    take_in(dead, body)
    dead.close()

    journal = opened(tmp_path)
    (row,) = journal.open_rows()
    journal.finish(row.id)

    assert row.body == body
    assert holding(tmp_path) == set()
    journal.close()


def test_only_the_text_itself_is_blanked_and_the_update_stays_readable() -> None:
    body = blanked(update(text=SAID, caption='say "hi"\\'), is_secret)

    assert json.loads(body)["message"] == {"message_id": 5, "text": MARK, "caption": 'say "hi"\\'}


@pytest.mark.parametrize(
    "body", [update(text='a "quoted" \\ text\n'), "{}", '"', 'no "json', '["\\']
)
def test_a_body_without_any_stays_as_it_is(body: str) -> None:
    assert blanked(body, is_secret) == body
