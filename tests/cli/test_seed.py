"""``wuji seed`` and ``wuji reconcile`` on a Neo4j of the user's own."""

import csv
import json
from pathlib import Path

import pytest

from graph.engines import Engine
from seed_data.builtin import write_data_set
from tests.cli.commands import Wuji
from tests.suite import Graph


def test_seeding_twice_is_seeding_once(wuji: Wuji, own: dict[str, str], empty: Engine) -> None:
    assert empty is not None
    first = wuji("seed", "--dataset", "mini", **own)
    again = wuji("seed", "--dataset", "mini", **own)
    assert (first.returncode, again.returncode) == (0, 0)
    assert "added, 0 changed, 0 closed, 0 unchanged, 0 conflicts" in first.stdout
    assert "0 added, 0 changed, 0 closed" in again.stdout
    assert "Loading mini" in first.stderr


def test_another_data_set_is_refused(wuji: Wuji, own: dict[str, str], mini: Engine) -> None:
    assert mini is not None
    refused = wuji("seed", "--dataset", "jilin", **own)
    assert refused.returncode == 1
    assert "holds the data set 'mini'" in refused.stderr
    assert "WUJI_HOME" in refused.stderr


def test_a_data_set_that_is_not_there_is_named_with_those_that_are(wuji: Wuji, own: dict[str, str]) -> None:
    missing = wuji("seed", "--dataset", "./nowhere", **own)
    assert missing.returncode == 1
    assert "no folder './nowhere'" in missing.stderr
    assert "jilin, mini" in missing.stderr


def test_a_folder_with_faults_loads_nothing_and_says_them_all(
    wuji: Wuji, own: dict[str, str], mini: Engine, tmp_path: Path
) -> None:
    assert mini is not None
    write_data_set("mini", tmp_path / "city")
    units = tmp_path / "city" / "units.csv"
    lines = units.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("department", "ministry")
    lines[2] = lines[2].replace("synthetic", "hearsay")
    units.write_text("\n".join(lines), encoding="utf-8")
    before = wuji("status", "--json", **own)
    refused = wuji("seed", "--dataset", str(tmp_path / "city"), **own)
    assert refused.returncode == 1
    assert "units.csv line 2" in refused.stderr
    assert "'ministry'" in refused.stderr
    assert "units.csv line 3" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert json.loads(wuji("status", "--json", **own).stdout) == json.loads(before.stdout)


def test_reconcile_shows_the_registered_communities_beside_the_published(
    wuji: Wuji, own: dict[str, str], jilin: Engine
) -> None:
    assert jilin is not None
    table = wuji("reconcile", **own)
    lines = {line["key"]: line for line in json.loads(wuji("reconcile", "--json", **own).stdout)}
    assert table.returncode == 0
    assert len(lines) == 50
    assert (lines["communities"]["published"], lines["communities"]["counted"]) == (289, 294)
    assert lines["communities"]["note"]
    assert {key for key, line in lines.items() if line["agrees"] is not True} == {"communities"}
    assert "289个社区" in table.stdout


def test_reconcile_fails_when_a_figure_differs_without_a_note(
    wuji: Wuji, own: dict[str, str], empty: Engine, tmp_path: Path
) -> None:
    assert empty is not None
    write_data_set("mini", tmp_path / "city")
    figures = tmp_path / "city" / "figures.csv"
    with figures.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["key"] == "grids")["note"] = ""
    with figures.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert wuji("seed", "--dataset", str(tmp_path / "city"), **own).returncode == 0
    reckoned = wuji("reconcile", **own)
    assert reckoned.returncode == 1
    assert "1 without a note" in reckoned.stdout


def test_reconcile_of_an_empty_graph_says_how_to_fill_it(wuji: Wuji, own: dict[str, str], empty: Engine) -> None:
    assert empty is not None
    reckoned = wuji("reconcile", "--json", **own)
    assert reckoned.returncode == 1
    assert "wuji seed" in reckoned.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("up", "--help"), ("seed", "--help"), ("neo4j", "start", "--help")])
def test_help_shows_examples(wuji: Wuji, arguments: tuple[str, ...]) -> None:
    shown = wuji(*arguments)
    assert shown.returncode == 0
    assert "Example" in shown.stdout


def test_a_broken_off_load_is_not_complete_and_says_so(
    wuji: Wuji, own: dict[str, str], empty: Engine, graph: Graph
) -> None:
    assert empty is not None
    assert wuji("seed", "--dataset", "mini", **own).returncode == 0
    with graph.driver.session(database=graph.address.database) as session:
        session.run("MATCH (d:DataSet) SET d.loading = 'another state'").consume()
    assert json.loads(wuji("status", "--json", **own).stdout)["complete"] is False
    assert wuji("seed", "--dataset", "mini", **own).returncode == 0
    assert json.loads(wuji("status", "--json", **own).stdout)["complete"] is True


def test_a_figure_whose_statement_this_release_lacks_is_not_counted(
    wuji: Wuji, own: dict[str, str], empty: Engine, graph: Graph
) -> None:
    assert empty is not None
    assert wuji("seed", "--dataset", "mini", **own).returncode == 0
    with graph.driver.session(database=graph.address.database) as session:
        session.run("MATCH (f:Figure {key: 'grids'}) SET f.statement = 'reconcile/of_old'").consume()
    lines = {line["key"]: line for line in json.loads(wuji("reconcile", "--json", **own).stdout)}
    assert lines["grids"]["counted"] is None
    assert "reconcile/of_old" in lines["grids"]["note"]
