"""Where Neo4j is fetched from: the setting, else the mirror the user's Maven has, else jgo's configuration."""

from pathlib import Path

import pytest
from jgo.constants import MAVEN_CENTRAL_URL

from graph.errors import SettingsError
from graph.server.repository import repositories
from graph.settings import Settings


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of a user who has configured nothing."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("JGO_CONFIG_FILE", raising=False)
    monkeypatch.delenv("WUJI_MAVEN_REPOSITORY", raising=False)
    return tmp_path


def write_maven_settings(user: Path, mirrors: str) -> Path:
    path = user / ".m2" / "settings.xml"
    path.parent.mkdir()
    path.write_text(f'<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><mirrors>{mirrors}</mirrors></settings>')
    return path


@pytest.mark.usefixtures("user")
def test_who_configured_nothing_gets_the_default() -> None:
    assert repositories(Settings()) == {"central": MAVEN_CENTRAL_URL}


@pytest.mark.parametrize("covers", ["central", "*", "external:*", "other, central", "*,!other"])
def test_the_mirror_of_the_users_maven_takes_the_place_of_the_default(user: Path, covers: str) -> None:
    write_maven_settings(
        user,
        "<mirror><mirrorOf>other</mirrorOf><url>http://a.test</url></mirror>"
        f"<mirror><mirrorOf>{covers}</mirrorOf><url> http://b.test/maven/ </url></mirror>",
    )
    assert repositories(Settings()) == {"central": "http://b.test/maven"}


@pytest.mark.parametrize("covers", ["other", "*,!central", "external:http:*"])
def test_a_mirror_of_something_else_does_not(user: Path, covers: str) -> None:
    write_maven_settings(user, f"<mirror><mirrorOf>{covers}</mirrorOf><url>http://a.test</url></mirror>")
    assert repositories(Settings()) == {"central": MAVEN_CENTRAL_URL}


def test_the_setting_stands_alone(user: Path) -> None:
    write_maven_settings(user, "<mirror><mirrorOf>*</mirrorOf><url>http://a.test</url></mirror>")
    assert repositories(Settings(maven_repository="http://own.test/maven/")) == {"central": "http://own.test/maven"}


def test_jgos_own_configuration_adds_its_repositories(user: Path) -> None:
    (user / "config").mkdir()
    (user / "config" / "jgo.conf").write_text("[repositories]\noffice = http://office.test/maven\n")
    assert repositories(Settings()) == {"central": MAVEN_CENTRAL_URL, "office": "http://office.test/maven"}


def test_maven_settings_that_cannot_be_read_are_named(user: Path) -> None:
    path = write_maven_settings(user, "<mirror>")
    with pytest.raises(SettingsError, match=f"{path} is not well-formed.*WUJI_MAVEN_REPOSITORY"):
        repositories(Settings())
