"""What there is at all: the answer to who asks the address alone."""

import re
from collections.abc import Mapping
from html import escape

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from api.languages import language_headers
from words import Said, language, said

# A page of ours without a script, a style or a picture.
_PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>wuji</title></head>
<body>
<h1>wuji</h1>
<p>{summary}</p>
<ul>
{links}
</ul>
</body>
</html>
"""
_PAGES_OF_DOCUMENTATION = (
    ("/docs", said("The reference of the API, to try out")),
    ("/openapi.json", said("The same for programs, as an OpenAPI document")),
)


SUMMARY = said("A city's five-level grassroots organisation as a knowledge graph")
ROUTES: Mapping[str, Said] = {
    "list_orgs": said("Party organisations, filtered"),
    "list_areas": said("Areas, filtered"),
    "list_alliances": said("Alliances, filtered"),
    "list_units": said("Units, filtered"),
    "list_entities": said("Any kind, filtered"),
    "list_reconciliation": said("Published and counted"),
    "get_vocabulary": said("Every kind and relationship"),
    "get_live": said("The program runs"),
    "get_ready": said("The graph is loaded and answers"),
}
"""What each route answers that can be asked as it is, by the id of its operation; in English as the document has it."""


class EntryPoint(BaseModel):
    """An address to begin at, and what it answers."""

    path: str
    summary: str


class Entrance(BaseModel):
    """What this program is, and each address that can be asked without knowing an id."""

    name: str
    summary: str
    entry_points: list[EntryPoint]


def entrance_router() -> APIRouter:
    """Return the route of the address alone."""
    router = APIRouter(tags=["entrance"])
    router.get("/", response_model=Entrance, operation_id="get_entrance", summary="What there is")(entrance)
    return router


async def entrance(request: Request) -> Response:
    """Answer the addresses to begin at; to who prefers HTML, as a browser does, as a page with links."""
    points = _entry_points(request)
    found = Entrance(name="wuji", summary=str(SUMMARY), entry_points=points)
    headers = {"Cache-Control": "no-cache", **language_headers(), "Vary": "Accept, Accept-Language"}
    if not _prefers_html(",".join(request.headers.getlist("accept"))):
        return Response(found.model_dump_json(), headers=headers, media_type="application/json")
    links = "\n".join(
        f'<li><a href="{escape(point.path)}">{escape(point.path)}</a>: {escape(point.summary)}</li>' for point in points
    )
    return Response(
        _PAGE.format(language=language(), summary=escape(found.summary), links=links),
        headers=headers,
        media_type="text/html",
    )


def _entry_points(request: Request) -> list[EntryPoint]:
    """Return the pages of the documentation, and of its routes those that can be asked as they are."""
    shown = [EntryPoint(path=path, summary=str(summary)) for path, summary in _PAGES_OF_DOCUMENTATION]
    for path, operations in request.app.openapi()["paths"].items():
        operation = operations["get"]
        if path != "/" and not any(parameter["required"] for parameter in operation.get("parameters", [])):
            shown.append(EntryPoint(path=path, summary=str(ROUTES.get(operation["operationId"], operation["summary"]))))
    return shown


def _prefers_html(accept: str) -> bool:
    """Return whether HTML is named, and no JSON before it; ``*/*`` alone, as programs send it, names nothing."""
    weights: dict[str, float] = {}
    for part in accept.lower().split(","):
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        said = [found[1] for one in parameters if (found := re.fullmatch(r"q=([01](?:\.[0-9]{0,3})?)", one))]
        weights[media_type] = float(said[0]) if said else 1.0
    html = max(weights.get("text/html", 0), weights.get("application/xhtml+xml", 0))
    return html > 0 and html >= weights.get("application/json", 0)
