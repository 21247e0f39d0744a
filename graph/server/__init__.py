"""The managed Neo4j: fetched once, kept in a cache, run on this machine for one home folder."""

from graph.server.archive import make_archive
from graph.server.lifecycle import ManagedServer, ServerStatus, running, start, status, stop
from graph.server.provision import jars_of

__all__ = ["ManagedServer", "ServerStatus", "jars_of", "make_archive", "running", "start", "status", "stop"]
