"""What is known of the graph's soundness: looked at when it may have changed, and said with every question meanwhile."""

import time
from contextvars import Context
from threading import Lock, Thread
from typing import cast

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool

from graph.engines import Engine
from graph.errors import DamagedError, EngineError
from graph.soundness import check, check_records, check_schema

_SECONDS_SOUND = 60.0
_SECONDS_DAMAGED = 5.0


class Soundness:
    """Whether the graph of an engine is whole, and since when that is known."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._error: DamagedError | None = None
        self._known_at: float | None = None
        self._schema_at: float | None = None
        self._looking = Lock()

    @property
    def is_settled(self) -> bool:
        """Whether a question need not look: what was sound is taken to be so until Neo4j was away."""
        return self._known_at is not None and self._error is None

    def know(self, error: DamagedError | None) -> None:
        """Take what another has found a moment ago."""
        self._error, self._known_at = error, time.monotonic()

    def doubt(self, error: Exception) -> None:
        """Know nothing any more after an error that is news: Neo4j was away, or could not read its store."""
        if error is not self._error:
            self._known_at = self._schema_at = None

    def look(self) -> None:
        """Read the whole store when nothing is known of it; raise DamagedError, or EngineError when nobody can tell.

        What is known for long is looked at again beside the question, which goes by what is known.
        """
        if self._known_at is None:
            with self._looking:
                if self._known_at is None:
                    self.know(self._found())
        elif self._is_old and self._looking.acquire(blocking=False):
            Thread(target=self._renew, daemon=True).start()
        self.require()

    def look_again(self) -> None:
        """Read the graph's own records anew beside that, and its schema when it was not read of late; raise as ``look`` does."""
        self.look()
        check_records(self._engine)
        if self._schema_at is None or time.monotonic() - self._schema_at > _SECONDS_SOUND:
            self._schema_at = None
            check_schema(self._engine)
            self._schema_at = time.monotonic()

    def require(self) -> None:
        """Raise the DamagedError that is known of."""
        if self._error is not None:
            raise self._error.with_traceback(None)

    def _renew(self) -> None:
        try:
            self.know(self._found())
        except EngineError:
            self._known_at = None
        finally:
            self._looking.release()

    def _found(self) -> DamagedError | None:
        try:
            check(self._engine)
        except DamagedError as error:
            return error
        return None

    @property
    def _is_old(self) -> bool:
        age = time.monotonic() - (self._known_at or 0.0)
        return age > (_SECONDS_SOUND if self._error is None else _SECONDS_DAMAGED)


def soundness_of(app: FastAPI) -> Soundness:
    """Return what an application knows of its graph."""
    return cast("Soundness", app.state.soundness)


async def require_sound(request: Request) -> None:
    """Let nobody ask a damaged graph; raise DamagedError. Once it is known to be sound, this costs nothing."""
    known = soundness_of(cast("FastAPI", request.app))
    if not known.is_settled:
        # Apart from the question, and from its mark: whoever goes away leaves what is found to the others.
        await run_in_threadpool(Context().run, known.look)
