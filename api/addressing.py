"""What a request is addressed to, looked at before any route: the Host, the form of the target, the segments of the path."""

import re
from typing import cast
from urllib.parse import quote

from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import FOREIGN_HOST
from api.hosts import OwnHosts
from api.problems import problem_response
from api.segments import request_path, routed
from words import Said, said

_ABSOLUTE = re.compile(rb"(?i:https?)://(?P<authority>[^/]*)(?P<path>/.*)?")


class Addressing:
    """Refuses a Host that is not ours, and gives routes a path whose segments are those that were sent.

    Without ``hosts`` any Host will do: whoever asks an application in its own process goes by no name.
    """

    def __init__(self, app: ASGIApp, hosts: OwnHosts | None) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to its route, or answer that it is meant for another host."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # X-Forwarded-Host and its like are looked at by nobody: whoever sends a request may write anything there.
        named = [value for name, value in scope["headers"] if name == b"host"]
        raw = cast("bytes | None", scope.get("raw_path")) or quote(cast("str", scope["path"])).encode()
        absolute = _ABSOLUTE.fullmatch(raw)
        if absolute is not None:
            # As one asks a proxy. The target goes before the Host (RFC 9112, 3.2.2); here both must be ours.
            named.append(absolute["authority"])
            raw = absolute["path"] or b"/"
        asked = {**scope, "path": routed(raw), "raw_path": raw}
        foreign = self._foreign(scope, named, is_absolute=absolute is not None)
        if foreign is not None:
            refusal = problem_response(FOREIGN_HOST, foreign, instance=request_path(asked))
            await refusal(asked, receive, send)
            return
        await self._app(asked, receive, send)

    def _foreign(self, scope: Scope, named: list[bytes], *, is_absolute: bool) -> Said | None:
        """Return what to do about a Host that is not ours, ``None`` where it is."""
        if self._hosts is None:
            return None
        server = cast("tuple[str, int | None] | None", scope.get("server"))
        if len(named) != 1 + is_absolute:
            return said("Say in one Host header whom the request is for, such as 127.0.0.1.")
        for host in named:
            authority = host.decode("latin-1")
            if not self._hosts.include(authority, local=server[0] if server else None):
                return _unknown(authority)
        return None


def _unknown(authority: str) -> Said:
    # What was sent is shown as it is only where it is plain text, and never at length.
    shown = authority if len(authority) <= 64 else f"{authority[:61]}..."
    return said(
        "Nothing answers here under the name {name!r}. Ask it at 127.0.0.1 or localhost, or name this one in "
        "WUJI_ALLOWED_HOSTS where wuji is started.",
        name=shown,
    )
