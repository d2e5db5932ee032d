"""Reading what the bot has got: its updates as raw JSON, each looked at once."""

from typing import Any

from tests.localchat.calling import Api


async def news(api: Api) -> list[Any]:
    """The updates that nobody has looked at yet, without their numbers; they are confirmed."""
    updates = await api.result("getUpdates")
    if updates:
        await api.result("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [{kind: body for kind, body in one.items() if kind != "update_id"} for one in updates]


async def heard(api: Api) -> list[str]:
    """The texts of the messages among them."""
    return [one["message"]["text"] for one in await news(api) if "text" in one.get("message", {})]


def shift(update: Any) -> tuple[str, str]:  # noqa: ANN401 - JSON
    """What somebody was and what they are now, of a my_chat_member or chat_member update."""
    change = update.get("my_chat_member") or update["chat_member"]
    return change["old_chat_member"]["status"], change["new_chat_member"]["status"]
