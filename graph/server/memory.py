"""How much memory the managed Neo4j gets: at most half of what this machine, or its container, has."""

from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.errors import StartError
from graph.settings import Settings
from words import said

_MEGABYTE = 1024 * 1024
# Java's own needs beside heap and page cache: classes, compiled code, threads, network buffers.
_OVERHEAD = 256
_LEAST = 512
_MOST = 4096
_UNITS = {"m": 1, "g": 1024}

# What a container may use: version 2 of control groups, then version 1. Elsewhere neither file exists.
_CONTAINER_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


@dataclass(frozen=True, slots=True)
class Memory:
    """Neo4j's two large shares of memory, in MB."""

    heap: int
    page_cache: int


def memory(settings: Settings) -> Memory:
    """Return the shares: half each of ``WUJI_NEO4J_MEMORY``, or of what is sensible on this machine."""
    total = machine_memory()
    if settings.neo4j_memory is None:
        budget = max(_LEAST, min(total // 2 - _OVERHEAD, _MOST))
    else:
        budget = int(settings.neo4j_memory[:-1]) * _UNITS[settings.neo4j_memory[-1].lower()]
        if budget > total:
            raise StartError(
                said(
                    "WUJI_NEO4J_MEMORY asks for {wanted} and this machine has {total}m. Set it lower, or unset it for a "
                    "share that fits.",
                    wanted=settings.neo4j_memory,
                    total=total,
                )
            )
    return Memory(heap=budget // 2, page_cache=budget // 2)


def machine_memory() -> int:
    """Return the MB this process's machine or container has."""
    limits = [path.read_text(encoding="ascii").strip() for path in _CONTAINER_LIMITS if path.is_file()]
    bounds = [int(limit) for limit in limits if limit.isdigit()]
    return min([psutil.virtual_memory().total, *bounds]) // _MEGABYTE
