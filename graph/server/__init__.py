"""The managed Neo4j: fetched once, kept in a cache, run on this machine for one home folder."""

from graph.server.lifecycle import ManagedServer, ServerStatus, running, start, status, stop

__all__ = ["ManagedServer", "ServerStatus", "running", "start", "status", "stop"]
