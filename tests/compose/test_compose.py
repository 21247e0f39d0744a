"""docker-compose.yml and the Dockerfile: valid, and what docs/compose.md promises of them. No engine runs them here."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import cast

import pytest
from ruamel.yaml import YAML

from graph.server.artifacts import VERSION
from graph.server.configuration import POLICY
from graph.settings import Settings

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"
TEXT = FILE.read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")

Service = dict[str, object]
SERVICES = cast("dict[str, Service]", YAML(typ="safe").load(TEXT)["services"])
OURS = ("seed", "api")


def environment(service: str) -> dict[str, str]:
    return cast("dict[str, str]", SERVICES[service]["environment"])


def conditions(service: str) -> dict[str, str]:
    """Return what a service waits for, and until what is true of it."""
    awaited = cast("dict[str, dict[str, str]]", SERVICES[service].get("depends_on", {}))
    return {name: one["condition"] for name, one in awaited.items()}


def health_command(service: str) -> list[str]:
    return cast("dict[str, list[str]]", SERVICES[service]["healthcheck"])["test"]


def test_the_file_is_valid_by_the_compose_specification() -> None:
    checker = str(Path(sys.executable).with_name("check-jsonschema"))
    checked = subprocess.run(
        [checker, "--builtin-schema", "vendor.compose-spec", str(FILE)], check=False, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_nothing_starts_before_what_it_needs_is_healthy_or_done() -> None:
    assert {name: conditions(name) for name in SERVICES} == {
        "neo4j": {},
        "seed": {"neo4j": "service_healthy"},
        "api": {"neo4j": "service_healthy", "seed": "service_completed_successfully"},
    }
    assert {name for name in SERVICES if "healthcheck" in SERVICES[name]} == {"neo4j", "api"}


def test_neo4j_is_the_version_that_wuji_runs_itself() -> None:
    assert SERVICES["neo4j"]["image"] == f"neo4j:{VERSION}-community"


def test_the_password_is_nowhere_and_its_absence_is_refused_in_words() -> None:
    used = re.findall(r"\$\{WUJI_NEO4J_PASSWORD(.*?)\}", TEXT)
    assert len(used) == 2
    assert {rest.startswith(":?choose one of 8 characters or more") for rest in used} == {True}
    assert environment("neo4j")["NEO4J_AUTH"].startswith("neo4j/${WUJI_NEO4J_PASSWORD:?")
    assert {environment(name)["WUJI_NEO4J_PASSWORD"][:22] for name in OURS} == {"${WUJI_NEO4J_PASSWORD:"}


def test_ports_are_open_to_this_machine_alone() -> None:
    ports = [port for service in SERVICES.values() for port in cast("list[str]", service.get("ports", []))]
    assert sorted(ports) == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687", "127.0.0.1:8000:8000"]


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_nobody_and_may_gain_nothing(name: str) -> None:
    service = SERVICES[name]
    user, group = str(service["user"]).split(":")
    assert int(user) > 0
    assert int(group) > 0
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert re.fullmatch(r"\dg", str(service["mem_limit"]))
    assert "privileged" not in service


@pytest.mark.parametrize("name", OURS)
def test_our_own_services_write_nothing_but_a_passing_tmp(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]  # noqa: S108 - a path in the container
    assert "volumes" not in service


def test_data_outlives_its_container() -> None:
    assert SERVICES["neo4j"]["volumes"] == ["data:/data", "logs:/logs"]
    assert [*YAML(typ="safe").load(TEXT)["volumes"]] == ["data", "logs"]


def test_the_settings_given_to_wuji_exist() -> None:
    known = {f"WUJI_{name.upper()}" for name in Settings.model_fields}
    assert {*re.findall(r"WUJI_\w+", TEXT + DOCKERFILE)} <= known


def test_browser_may_load_what_it_may_from_a_managed_neo4j() -> None:
    assert environment("neo4j")["NEO4J_dbms_security_http__static__content__security__policy__header"] == POLICY


def test_the_health_of_the_api_is_that_of_its_graph() -> None:
    assert health_command("api")[:3] == ["CMD", "python", "-c"]
    assert "http://127.0.0.1:8000/healthz/ready" in health_command("api")[3]


def test_the_image_is_built_in_stages_from_the_lock_and_runs_as_nobody() -> None:
    stages = re.split(r"^FROM ", DOCKERFILE, flags=re.MULTILINE)[1:]
    assert len(stages) == 2
    built, runs = stages
    # The interpreter of both is one, since an environment points to it.
    assert built.split()[0] == runs.split()[0]
    assert all("--frozen --no-dev" in line for line in re.findall(r"^RUN uv sync.*$", built, re.MULTILINE))
    assert "--no-editable" in built
    assert "uv " not in runs
    assert re.search(r"pip uninstall .*\bpip\b", runs)
    user = re.search(r"^USER (\S+)$", runs, re.MULTILINE)
    assert user is not None
    assert {user[1]} == {SERVICES[name]["user"] for name in OURS}


def test_the_build_is_sent_all_it_copies_and_all_of_the_program() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()
    }
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert copied == sent
    assert {*wheel["wheel"]["packages"], "uv.lock", "pyproject.toml"} <= copied
