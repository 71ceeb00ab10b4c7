"""Whose word about an address is believed."""

from ipaddress import ip_network

import pytest
from django.test import RequestFactory
from django_ratelimit.core import get_usage

from sessions_ext.addresses import client_address


def request(peer, forwarded=None):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().post("/", REMOTE_ADDR=peer, **headers)


@pytest.fixture
def proxies(settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/24"), ip_network("192.0.2.7"), ip_network("fd00::/8")]


def test_nobody_is_believed_by_default(settings):
    assert settings.TRUSTED_PROXIES == []
    assert client_address(request("203.0.113.9", "198.51.100.1")) == "203.0.113.9"
    assert client_address(request("127.0.0.1", "198.51.100.1")) == "127.0.0.1"


def test_what_a_stranger_forwards_counts_for_nothing(proxies):
    assert client_address(request("203.0.113.9", "198.51.100.1")) == "203.0.113.9"


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("8.8.8.8, 198.51.100.1", "198.51.100.1"),  # the left one was written by the client
        ("198.51.100.1, 192.0.2.7 , 10.0.0.9", "198.51.100.1"),  # two proxies, one behind the other
        ("nonsense, 198.51.100.1", "198.51.100.1"),
        ("2001:db8::5", "2001:db8::5"),
        ("::ffff:198.51.100.1", "198.51.100.1"),
        ("10.0.0.8, 10.0.0.9", "10.0.0.8"),  # a proxy that is a client itself
    ],
)
def test_a_proxy_s_word_is_taken_from_the_right(proxies, forwarded, address):
    assert client_address(request("10.0.0.4", forwarded)) == address


@pytest.mark.parametrize(
    "forwarded", [None, "", "nonsense", "198.51.100.1, nonsense", "198.51.100.1,", "198.51.100.1:80", "<script>"]
)
def test_a_header_that_can_not_be_read_leaves_the_proxy_s_own(proxies, forwarded):
    assert client_address(request("10.0.0.4", forwarded)) == "10.0.0.4"


@pytest.mark.parametrize(
    ("peer", "address"),
    [
        ("::ffff:203.0.113.9", "203.0.113.9"),  # an IPv4 peer of an IPv6 socket
        ("fe80::1%eth0", "fe80::1"),
        ("", "0.0.0.0"),  # a peer without an address is counted, too
    ],
)
def test_every_peer_has_an_address(peer, address):
    assert client_address(request(peer)) == address


def count(peer):
    usage = get_usage(request(peer), group="test.ipv6", key="ip", rate=(1000, 24 * 3600), method="POST", increment=True)
    return usage["count"]


def test_ipv6_is_counted_by_the_network_that_a_household_gets():
    assert count("2001:db8:1:2::1") == 1
    assert count("2001:db8:1:2:ffff::2") == 2
    assert count("2001:db8:1:3::1") == 1
    # Mapped IPv4 addresses are no such network.
    assert count("::ffff:203.0.113.1") == 1
    assert count("::ffff:203.0.113.2") == 1
    assert count("203.0.113.1") == 2
