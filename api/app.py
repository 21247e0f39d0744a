"""The application: routers, errors and documentation around one engine."""

from importlib.metadata import version

from fastapi import Depends, FastAPI
from starlette.types import ASGIApp

from api.addressing import Addressing
from api.alliances import alliances_router
from api.areas import areas_router
from api.conditional import AnyCopy, OnceMore
from api.docs import docs_assets, docs_router
from api.entities import entities_router
from api.entrance import entrance_router
from api.fairness import Fairness
from api.headers import CarefulHeaders
from api.heads import HeadRequests
from api.health import Readiness, health_router
from api.hosts import OwnHosts
from api.languages import Languages
from api.openapi import Json, completed
from api.orgs import orgs_router
from api.paths import paths_router
from api.problems import add_error_handlers
from api.reconcile import reconcile_router
from api.search import search_router
from api.soundness import Soundness
from api.strictness import documented_parameters, only_known_parameters
from api.units import units_router
from api.vocabulary import vocabulary_router
from graph.engines import Engine

_DESCRIPTION = """\
Ask about a city's five-level grassroots organisation: Party organisations (`orgs`), the territory they cover (`areas`),
the alliances they lead (`alliances`) and the units that belong to them (`units`). `search` finds any of these by what people
call it; `paths` shows how two are joined.

Lists come in pages: `{"items": [...], "total": n, "next_page_token": "…" or null}`. Errors are problem documents
(RFC 9457) that say what to do. An answer carries the graph's revision and a tag; sent back as `If-None-Match`, the tag is
answered with 304 while nothing has changed. What a request says and a route does not know is refused, never ignored.
HEAD is answered wherever GET is.
"""

_TAGS = [
    {"name": "orgs", "description": "Party organisations: the five-level chain and the committees above it."},
    {"name": "areas", "description": "Territory, from the city down to a building."},
    {"name": "alliances", "description": "Alliances, leading groups, and the units that belong to them."},
    {"name": "units", "description": "Every body outside the chain, whatever parts it plays."},
    {"name": "entities", "description": "Entities of any kind, one by its id, and how two are joined."},
    {"name": "search", "description": "Anything by what people call it."},
    {"name": "reconcile", "description": "The published figures beside what the graph counts."},
    {"name": "vocabulary", "description": "What there can be: kinds, their properties, and what joins them."},
    {"name": "entrance", "description": "Where to begin."},
    {"name": "health", "description": "Whether the program runs, and whether it can answer."},
]


class Application(FastAPI):
    """FastAPI with a complete document of itself."""

    def openapi(self) -> Json:
        """Return the OpenAPI document, made once all routes are there."""
        if self.openapi_schema is None:
            self.openapi_schema = completed(super().openapi())
        return self.openapi_schema

    def build_middleware_stack(self) -> ASGIApp:
        """Return what a request goes through; these three stand around all else, answers to unforeseen errors included."""
        return Languages(CarefulHeaders(Addressing(super().build_middleware_stack(), self.state.hosts)))


def create_app(engine: Engine, *, hosts: OwnHosts | None = None) -> FastAPI:
    """Return the application that answers from an engine; whoever opened the engine closes it.

    It answers under the names in ``hosts`` alone, under any where there are none.
    """
    app = _bare()
    app.state.hosts = hosts
    app.state.engine = engine
    app.state.soundness = Soundness(engine)
    app.state.fairness = Fairness(engine)
    app.state.readiness = Readiness(engine, app.state.soundness)
    # The one added first stands innermost.
    app.add_middleware(OnceMore)
    app.add_middleware(AnyCopy)
    app.add_middleware(HeadRequests)
    add_error_handlers(app)
    for made in (
        orgs_router,
        areas_router,
        alliances_router,
        units_router,
        entities_router,
        paths_router,
        search_router,
        reconcile_router,
        vocabulary_router,
        health_router,
        docs_router,
        entrance_router,
    ):
        app.include_router(made())
    app.mount("/docs/assets", docs_assets())
    app.state.documented_parameters = documented_parameters(app)
    return app


def _bare() -> Application:
    return Application(
        title="wuji",
        version=version("wuji"),
        summary="A city's five-level grassroots organisation as a knowledge graph",
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_tags=_TAGS,
        # Both come from this package's own routes, the page without a CDN.
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(only_known_parameters)],
        # What reports to another host is switched on by nobody's environment.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
