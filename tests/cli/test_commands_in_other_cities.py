"""Every command that asks, in cities whose chains are not that of the first: seeded from a folder as their owners would."""

import json
from pathlib import Path

from graph.engines import Engine
from tests.cities import NESTED, PROVINCE, STRAIGHT
from tests.cli.commands import Wuji, complaints


def test_a_province_is_seeded_from_its_folder_and_asked(
    empty: Engine, wuji: Wuji, own: dict[str, str], tmp_path: Path
) -> None:
    assert empty is not None
    city, name = PROVINCE, "province"
    folder = city.write(tmp_path / name)
    seeded = wuji("seed", "--dataset", str(folder), **own)
    assert seeded.returncode == 0, seeded.stderr
    rows = sum(len([row for row in found if "id" in row]) for found in city.files().values())
    assert int(seeded.stdout.split(" added")[0].replace(",", "")) >= rows
    status = json.loads(wuji("status", "--json", **own).stdout)
    assert (status["data_set"], status["complete"], status["problem"]) == (name, True, None)

    areas, orgs = city.area_rows(), city.org_rows()
    for words in (
        ("find", areas[-1]["name"]),
        ("show", orgs[-1]["id"]),
        ("tree", areas[0]["id"]),
        ("members", f"A-{orgs[0]['id']}", "--scope", "transitive"),
        ("path", orgs[0]["id"], orgs[-1]["id"]),
        ("responsible", areas[-1]["id"]),
        ("profile", areas[0]["id"]),
        ("reconcile",),
    ):
        plain = wuji(*words, **own)
        assert (plain.returncode, complaints(plain.stderr)) == (0, ""), words
        assert plain.stdout.strip()
    tree = json.loads(wuji("tree", orgs[0]["id"], "--json", **own).stdout)
    below = sorted(row["id"] for row in orgs if row["parent_id"] == orgs[0]["id"])
    assert [child["id"] for child in tree["children"]] == below


def test_what_a_joint_branch_covers_is_shown_whole(
    empty: Engine, wuji: Wuji, own: dict[str, str], tmp_path: Path
) -> None:
    assert empty is not None
    assert wuji("seed", "--dataset", str(NESTED.write(tmp_path / "nested")), **own).returncode == 0
    shown = wuji("show", "DJ", **own).stdout
    assert [f"({id})" in shown for id in ("G1", "G2", "G3")] == [True, True, True]
    assert "第四网格党支部 (DP) → 滨河社区党总支 → 河东镇党委" in shown
    tree = json.loads(wuji("tree", "ROOT", "--json", **own).stdout)
    assert tree["children"][0]["children"][0]["children"][0]["id"] == "DJ"


def test_a_vacancy_is_told_in_the_words_of_the_city(
    empty: Engine, wuji: Wuji, own: dict[str, str], tmp_path: Path
) -> None:
    assert empty is not None
    assert wuji("seed", "--dataset", str(STRAIGHT.write(tmp_path / "straight")), **own).returncode == 0
    told = {area: wuji("responsible", area, **own).stdout for area in ("G2", "K2")}
    assert ["网格党小组" in told["G2"], "小区党支部" in told["K2"]] == [True, True]
