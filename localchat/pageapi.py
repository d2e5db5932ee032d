"""The page's side over HTTP: its files, what it shows, the stream of changes, what people do."""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from localchat import pageview
from localchat.exchange import Exchange
from localchat.pageacts import ACTS
from localchat.params import read_params
from localchat.places import ActRefused, Place
from localchat.wire import ApiError

PAGE = Path(__file__).parent / "page"
HISTORY = 60
STATIC = {"/": "index.html", "/style.css": "style.css"}
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
SHOWN_KINDS = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
GUARDS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def page_app(exchange: Exchange, zone: str) -> Starlette:
    """The page and its little API."""
    page = _Page(exchange, ZoneInfo(zone))
    return Starlette(
        routes=[
            Route("/api/state", page.state),
            Route("/api/older", page.older),
            Route("/api/events", page.events),
            Route("/api/files/{file_id}", page.file),
            Route("/api/clock", page.clock, methods=["POST"]),
            Route("/api/{act}", page.act, methods=["POST"]),
            Route("/{name:path}", _static),
        ],
    )


class _Page:
    def __init__(self, exchange: Exchange, zone: ZoneInfo) -> None:
        self._exchange = exchange
        self._zone = zone

    async def state(self, request: Request) -> Response:
        place = _place(self._exchange, request.query_params)
        view = pageview.view(self._exchange, place, self._zone, HISTORY)
        return JSONResponse(view, headers=GUARDS)

    async def older(self, request: Request) -> Response:
        place = _place(self._exchange, request.query_params)
        before = int(request.query_params["before"])
        found = self._exchange.messages.latest(place.chat, HISTORY, before)
        return JSONResponse({"messages": found}, headers=GUARDS)

    async def events(self, _request: Request) -> Response:
        headers = {**GUARDS, "X-Accel-Buffering": "no"}
        return StreamingResponse(self._lines(), media_type="text/event-stream", headers=headers)

    async def file(self, request: Request) -> Response:
        try:
            record = self._exchange.files.find(request.path_params["file_id"])
        except ApiError:
            return Response(status_code=404)
        shown = record.mime in SHOWN_KINDS and "download" not in request.query_params
        headers = {**GUARDS, "Content-Disposition": "inline" if shown else "attachment"}
        kind = record.mime if shown else "application/octet-stream"
        return Response(self._exchange.files.content(record.id), media_type=kind, headers=headers)

    async def clock(self, request: Request) -> Response:
        params = await read_params(request)
        clock = self._exchange.clock
        if params.has("stop"):
            clock.stop()
        elif params.has("shift"):
            await clock.travel(timedelta(seconds=params.number("shift")))
        elif params.has("moment"):
            moment = datetime.fromisoformat(params.text("moment"))
            await clock.travel(moment.replace(tzinfo=self._zone) - clock())
        else:
            await clock.travel(-clock.offset)
        shown = pageview.clock_view(clock, self._zone)
        self._exchange.watch.tell_pages({"kind": "clock", "clock": shown})
        return JSONResponse(shown, headers=GUARDS)

    async def act(self, request: Request) -> Response:
        act = ACTS.get(request.path_params["act"])
        if act is None:
            return Response(status_code=404)
        try:
            params = await read_params(request)
            return JSONResponse(act(self._exchange, params), headers=GUARDS)
        except ActRefused as refused:
            return JSONResponse({"why": refused.why}, 409, headers=GUARDS)
        except ApiError as refusal:
            return JSONResponse({"why": refusal.description}, refusal.code, headers=GUARDS)

    async def _lines(self) -> AsyncIterator[str]:
        with self._exchange.watch.stream() as stream:
            yield 'data: {"kind": "hello"}\n\n'
            while (event := await stream.next()) is not None:
                yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"


async def _static(request: Request) -> Response:
    path = "/" + request.path_params["name"]
    name = STATIC.get(path, path.removeprefix("/"))
    file = PAGE / name
    if file.parent != PAGE or file.suffix not in KINDS or not file.is_file():
        return Response(status_code=404)
    return Response(file.read_bytes(), media_type=KINDS[file.suffix], headers=GUARDS)


def _place(exchange: Exchange, values: Mapping[str, str]) -> Place:
    """Who looks at which chat: the first person, and the private chat, where that cannot be."""
    asked = int(values.get("person", "0"))
    person = asked if asked in exchange.people else next(iter(exchange.people))
    chat = int(values.get("chat", "0"))
    mine = {one.id for one in exchange.chats_of(person)}
    return Place(person, chat if chat in mine else person)
