"""Writes the list of classes that a starting Neo4j loads: ``python -m graph.server.classes``.

Run it after ``python -m graph.server.lock``; the archive is made of the classes that are listed here.
"""

import re
import sys
import tempfile
from pathlib import Path

from graph.progress import unreported
from graph.server.archive import CLASSES
from graph.server.home import Home
from graph.server.lifecycle import boot
from graph.server.process import end
from graph.server.provision import provide
from graph.settings import Settings, read_settings

# Classes made while the program runs, and those of signed jars, which Java never archives.
_LEFT_OUT = re.compile(
    r"\$Proxy\d|\$\$|LambdaForm|BoundMethodHandle\$Species_|^org/(eclipse/collections|bouncycastle)/"
)


def main() -> None:
    """Start a Neo4j with an empty home, list what it loaded, stop it."""
    jars = provide(read_settings(), report=unreported)
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "loaded"
        settings = Settings(home=Path(folder), bolt_port=17998, http_port=17999)
        home = Home(settings.home)
        home.create()
        options = ["-Xshare:off", f"-XX:DumpLoadedClassList={listed}"]
        process, _ = boot(home, settings, jars, options, report=unreported)
        end(process)
        loaded = {line.split()[0] for line in listed.read_text(encoding="utf-8").splitlines() if line[0] not in "#@"}
    names = sorted(name for name in loaded if not _LEFT_OUT.search(name))
    Path(__file__).with_name(CLASSES).write_text("\n".join([*names, ""]), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(names)} classes\n")


if __name__ == "__main__":
    main()
