"""Whatever request the OpenAPI document gives rise to is answered as it says."""

from collections.abc import Callable
from pathlib import Path

import httpx2
from campaign import wage
from fuzz_report import requests_report

from tests.suite import Fuzzing

CHECKS = {
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "positive_data_acceptance",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "use_after_free",
    "ensure_resource_availability",
    "ignored_auth",
    "object_level_authorization",
}


def test_thousands_of_requests_drawn_from_the_document_meet_no_fault(
    host: str,
    tmp_path: Path,
    fuzzing: Fuzzing,
    record_property: Callable[[str, object], None],
) -> None:
    wanted = fuzzing.requests
    campaign = wage(host, tmp_path, wanted=wanted, seed=fuzzing.seed, workers=fuzzing.workers)
    record_property("fuzz", requests_report(campaign))

    # As a message: a value that is compared is cut short, and here it is all there is to go by.
    assert not campaign.faults, "\n".join(campaign.faults)
    assert campaign.total >= wanted
    assert set(campaign.checked) >= CHECKS
    documented = httpx2.get(f"http://{host}/openapi.json").json()["paths"]
    assert set(campaign.routes()) == set(documented)
    assert set(campaign.routes(200)) == set(documented)
