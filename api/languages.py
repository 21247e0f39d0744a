"""The language of an answer: the first that the request asks for and there is, else that of the server."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from words import Language, language, language_named, speaking

_SERVER = "wuji.language"
_WEIGHT = re.compile(r"q=([01](?:\.[0-9]{0,3})?)", re.IGNORECASE)


class Languages:
    """Has each request answered in the language it asks for; where it asks for none, in that of the server."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, its language spoken."""
        asked = asked_language(scope) if scope["type"] == "http" else None
        if asked is None:
            await self._app(scope, receive, send)
            return
        own = language()
        with speaking(asked):
            await self._app({**scope, _SERVER: own}, receive, send)


def asked_language(scope: Scope) -> Language | None:
    """Return the language that ``Accept-Language`` weighs most of those there are, ``None`` where it names none of them."""
    named = b",".join(value for name, value in scope["headers"] if name == b"accept-language")
    weights: dict[Language, float] = {}
    for part in named.decode("latin-1").split(","):
        tag, *parameters = (piece.strip() for piece in part.split(";"))
        found = language_named(tag)
        if found is not None:
            weights[found] = max(weights.get(found, 0.0), _weight(parameters))
    # Of equal ones the first that is named: a dict keeps their order.
    best = max(weights, key=lambda one: weights[one], default=None)
    return best if best is not None and weights[best] > 0 else None


def _weight(parameters: list[str]) -> float:
    weight = next((found[1] for one in parameters if (found := _WEIGHT.fullmatch(one))), "1")
    return float(weight)


def in_own_language(scope: Scope, words: object) -> str:
    """Return what is said within a request as the server's own log has it."""
    with speaking(scope.get(_SERVER, language())):
        return str(words)


def language_headers() -> dict[str, str]:
    """Return what an answer carries that differs by language: which it is in, and that another may ask for another."""
    return {"Content-Language": language().value, "Vary": "Accept-Language"}
