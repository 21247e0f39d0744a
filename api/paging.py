"""Pages of a list over HTTP: the envelope's token says where the next page begins, sealed with the graph's own key."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar, cast

from pydantic import BaseModel

from api.errors import Fault, ParameterError
from graph.pages import Key, Page
from words import said

M = TypeVar("M", bound=BaseModel)

_MAC_BYTES = 16
_PAGING_PARAMETERS = frozenset({"page_size", "page_token"})


@dataclass(frozen=True, slots=True)
class Seal:
    """Makes and opens the tokens of one list: ``key`` is the graph's own, ``place`` the list's path and filters."""

    key: str
    place: str

    def token(self, after: Key) -> str:
        """Return the token of the page that begins after the item with that key."""
        return self._sealed(json.dumps(after, ensure_ascii=False).encode())

    def opened(self, token: str) -> Key:
        """Return the key in a token; raise ParameterError when it was not made for this list."""
        try:
            content = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))[_MAC_BYTES:]
        except ValueError as error:
            raise _foreign() from error
        # Made anew and compared whole: another spelling of the same bytes is no token of ours either.
        if not hmac.compare_digest(self._sealed(content).encode(), token.encode()):
            raise _foreign()
        return cast("Key", tuple(json.loads(content)))

    def _sealed(self, content: bytes) -> str:
        mac = hmac.digest(self.key.encode(), self.place.encode() + b"\n" + content, hashlib.sha256)
        return base64.urlsafe_b64encode(mac[:_MAC_BYTES] + content).decode().rstrip("=")


def listing(model: type[M], page: Page[object], seal: Seal) -> M:
    """Return a page in the envelope of its list."""
    token = None if page.after is None else seal.token(page.after)
    # The rows were checked when they were read.
    return model.model_construct(items=page.items, total=page.total, next_page_token=token)


def place(path: str, query: Iterable[tuple[str, str]]) -> str:
    """Return what a token is bound to: the list's path and its filters, in whatever order they were given."""
    return json.dumps([path, sorted((name, value) for name, value in query if name not in _PAGING_PARAMETERS)])


def _foreign() -> ParameterError:
    message = said("This token is not of this list. Take next_page_token from the page before and keep its filters.")
    return ParameterError(Fault("query", "page_token", message))
