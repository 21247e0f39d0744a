"""Writes the examples of the OpenAPI document: ``python -m api.examples 127.0.0.1:8000``, from a wuji that holds mini.

Each is what the running program answers, word for word; a test holds every one to what the routes answer now. What is
asked stands in the file itself: to add one, write what it ``shows``, its percent-encoded ``request`` and any ``answer``.
"""

import argparse
import json
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path

from api.openapi import EXAMPLES, Json, examples


def recorded(host: str) -> list[Json]:
    """Return the committed examples as the program at a host and port answers each now."""
    return [
        {"shows": example.shows, "request": example.request, "answer": _answer(host, example.request)}
        for example in examples()
    ]


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
