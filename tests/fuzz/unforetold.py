"""The one exclusion of the fuzzing: refusals of valid requests for a reason that no OpenAPI document can state.

Loaded by schemathesis as its hooks. A page token is sealed with the graph's own key, and two filters may contradict each
other, such as a tier and a kind that does not stand there, or a condition and a kind that lacks its property: each value alone is as documented. Such a refusal has to name
these parameters and no other, and the same request without them has to be answered; else it counts as the fault it is.
The report says how many there were.
"""

from urllib.parse import parse_qsl, urlencode

import httpx2
import schemathesis
from schemathesis import HookContext, Response
from schemathesis.core.failures import Failure
from schemathesis.openapi.checks import RejectedPositiveData

SEALED = frozenset({"page_token"})
CONTRADICTIONS = (
    frozenset({"kind", "tier"}),
    frozenset({"kind", "category"}),
    frozenset({"line"}),
    # A data set has categories of its own beside the register's.
    frozenset({"category"}),
    # What may be said of a property, and which there are to sort by, is the kind's.
    frozenset({"where"}),
    frozenset({"sort"}),
)
REFUSED = 422
ANSWERED = {200, 404}


@schemathesis.hook
def filter_failure(context: HookContext, failure: Failure, case: object, response: Response) -> bool:  # noqa: ARG001 - schemathesis's own form
    """Keep every failure but a refusal that nobody could foretell."""
    return not (isinstance(failure, RejectedPositiveData) and is_unforetold(response))


def is_unforetold(response: Response) -> bool:
    """Whether the request is answered once each parameter nobody could judge by the document is left out."""
    address, _, text = (response.request.url or "").partition("?")
    query = parse_qsl(text, keep_blank_values=True)
    status, document = response.status_code, response.json()
    while status == REFUSED:
        named = frozenset(error["name"] for error in document.get("errors", []))
        if named not in (SEALED, *CONTRADICTIONS) or not named <= {name for name, _ in query}:
            return False
        query = [(name, value) for name, value in query if name not in named]
        again = httpx2.get(f"{address}?{urlencode(query)}", timeout=60)
        status, document = again.status_code, again.json()
    return status in ANSWERED
