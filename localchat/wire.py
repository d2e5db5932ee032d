"""The Bot API as it travels: JSON objects, and the refusals as Telegram words them."""

from typing import Any, NoReturn

# Any: the values are JSON of a foreign API; tests hold them against its official types.
Wire = dict[str, Any]


class ApiError(Exception):
    """A call that Telegram would refuse, with the code and the words it would use."""

    def __init__(self, code: int, description: str, parameters: Wire | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> Wire:
        """The refusal as it is answered: ok, error_code, description, parameters if any."""
        answer: Wire = {"ok": False, "error_code": self.code, "description": self.description}
        return {**answer, "parameters": self.parameters} if self.parameters else answer


def refuse(why: str) -> NoReturn:
    """Raise ApiError 400 with Telegram's prefix."""
    raise ApiError(400, f"Bad Request: {why}")


def forbid(why: str) -> NoReturn:
    """Raise ApiError 403 with Telegram's prefix."""
    raise ApiError(403, f"Forbidden: {why}")


def not_found() -> ApiError:
    """404, the answer to paths and methods that are not served."""
    return ApiError(404, "Not Found")


def unauthorized() -> ApiError:
    """401, the answer to a token that is not ours."""
    return ApiError(401, "Unauthorized")


def too_large() -> ApiError:
    """413, the answer to uploads over the limit."""
    return ApiError(413, "Request Entity Too Large")


def utf16_units(text: str) -> int:
    """The length of a text as Telegram counts it: an emoji counts two."""
    return len(text.encode("utf-16-le")) // 2
