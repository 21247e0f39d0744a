"""The segments of a path: an encoded slash is a part of one and parts none."""

from typing import cast
from urllib.parse import quote, unquote

from starlette.types import Scope


def routed(raw_path: bytes) -> str:
    """Return a path as routes match it: each segment decoded, but for its percent signs and slashes.

    So an encoded slash parts no segments, and what stands for one cannot be mistaken for anything else.
    """
    segments = (unquote(segment) for segment in raw_path.decode("latin-1").split("/"))
    return "/".join(segment.replace("%", "%25").replace("/", "%2F") for segment in segments)


def segment_text(segment: str) -> str:
    """Return the text of a segment of such a path."""
    return segment.replace("%2F", "/").replace("%25", "%")


def request_path(scope: Scope) -> str:
    """Return the path a request was sent to, percent-encoded in one way whatever way it came."""
    return quote(cast("str", scope["path"]), safe="/%")
