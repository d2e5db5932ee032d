"""The parameters of one call, wherever they stood: query, form, JSON or multipart body."""

import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from localchat.files import UPLOAD_LIMIT, Upload, upload
from localchat.wire import Wire, refuse, too_large

_ESCAPES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")
BODY_ROOM = 1 << 20  # what a multipart body may hold beside the file


class Params:
    """Named values; texts in a form and values in a JSON body read the same."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Whether the caller gave this parameter at all."""
        return name in self._values

    def text(self, name: str) -> str:
        """The value as text; empty if it was not given."""
        value = self._values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        """The value as a whole number; what is not one counts as not given, as at Telegram."""
        try:
            return int(self._values.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """Whether the value says yes."""
        return self.text(name).lower() in {"true", "1", "yes"}

    def json(self, name: str, default: Any) -> Any:  # noqa: ANN401 - any JSON value
        """The JSON value, decoded if it came as text; raises ApiError 400 if it is not JSON."""
        value = self._values.get(name)
        if value in (None, ""):
            return default
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            refuse(f"can't parse {name} JSON object")

    def object(self, name: str) -> Wire:
        """The JSON object, empty if it was not given; raises ApiError 400 for anything else."""
        value = self.json(name, {})
        if not isinstance(value, dict):
            refuse(f"object expected as {name}")
        return value

    def within(self, name: str) -> "Params":
        """What a JSON object among them holds, with the files of the whole call."""
        return Params({**self._values, **self.object(name)})

    def upload(self, name: str) -> Upload | None:
        """The file given under a name, or under the name that attach:// points to."""
        value = self._values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self._values.get(value.removeprefix("attach://"))
        return value if isinstance(value, Upload) else None


async def read_params(request: Request) -> Params:
    """Everything one request carries; raises ApiError 413 if it is over the upload limit."""
    if int(request.headers.get("content-length", "0")) > UPLOAD_LIMIT + BODY_ROOM:
        raise too_large()
    query = _form(request.scope["query_string"])
    if request.method == "GET":
        return Params(query)
    return Params({**query, **await _body(request)})


async def _body(request: Request) -> Mapping[str, Any]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    match kind:
        case "application/json":
            return _json_object(await request.body())
        case "multipart/form-data":
            return await _multipart(request)
        case _:
            return _form(await request.body())


def _form(body: bytes) -> Mapping[str, str]:
    """Named values of a form; urllib's parser takes most of a call's time for Chinese texts."""
    pairs = (pair.partition(b"=") for pair in body.split(b"&") if pair)
    return {_decoded(name): _decoded(value) for name, _, value in pairs}


def _decoded(quoted: bytes) -> str:
    return _ESCAPES.sub(_bytes, quoted.replace(b"+", b" ")).decode(errors="replace")


def _bytes(run: re.Match[bytes]) -> bytes:
    return bytes.fromhex(run.group().replace(b"%", b"").decode())


def _json_object(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        refuse("can't parse JSON object")
    if not isinstance(value, dict):
        refuse("object expected as a request")
    return value


async def _multipart(request: Request) -> Mapping[str, Any]:
    try:
        async with request.form() as form:
            return {name: await _part(value) for name, value in form.items()}
    except MultiPartException:
        refuse("can't parse multipart body")


async def _part(value: UploadFile | str) -> Upload | str:
    if isinstance(value, str):
        return value
    return upload(value.filename or "file", await value.read(), value.content_type)
