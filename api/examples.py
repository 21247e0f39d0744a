"""Writes the examples of the OpenAPI document: ``python -m api.examples 127.0.0.1:8000``, from a wuji that holds mini.

Each is what the running program answers, word for word; a test holds every one to what the routes answer now.
"""

import argparse
import json
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from api.openapi import EXAMPLES, Json

# What each operation, and each kind of problem, is shown with: addresses that exist in mini and answer briefly.
REQUESTS = {
    "list_orgs": "/v1/orgs?kind=CommunityOrg&area_id=220202006000",
    "get_org": "/v1/orgs/D220202006001",
    "list_org_children": "/v1/orgs/D220202006000/children",
    "list_org_ancestors": "/v1/orgs/D220202006001/ancestors",
    "list_org_descendants": "/v1/orgs/D220200000000/descendants?max_depth=2",
    "get_org_tree": "/v1/orgs/D220200000000/tree?max_depth=2",
    "get_org_counts": "/v1/orgs/D220202006000/counts",
    "list_org_alliances": "/v1/orgs/D220202006001/alliances",
    "list_areas": "/v1/areas?kind=Neighbourhood&q=社区",
    "get_area": "/v1/areas/220202006001",
    "list_area_children": "/v1/areas/220202006000/children",
    "list_area_ancestors": "/v1/areas/220202006001/ancestors",
    "list_area_descendants": "/v1/areas/220200000000/descendants?max_depth=2",
    "get_area_tree": "/v1/areas/220200000000/tree?max_depth=2",
    "get_area_counts": "/v1/areas/220202006000/counts",
    "list_alliances": "/v1/alliances?level=street",
    "get_alliance": "/v1/alliances/A060",
    "list_alliance_members": "/v1/alliances/A061/members",
    "list_units": "/v1/units?category=department&line=公安",
    "get_unit": "/v1/units/U0014",
    "list_unit_alliances": "/v1/units/U0014/alliances",
    "get_entity": "/v1/entities/D220202006000",
    "get_entity_neighbours": "/v1/entities/D220202006001/neighbours?types=COVERS,LEADS",
    "list_reconciliation": "/v1/reconcile",
    "get_live": "/healthz/live",
    "get_ready": "/healthz/ready",
    "NotFound": "/v1/orgs/D000000000000",
    "InvalidRequest": "/v1/orgs?kind=Street&tier=two",
}


def recorded(host: str) -> list[Json]:
    """Return the examples as the program at a host and port answers each now."""
    requests = {shows: quote(request, safe="/?&=,") for shows, request in REQUESTS.items()}
    return [{"shows": shows, "request": path, "answer": _answer(host, path)} for shows, path in requests.items()]


def _answer(host: str, request: str) -> Json:
    connection = HTTPConnection(host)
    connection.request("GET", request)
    answer: Json = json.load(connection.getresponse())
    connection.close()
    return answer


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the examples anew."""
    parser = argparse.ArgumentParser(prog="python -m api.examples", description="Write the examples anew.")
    parser.add_argument("host", help="where a wuji that holds mini answers, such as 127.0.0.1:8000")
    parser.add_argument("--to", type=Path, default=EXAMPLES, help="the file to write (default: the one in api/)")
    chosen = parser.parse_args(arguments)
    chosen.to.write_text(json.dumps(recorded(chosen.host), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
