"""The documentation page and the OpenAPI document, from this package's own files: nothing comes from another host."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse, JSONResponse
from starlette.staticfiles import StaticFiles

_PAGE = Path(__file__).parent / "docs_page"
# The browser itself refuses what is not from here. Swagger UI styles elements in place and draws its icons from data.
_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


def docs_router() -> APIRouter:
    """Return the routes of the documentation itself, which the document leaves out."""
    router = APIRouter(include_in_schema=False)
    router.get("/openapi.json")(openapi)
    router.get("/docs")(page)
    return router


def docs_assets() -> StaticFiles:
    """Return the page's own files."""
    return StaticFiles(directory=_PAGE / "assets")


async def openapi(request: Request) -> Response:
    """Answer the OpenAPI document."""
    return JSONResponse(request.app.openapi(), headers={"Cache-Control": "no-cache"})


async def page() -> Response:
    """Answer the documentation page."""
    text = (_PAGE / "index.html").read_text(encoding="utf-8")
    return HTMLResponse(text, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"})
