"""``wuji serve`` on a Neo4j of the user's own."""

import http.client
import signal
import subprocess
from pathlib import Path

from graph.engines import Engine
from graph.search import has_terms
from tests.cli.commands import Wuji, command, wuji_environment
from tests.ports import free_ports
from tests.suite import Graph


def test_what_an_earlier_release_loaded_is_made_findable_before_it_is_served(
    wuji: Wuji, own: dict[str, str], empty: Engine, graph: Graph, tmp_path: Path
) -> None:
    assert wuji("seed", "--dataset", "mini", **own).returncode == 0
    with graph.driver.session(database=graph.address.database) as session:
        session.run("MATCH (e:Entity) REMOVE e.terms").consume()
        session.run("MATCH (c:Revision) REMOVE c.terms_form").consume()
    serving = subprocess.Popen(
        command("serve"),
        env=wuji_environment(tmp_path, WUJI_PORT=str(next(free_ports(18260))), **own),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert serving.stdout is not None
    first = serving.stdout.readline()
    serving.terminate()
    _, errors = serving.communicate(timeout=60)

    assert first.startswith("wuji answers at")
    assert "Making names findable" in errors
    assert has_terms(empty)


def test_a_host_that_is_not_ours_is_refused_and_one_that_is_named_is_answered(
    own: dict[str, str], mini: Engine, tmp_path: Path
) -> None:
    assert mini is not None
    port = next(free_ports(18260))
    settings = wuji_environment(tmp_path, WUJI_PORT=str(port), WUJI_ALLOWED_HOSTS="graph.example.org", **own)
    with subprocess.Popen(command("serve"), env=settings, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        serving.stdout.readline()
        statuses: dict[str, int] = {}
        for host in [f"127.0.0.1:{port}", "localhost", "graph.example.org", "evil.example"]:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/v1/orgs", headers={"Host": host})
            statuses[host] = connection.getresponse().status
            connection.close()
        serving.terminate()

    assert statuses == {f"127.0.0.1:{port}": 200, "localhost": 200, "graph.example.org": 200, "evil.example": 421}


def test_listening_beyond_this_machine_says_what_it_means_and_the_end_what_remains(
    own: dict[str, str], mini: Engine, tmp_path: Path
) -> None:
    assert mini
    with subprocess.Popen(
        command("serve"),
        env=wuji_environment(tmp_path, WUJI_PORT=str(next(free_ports(18270))), WUJI_HOST="0.0.0.0", **own),  # noqa: S104
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as serving:
        assert serving.stdout is not None
        assert serving.stdout.readline().startswith("wuji answers at")
        serving.send_signal(signal.SIGINT)
        _, errors = serving.communicate(timeout=60)
    assert serving.returncode == 0
    first, *_, last = errors.splitlines()
    assert first.startswith("WUJI_HOST=0.0.0.0 listens beyond this machine: nobody is asked who they are")
    assert last == "Nothing of this home keeps running."
    assert "Traceback" not in errors
