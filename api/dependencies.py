"""What routes are given: the engine, where the graph stands, and which page is asked for."""

from typing import Annotated, cast
from urllib.parse import quote

from fastapi import Depends, FastAPI, Header, Request, Response

from api.conditional import graph_headers, is_current
from api.errors import NotModifiedError
from api.paging import Pager, Seal, place
from api.parameters import DEFAULT_PAGE_SIZE, PageSize, PageToken
from graph.engines import Engine
from graph.pages import Paging
from graph.revision import revision
from graph.rows import Revision


# The dependencies that only look at the request are async: they never wait, and so cost no change of thread.
async def engine(request: Request) -> Engine:
    """Return the engine the application was made with."""
    return cast("FastAPI", request.app).state.engine


GraphEngine = Annotated[Engine, Depends(engine)]


def standing(
    request: Request,
    response: Response,
    engine: GraphEngine,
    if_none_match: Annotated[
        list[str] | None, Header(alias="If-None-Match", description="Tags of the copies the client has.")
    ] = None,
) -> Revision:
    """Read where the graph stands, before any data; raise NotModifiedError when the client's copy is current."""
    found = revision(engine)
    query = cast("bytes", request.scope["query_string"]).decode("latin-1")
    target = f"{quote(cast('str', request.scope['path']))}?{query}"
    headers = graph_headers(found, version=cast("FastAPI", request.app).version, target=target)
    if is_current(",".join(if_none_match or []), headers["ETag"]):
        raise NotModifiedError(headers)
    response.headers.update(headers)
    return found


Standing = Annotated[Revision, Depends(standing)]


async def pager(
    request: Request, standing: Standing, page_size: PageSize = DEFAULT_PAGE_SIZE, page_token: PageToken = None
) -> Pager:
    """Return which page is asked for; raise ParameterError for a token that is not of this list."""
    path = cast("str", request.scope["path"])
    seal = Seal(standing.token_key, place(path, request.query_params.multi_items()))
    after = None if page_token is None else seal.opened(page_token)
    return Pager(Paging(page_size, after), seal)


Pages = Annotated[Pager, Depends(pager)]
