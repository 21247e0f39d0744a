"""What the address alone answers: where to begin, for programs and in a browser."""

import re

import pytest
from fastapi.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    "accept",
    [
        "*/*",
        "application/json",
        "",
        "text/plain",
        "text/html;q=0",
        "text/html;q=0.5, application/json",
        "application/json, text/html;q=0.9",
    ],
)
def test_a_program_is_told_each_address_it_can_ask(client: TestClient, accept: str) -> None:
    response = client.get("/", headers={"Accept": accept})

    assert response.headers["content-type"] == "application/json"
    assert response.headers["vary"] == "Accept, Accept-Language"
    paths = [point["path"] for point in response.json()["entry_points"]]
    assert {"/docs", "/openapi.json", "/v1/orgs", "/v1/areas", "/v1/vocabulary", "/healthz/ready"} <= {*paths}
    assert all(point["summary"] for point in response.json()["entry_points"])
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize("accept", [BROWSER, "text/html", "TEXT/HTML; q=0.8, application/json;q=0.5"])
def test_a_browser_gets_a_page_with_links_that_lead_somewhere(client: TestClient, accept: str) -> None:
    response = client.get("/", headers={"Accept": accept})

    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    assert response.headers["vary"] == "Accept, Accept-Language"
    assert "<script" not in response.text
    links = re.findall(r'href="([^"]+)"', response.text)
    assert "/docs" in links
    assert {path: client.get(path).status_code for path in links} == dict.fromkeys(links, 200)
