"""``wuji browser``."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from click.testing import CliRunner

from cli.main import main
from cypher import kit


def test_it_writes_the_kit_and_says_what_to_do_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "浏览器" / "kit"
    for _ in range(2):
        result = CliRunner().invoke(main, ["browser", "--to", str(folder)])
        assert result.exit_code == 0
        assert str(folder / "wuji-queries.zip") in result.output
    assert {path.name for path in folder.iterdir()} == {"README.md", "wuji.grass", "wuji-queries.zip"}
    assert (folder / "wuji-queries.zip").read_bytes() == kit.archive()


def test_the_archive_holds_a_script_a_query_and_first_the_style() -> None:
    with ZipFile(BytesIO(kit.archive())) as archive:
        scripts = [archive.read(name).decode() for name in sorted(archive.namelist())]
        assert {name.split("/")[0] for name in archive.namelist()} == {"五级"}
    titles = [script.splitlines()[0] for script in scripts]
    assert titles == [f"// {title}" for title in [kit.STYLE_TITLE, *(query.title for query in kit.saved_queries())]]
    assert scripts[0].splitlines()[1] == f":{kit.style_command()}"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(main, ["browser", "--to", str(tmp_path / "file" / "kit")])
    assert result.exit_code == 1
    assert "Name another folder" in result.stderr
