"""What routes are given: the engine, what is asked, and which page of it."""

from dataclasses import dataclass
from typing import Annotated, TypeVar, cast

from fastapi import Depends, FastAPI, Header, Request, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from api.conditional import graph_headers, is_current, is_repeated, torn_headers
from api.errors import MovedError, NotModifiedError
from api.paging import Seal, listing, place
from api.parameters import DEFAULT_PAGE_SIZE, PageSize, PageToken, Sort
from api.segments import request_path
from api.soundness import require_sound
from graph.engines import Engine
from graph.pages import Page, Paging
from graph.readings import Reading
from graph.revision import revision
from graph.rows import Revision

M = TypeVar("M", bound=BaseModel)


# The dependencies are async: looking at a request costs no change of thread. Those that ask the graph, for a tag or a page
# token, await a thread that does.
async def engine(request: Request) -> Engine:
    """Return the engine the application was made with; raise DamagedError when its graph is known to be damaged."""
    await require_sound(request)
    return cast("FastAPI", request.app).state.engine


GraphEngine = Annotated[Engine, Depends(engine)]


@dataclass(frozen=True, slots=True)
class Question:
    """A request about the graph, and how it is answered: ``target`` is its path and query, ``version`` the release.

    ``is_repeated`` when it is asked a second time, since the graph moved while the answer was read.
    """

    engine: Engine
    target: str
    version: str
    is_repeated: bool

    def headers(self, revision: Revision) -> dict[str, str]:
        """Return what an answer of that revision carries."""
        return graph_headers(revision, version=self.version, target=self.target)

    def answer(self, reading: Reading[M]) -> Response:
        """Return the answer to what was read. The rows were checked when they were read and are not checked again.

        Where the graph has moved since its revision was read, some rows may be of before and some of after: raise
        MovedError the first time, and give the answer a weak tag, which nothing will find current, the second.
        """
        headers = self.headers(reading.revision)
        if revision(self.engine).seq != reading.revision.seq:
            if not self.is_repeated:
                raise MovedError("The graph moved while it was read.")
            headers = torn_headers(headers)
        return Response(reading.value.model_dump_json(), headers=headers, media_type="application/json")


async def question(
    request: Request,
    engine: GraphEngine,
    if_none_match: Annotated[
        str | None,
        Header(alias="If-None-Match", description="Tags of the copies the client has, separated by commas; or *."),
    ] = None,
) -> Question:
    """Return what is asked; raise NotModifiedError when the client has a copy and it is current: no data is read then."""
    query = cast("bytes", request.scope["query_string"]).decode("latin-1")
    target = f"{request_path(request.scope)}?{query}"
    asked = Question(engine, target, cast("FastAPI", request.app).version, is_repeated(request.scope))
    if if_none_match is not None:
        headers = asked.headers(await run_in_threadpool(revision, engine))
        if is_current(",".join(request.headers.getlist("if-none-match")), headers["ETag"]):
            raise NotModifiedError(headers)
    return asked


Asked = Annotated[Question, Depends(question)]


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """A question whose answer is a list, and which page of it; ``place`` binds the token of the next to this list."""

    asked: Question
    paging: Paging
    place: str

    @property
    def engine(self) -> Engine:
        """The engine that answers."""
        return self.asked.engine

    def answer(self, model: type[M], reading: Reading[Page[object]]) -> Response:
        """Return a page in the envelope of its list."""
        return self.asked.answer(
            reading.map(lambda page: listing(model, page, Seal(reading.revision.token_key, self.place)))
        )


async def page_question(
    request: Request,
    asked: Asked,
    page_size: PageSize = DEFAULT_PAGE_SIZE,
    page_token: PageToken = None,
    sort: Sort = None,
) -> PageQuestion:
    """Return which page is asked for; raise ParameterError for a token that is not of this list."""
    path = cast("str", request.scope["path"])
    here = place(path, request.query_params.multi_items())
    after = None
    if page_token is not None:
        stands = await run_in_threadpool(revision, asked.engine)
        after = Seal(stands.token_key, here).opened(page_token)
    return PageQuestion(asked, Paging(page_size, after, sort or ()), here)


AskedPage = Annotated[PageQuestion, Depends(page_question)]
