"""What is needed beside Python's packages: Neo4j, a Chromium to drive pages in; for pictures, a font with Chinese in it.

The tests need the first two: run once before them.
"""

import os
import shutil
import subprocess
import sys
from threading import Event

from graph.progress import unreported
from graph.server.archive import make_archive
from graph.server.provision import provide
from graph.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def chromium() -> str | None:
    """Return the path of a Chromium of this machine, ``None`` when it has none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def has_chinese_font() -> bool:
    """Tell whether this machine has a font with Chinese in it; where nobody can say, that it has."""
    if not shutil.which("fc-list"):
        return True
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], check=True, capture_output=True)
    return bool(listed.stdout.strip())


def install() -> None:
    """Install Debian's Chromium where this account may, and otherwise the one Playwright brings."""
    if shutil.which("apt-get"):
        try:
            _install_package("chromium")
        except (subprocess.CalledProcessError, FileNotFoundError) as error:
            print(f"apt-get did not install it ({error}); taking Playwright's", flush=True)  # noqa: T201
        else:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def provide_chinese_font() -> None:
    """Install Debian's Chinese font where no font has Chinese in it."""
    if not has_chinese_font():
        _install_package("fonts-noto-cjk")


def _install_package(name: str) -> None:
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*root, "apt-get", "update", "--quiet=2"], check=True, env=quiet)
    subprocess.run(
        [*root, "apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", name],
        check=True,
        env=quiet,
    )


def provide_neo4j() -> None:
    """Fetch Neo4j, and make the archive with which the many of the tests start sooner."""
    settings = Settings()
    make_archive(settings, provide(settings, report=unreported), stopped=Event())


def main() -> None:
    """Provide what is missing; say what to do by hand when that fails."""
    provide_neo4j()
    if chromium() is not None:
        return
    print("Installing Chromium for the browser tests", flush=True)  # noqa: T201
    try:
        install()
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        sys.exit(f"Chromium could not be installed ({error}). Install a Chromium by hand, then run the tests again.")


if __name__ == "__main__":
    main()
