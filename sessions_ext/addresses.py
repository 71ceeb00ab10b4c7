"""Where a request comes from, as far as it can be believed."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address

# Of a peer without an address: all of them are one.
NOWHERE = IPv4Address(0)


def client_address(request: HttpRequest) -> str:
    """The address that a person is counted by.

    The peer's own, unless the operator named it as a proxy (TRUSTED_PROXIES): then the nearest one in X-Forwarded-For that is
    no such proxy. What stands further left was written by the client. A header that can't be read counts for nothing.
    """
    peer = _read(request.META.get("REMOTE_ADDR", "")) or NOWHERE
    if not _is_proxy(peer):
        return str(peer)
    nearest = peer
    for said in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        address = _read(said.strip())
        if address is None:
            return str(peer)
        nearest = address
        if not _is_proxy(address):
            break
    return str(nearest)


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text.partition("%")[0])  # without the name of a link
    except ValueError:
        return None
    # An IPv4 peer of an IPv6 socket; counted by its /64, all of them would be one.
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _is_proxy(address: Address) -> bool:
    return any(address in network for network in settings.TRUSTED_PROXIES)
