"""editMessageMedia: another photo in the same place, or why not."""

import json

import httpx
import pytest

from localchat.person import Person
from tests.localchat.calling import Api
from tests.localchat.pictures import png

pytestmark = pytest.mark.anyio


async def sent(api: Api, http: httpx.AsyncClient, **media: str) -> dict[str, object]:
    """Wang has a photo; it is to become this."""
    files = {"photo": ("a.png", png(30, 50))}
    form = {"chat_id": "1001", "caption": "before"}
    photo = (await http.post(f"{api.root}/sendPhoto", data=form, files=files)).json()["result"]
    form = {
        "chat_id": "1001",
        "message_id": str(photo["message_id"]),
        "media": json.dumps({"type": "photo", "media": "attach://new", **media}),
    }
    files = {"new": ("b.png", png(40, 60))}
    answer: dict[str, object] = (
        await http.post(f"{api.root}/editMessageMedia", data=form, files=files)
    ).json()
    return answer


async def test_photo_and_caption_change_in_place(
    api: Api, http: httpx.AsyncClient, wang: Person
) -> None:
    await wang.start()

    answer = await sent(api, http, caption="<b>after</b>", parse_mode="HTML")

    [photo] = wang.replies
    assert answer["ok"]
    assert photo.wire["photo"][0]["width"] == 40
    assert (photo.wire["caption"], photo.wire["caption_entities"][0]["type"]) == ("after", "bold")
    assert "edit_date" in photo.wire


async def test_a_photo_without_a_caption_takes_the_old_one_away(
    api: Api, http: httpx.AsyncClient, wang: Person
) -> None:
    await wang.start()

    await sent(api, http)

    assert "caption" not in wang.replies[0].wire


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ({"type": "video"}, "can't parse InputMedia: only photos are served here"),
        ({"media": "attach://missing"}, "wrong file_id or the file is temporarily unavailable"),
        ({"caption": "x" * 1025}, "message caption is too long"),
    ],
)
async def test_what_is_no_photo_of_ours_is_refused(
    api: Api, http: httpx.AsyncClient, wang: Person, media: dict[str, str], words: str
) -> None:
    await wang.start()

    answer = await sent(api, http, **media)

    assert answer["description"] == f"Bad Request: {words}"
    assert wang.replies[0].wire["photo"][0]["width"] == 30


async def test_a_message_that_is_not_there_cannot_change(api: Api, wang: Person) -> None:
    await wang.start()

    refusal = await api.why_not(
        "editMessageMedia", chat_id=1001, message_id=99, media={"type": "photo", "media": "x"}
    )

    assert refusal == (400, "Bad Request: message to edit not found")
