"""The server around the application: uvicorn, as it is set up here, in tests as well."""

import socket

import uvicorn
from starlette.types import ASGIApp

from api.crowd import ACCEPTED_AT_ONCE
from api.protocol import HttpProtocol
from api.serving import BACKLOG

_SHUTDOWN_SECONDS = 10


class ApiServer(uvicorn.Server):
    """uvicorn's own, which accepts few connections at a time and lets many wait for it."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen; asyncio takes one number for how many may wait and for how many are accepted before it looks at any."""
        await super().startup(sockets)
        for listener in sockets or []:
            listener.listen(BACKLOG)


def api_server(app: ASGIApp, protocol: type[HttpProtocol] = HttpProtocol) -> ApiServer:
    """Return what serves an application."""
    return ApiServer(
        uvicorn.Config(
            app,
            http=protocol,
            # No route speaks it, and a library that happens to be installed is no reason to.
            ws="none",
            access_log=False,
            # The program that serves decides how its log looks: uvicorn's own setting of loggers is left out.
            log_config=None,
            log_level="warning",
            server_header=False,
            # Nobody's word is taken for another's address.
            proxy_headers=False,
            backlog=ACCEPTED_AT_ONCE,
            timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
        )
    )
