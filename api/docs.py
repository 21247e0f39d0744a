"""The documentation page and the OpenAPI document, from files of this machine: nothing comes from another host."""

import os
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse, JSONResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_PAGE = Path(__file__).parent / "docs_page"
# A package and its folder of files. Starlette finds it without importing it.
_SWAGGER_UI = ("fastapi_offline", "static")
# The browser itself refuses what is not from here. Swagger UI styles elements in place and draws its icons from data.
_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


def docs_router() -> APIRouter:
    """Return the routes of the documentation itself, which the document leaves out."""
    router = APIRouter(include_in_schema=False)
    router.get("/openapi.json")(openapi)
    router.get("/docs")(page)
    return router


class WholeFiles(StaticFiles):
    """Files that are sent whole, as HTTP lets a server do: a range that cannot be had would be no problem document."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return a file, its range not looked at."""
        scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"range"]
        response = super().file_response(full_path, stat_result, scope, status_code)
        del response.headers["accept-ranges"]
        return response


def docs_assets() -> WholeFiles:
    """Return the page's own files, and Swagger UI's as a package of the lock carries them."""
    return WholeFiles(directory=_PAGE / "assets", packages=[_SWAGGER_UI])


async def openapi(request: Request) -> Response:
    """Answer the OpenAPI document."""
    return JSONResponse(request.app.openapi(), headers={"Cache-Control": "no-cache"})


async def page() -> Response:
    """Answer the documentation page."""
    text = (_PAGE / "index.html").read_text(encoding="utf-8")
    return HTMLResponse(text, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"})
