"""Which Maven repository Neo4j is fetched from: the one this machine's owner uses, else jgo's default."""

from pathlib import Path
from xml.etree import ElementTree

from jgo.config import GlobalSettings
from jgo.constants import MAVEN_CENTRAL_URL

from graph.errors import SettingsError
from graph.settings import Settings
from words import said

_CENTRAL = "central"


def repositories(settings: Settings) -> dict[str, str]:
    """Return the repositories to ask, by name, in order.

    ``WUJI_MAVEN_REPOSITORY`` stands alone. Without it: the mirror of ``central`` in the user's Maven settings, or
    jgo's default, then what the user's jgo configuration adds or puts in its place.
    """
    if settings.maven_repository:
        return {_CENTRAL: settings.maven_repository.rstrip("/")}
    central = _mirror(Path.home() / ".m2" / "settings.xml") or MAVEN_CENTRAL_URL
    return {_CENTRAL: central, **GlobalSettings.load().repositories}


def _mirror(path: Path) -> str | None:
    """Return the address that a Maven settings file puts in the place of ``central``; ``None`` when it has none."""
    if not path.is_file():
        return None
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314 - the user's own file, which Maven trusts as well
    except ElementTree.ParseError as error:
        raise SettingsError(
            said(
                "{path} is not well-formed ({error}). Correct it, or set WUJI_MAVEN_REPOSITORY.", path=path, error=error
            )
        ) from error
    for mirror in root.iterfind("{*}mirrors/{*}mirror"):
        if _covers(mirror.findtext("{*}mirrorOf", "")):
            return mirror.findtext("{*}url", "").strip().rstrip("/") or None
    return None


def _covers(mirror_of: str) -> bool:
    """Apply Maven's rule for ``mirrorOf`` to ``central``: a list of names, ``*``, ``external:*`` and ``!name``."""
    names = {name.strip() for name in mirror_of.split(",")}
    return f"!{_CENTRAL}" not in names and bool(names & {_CENTRAL, "*", "external:*"})
