"""The names under which the API answers, as a request's Host has them."""

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass

# A name, an IPv4 address or an IPv6 address in brackets, and any port or none (RFC 9110, 7.2).
_AUTHORITY = re.compile(r"(?:\[(?P<literal>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9_][A-Za-z0-9._-]*))(?::[0-9]*)?")


@dataclass(frozen=True, slots=True)
class OwnHosts:
    """The names and addresses that are ours beside loopback's, in the form ``host_name`` gives them."""

    names: frozenset[str]

    def include(self, authority: str, *, local: str | None) -> bool:
        """Return whether a Host is ours; ``local`` is this end of the connection it came by, if that is known.

        A page of somebody else's whose name was made to lead here (DNS rebinding) sends that name, never an address: so
        the very address the connection came by is ours too, as health checks from outside a container have it.
        """
        name = host_name(authority)
        if name is None:
            return False
        return (
            name in self.names
            or name == "localhost"
            or _is_loopback(name)
            or (local is not None and name == _address(local))
        )


def own_hosts(host: str, allowed: Iterable[str]) -> OwnHosts:
    """Return the names of an API that listens on ``host`` and may be asked under ``allowed`` names as well."""
    return OwnHosts(frozenset({_address(host) or host.lower().removesuffix("."), *allowed}))


def host_name(authority: str) -> str | None:
    """Return a Host without its port, in lower case and without a dot at its end; ``None`` when it is no host.

    An address comes in its one shortest form, without brackets; of an IPv4 address within IPv6 the inner one.
    """
    found = _AUTHORITY.fullmatch(authority)
    if found is None:
        return None
    if found["literal"] is not None:
        return _address(found["literal"])
    name = found["name"].lower().removesuffix(".")
    return _address(name) or name


def _address(text: str) -> str | None:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    inner = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(inner or address)


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
