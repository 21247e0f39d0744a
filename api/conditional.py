"""Which answers a client may keep: a strong ETag over the graph's revision and the URL, and 304 for a current copy."""

import hashlib
import hmac
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import NOT_MODIFIED, MovedError
from graph.rows import Revision

REVISION_HEADER = "X-Graph-Revision"
_REPEATED = "wuji.repeated"
_TAG = re.compile(r'(?:W/)?("[^"]*")')


def graph_headers(revision: Revision, *, version: str, target: str) -> dict[str, str]:
    """Return the headers of an answer that speaks for the graph: two graphs, releases or URLs never share a tag."""
    said = f"{version}\n{revision.seq}\n{target}"
    tag = hmac.digest(revision.token_key.encode(), said.encode(), hashlib.sha256).hex()[:32]
    # A client may keep an answer and asks each time whether it still stands; a cache shared by people may not keep it.
    return {REVISION_HEADER: str(revision.seq), "ETag": f'"{tag}"', "Cache-Control": "private, no-cache"}


def torn_headers(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers of an answer that may be of two revisions: the tag is weak, and no tag that is ever compared."""
    torn = hashlib.sha256(headers["ETag"].encode()).hexdigest()[:32]
    return {**headers, "ETag": f'W/"{torn}"'}


def is_repeated(scope: Scope) -> bool:
    """Return whether a request is asked a second time."""
    return scope.get(_REPEATED, False)


def is_current(if_none_match: str, tag: str) -> bool:
    """Return whether a list of tags names this one, by the weak comparison that GET asks for."""
    return tag in _TAG.findall(if_none_match)


class OnceMore:
    """Asks a question a second time when the graph moved while its answer was read; nothing was sent by then."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and again if need be."""
        try:
            # Routing writes into the scope, so each time gets its own.
            await self._app({**scope}, receive, send)
        except MovedError:
            await self._app({**scope, _REPEATED: True}, receive, send)


class AnyCopy:
    """Answers ``If-None-Match: *`` with 304 where there is an answer at all.

    A tag is compared before the data is read, since no client can hold one of an error. ``*`` claims nothing of the
    kind, so what the route answers must be known first.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and say 304 for a 200 that carries a tag when any copy will do."""
        if scope["type"] != "http" or Headers(scope=scope).get("if-none-match", "").strip() != "*":
            await self._app(scope, receive, send)
            return
        dropped = False

        async def answer(message: Message) -> None:
            nonlocal dropped
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                dropped = message["status"] == 200 and REVISION_HEADER in headers
                if dropped:
                    message["status"] = int(NOT_MODIFIED)
                    del headers["content-length"], headers["content-type"]
            elif dropped:
                message["body"] = b""
            await send(message)

        await self._app(scope, receive, answer)
