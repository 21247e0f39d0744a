"""What Neo4j is made of: the files the lock file names, each with its size and SHA-256 sum."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

LOCK = "neo4j.lock"

# Neo4j by its Maven coordinates; `python -m graph.server.lock` resolves them into the lock file.
ROOTS = ("org.neo4j:neo4j:5.26.30", "org.neo4j.app:neo4j-server:5.26.30", "org.neo4j.client:neo4j-browser:5.24.0")
VERSION = ROOTS[0].rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One jar: ``group:name:version`` or ``group:name:version:classifier``, its size in bytes and its sum."""

    coordinates: str
    size: int
    sha256: str

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """Group, name, version and classifier, the last empty when it has none."""
        group, name, version, *classifier = self.coordinates.split(":")
        return group, name, version, "".join(classifier)

    def path(self, repository: Path) -> Path:
        """Return where the jar lies in a folder laid out as a Maven repository."""
        group, name, version, classifier = self.parts
        stem = "-".join(filter(None, (name, version, classifier)))
        return repository.joinpath(*group.split("."), name, version, f"{stem}.jar")

    def is_listed(self, repository: Path) -> bool:
        """Tell whether a file of the right size is there, without reading it."""
        path = self.path(repository)
        return path.is_file() and path.stat().st_size == self.size

    def is_whole(self, repository: Path) -> bool:
        """Tell whether the file is there and is, byte for byte, the one that was locked."""
        return self.is_listed(repository) and digest(self.path(repository)) == self.sha256


def digest(path: Path) -> str:
    """Return the SHA-256 sum of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def artifacts() -> tuple[Artifact, ...]:
    """Return every artifact of the lock file, in the order of the class path."""
    lines = files("graph.server").joinpath(LOCK).read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(Artifact(coordinates, int(size), sha256) for sha256, size, coordinates in rows)
