"""Writes the lock file anew, for maintainers who change Neo4j's version: ``python -m graph.server.lock``."""

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Dependency, MavenContext

from graph.server.artifacts import LOCK, ROOTS, Artifact, digest

_HEADER = """\
# Every file of the managed Neo4j: SHA-256, size in bytes, Maven coordinates.
# Written by `python -m graph.server.lock`; edit graph/server/artifacts.py, not this file.
"""


def resolve(context: MavenContext) -> list[Dependency]:
    """Return all that Neo4j needs to run, with the versions that Neo4j's own build pins."""
    roots, needed = context.resolver.resolve([context.create_dependency(root) for root in ROOTS])
    return [*roots, *(dependency for dependency in needed if dependency.scope in {"compile", "runtime"})]


def locked(dependency: Dependency) -> Artifact:
    """Fetch one artifact and return its line of the lock file."""
    path = dependency.artifact.resolve()
    names = (dependency.groupId, dependency.artifactId, dependency.version, dependency.classifier)
    return Artifact(":".join(filter(None, names)), path.stat().st_size, digest(path))


def main() -> None:
    """Resolve, fetch, sum, write."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(8) as threads:
        context = MavenContext(repo_cache=Path(folder), timeout=60)
        found = sorted(threads.map(locked, resolve(context)), key=lambda artifact: artifact.coordinates)
    lines = [f"{artifact.sha256} {artifact.size:>9} {artifact.coordinates}\n" for artifact in found]
    Path(__file__).with_name(LOCK).write_text(_HEADER + "".join(lines), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(found)} files, {sum(artifact.size for artifact in found) / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
