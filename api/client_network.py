"""What is one client of the server: who shares it shares its places and its connections."""

from ipaddress import IPv6Address, ip_address, ip_network


def client_network(host: str) -> str:
    """Return the address, or the network of 64 bits that a household or a machine has of IPv6."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    return str(address.ipv4_mapped or ip_network((host.partition("%")[0], 64), strict=False))
