"""Under which name people find us: known once the server has told it."""

import re


class Identity:
    """Our username, and the links that lead to the private chat with us."""

    def __init__(self, username: str = "") -> None:
        self._username = username

    def meet(self, username: str) -> None:
        """The server said who we are."""
        self._username = username

    def unnamed(self, text: str) -> str:
        """The text without our name in it."""
        if not self._username:
            return text.strip()
        return re.sub(rf"@{self._username}\b", "", text, flags=re.IGNORECASE).strip()

    def link(self, payload: str) -> str:
        """Opens our private chat and starts it with the payload: 1 to 64 of A-Z a-z 0-9 _ -."""
        return f"https://t.me/{self._username}?start={payload}"

    def group_link(self) -> str:
        """Brings us into a group of the reader's, as an administrator who may only pin."""
        return f"https://t.me/{self._username}?startgroup=board&admin=pin_messages"
