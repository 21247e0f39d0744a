"""HEAD, answered as GET without its body on every route."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadRequests:
    """Has a HEAD request answered by the route of its GET; the headers stay, the body is dropped."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, a HEAD one as a GET."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, answer)
