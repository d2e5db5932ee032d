"""Calling the Bot API over real HTTP, as a bot would, and reading what it answers."""

from typing import Any

import httpx

from localchat.server import LocalChat


class Api:
    """Raw calls: the answer is the whole JSON body, refusals too."""

    def __init__(self, http: httpx.AsyncClient, chat: LocalChat) -> None:
        self._http = http
        self.root = f"{chat.base_url}{chat.settings.token}"

    async def call(self, method: str, **params: object) -> Any:  # noqa: ANN401 - JSON
        """Post a call with a JSON body."""
        return (await self._http.post(f"{self.root}/{method}", json=params)).json()

    async def result(self, method: str, **params: object) -> Any:  # noqa: ANN401 - JSON
        """The result of a call that must not be refused."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def why_not(self, method: str, **params: object) -> tuple[int, str]:
        """Code and words of a call that must be refused."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]
