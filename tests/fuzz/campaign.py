"""A campaign of schemathesis against a served API: round after round until enough requests were answered.

The first round goes through every phase; what a document's examples and bounds give is the same each time, so the later
ones, with seeds of their own, draw at random alone and walk from answer to answer.
"""

import json
import logging
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# The events and the report are JSON for others to read; inside this module alone they are handled as what they are.
Json = dict[str, Any]

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# Of an operation's requests in one round: what bounds the memory and the files of a round.
MOST_EXAMPLES = 250
# About how many requests one more example an operation makes, with the walks that begin from it.
REQUESTS_AN_EXAMPLE = 40

_LOG = logging.getLogger("fuzz")


@dataclass
class Campaign:
    """What was asked and what came of it. ``asked`` counts answered requests by route and status."""

    seed: int
    asked: Counter[tuple[str, int]] = field(default_factory=Counter[tuple[str, int]])
    checked: Counter[str] = field(default_factory=Counter[str])
    phases: Counter[str] = field(default_factory=Counter[str])
    unforetold: int = 0
    rounds: int = 0
    seconds: float = 0
    faults: list[str] = field(default_factory=list[str])

    @property
    def total(self) -> int:
        """How many requests were answered."""
        return self.asked.total()

    def routes(self, *statuses: int) -> Counter[str]:
        """Count the requests of each route, those answered with one of some statuses or all of them."""
        found: Counter[str] = Counter()
        for (route, status), times in self.asked.items():
            if not statuses or status in statuses:
                found[route] += times
        return found

    def statuses(self) -> Counter[int]:
        """Count the requests by status."""
        found: Counter[int] = Counter()
        for (_, status), times in self.asked.items():
            found[status] += times
        return found


def wage(host: str, folder: Path, *, wanted: int, seed: int, workers: int) -> Campaign:
    """Ask what answers at a host and port until it has answered as many requests as wanted, or a fault is found."""
    campaign = Campaign(seed)
    while campaign.total < wanted and not campaign.faults:
        before, began = campaign.total, time.monotonic()
        examples = min(MOST_EXAMPLES, -(-(wanted - before) // REQUESTS_AN_EXAMPLE))
        _round(campaign, host, folder, examples=examples, workers=workers)
        campaign.seconds += time.monotonic() - began
        _LOG.info("round %d: %d requests so far, %.0f s", campaign.rounds, campaign.total, campaign.seconds)
        if campaign.total == before:
            campaign.faults.append("A round made no request.")
    return campaign


def _round(campaign: Campaign, host: str, folder: Path, *, examples: int, workers: int) -> None:
    phases = "examples,coverage,fuzzing,stateful" if campaign.rounds == 0 else "fuzzing,stateful"
    events, report = folder / "events.ndjson", folder / "report.json"
    command = [sys.executable, "-m", "schemathesis.cli", f"--config-file={HERE / 'schemathesis.toml'}", "--no-color"]
    command += ["run", f"http://{host}/openapi.json", "--checks=all", f"--phases={phases}"]
    command += [f"--seed={campaign.seed + campaign.rounds}", f"--max-examples={examples}", f"--workers={workers}"]
    command += ["--report=ndjson,json", f"--report-ndjson-path={events}", f"--report-json-path={report}"]
    if campaign.rounds > 0:
        # A short last round may chance upon no id there is: that each route was reached is held to the whole campaign.
        command.append("--warnings=off")
    hooks = {"SCHEMATHESIS_HOOKS": "tests.fuzz.unforetold", "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, cwd=folder, env=unmeasured() | hooks, text=True, capture_output=True, check=False)
    campaign.rounds += 1
    if said.returncode != 0:
        campaign.faults.append(said.stdout + said.stderr)
    if report.exists():
        campaign.unforetold += json.loads(report.read_text(encoding="utf-8"))["filtered"]
        for scenario in _scenarios(events):
            _count(campaign, scenario)


def unmeasured() -> dict[str, str]:
    """Return the environment without what has a process measured: it would slow down what is asked and what asks."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def _scenarios(events: Path) -> Iterator[Json]:
    with events.open(encoding="utf-8") as lines:
        for line in lines:
            event: Json = json.loads(line)
            if "ScenarioFinished" in event:
                yield event["ScenarioFinished"]


def _count(campaign: Campaign, scenario: Json) -> None:
    recorder: Json = scenario["recorder"]
    cases: Json = recorder.get("cases", {})
    for id, interaction in recorder.get("interactions", {}).items():
        # What was asked and not answered at all is an error of the run, told as that.
        if interaction.get("response") is not None:
            campaign.asked[cases[id]["value"]["path"], interaction["response"]["status_code"]] += 1
            campaign.phases[scenario["phase"]] += 1
    for checks in recorder.get("checks", {}).values():
        campaign.checked.update(check["name"] for check in checks)
