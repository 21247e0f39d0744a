"""The headers every answer carries, errors among them: what a browser may do with it, which is as little as possible."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CAREFUL_HEADERS = {
    # An answer is of the type it says, and no script by looking like one.
    "X-Content-Type-Options": "nosniff",
    # A page of another origin loads none of it, as an image or a script either.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    # A page that needs more says its own.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    # An address may hold an id or a name that was searched for.
    "Referrer-Policy": "no-referrer",
}


class CarefulHeaders:
    """Has every answer of the application carry these headers, but for those it says otherwise itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add to the head of its answer."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in CAREFUL_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, answer if scope["type"] == "http" else send)
