"""A wrong number stops the start by its name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from companion.env import at_least, networks, rate


@pytest.mark.parametrize(
    ("written", "read"),
    [("10/5m", (10, 300)), ("120/m", (120, 60)), ("20/h", (20, 3600)), ("1/s", (1, 1)), ("5/2d", (5, 172_800))],
)
def test_a_rate_is_how_many_in_how_many_seconds(monkeypatch, written, read):
    monkeypatch.setenv("LOGIN_LIMIT_PER_USER", written)
    assert rate("LOGIN_LIMIT_PER_USER") == read


@pytest.mark.parametrize(
    "written", ["", "10", "10/", "/m", "0/m", "10/0m", "10/m ", "10/5mm", "ten/m", "10/w", "-1/m", "1.5/m"]
)
def test_a_wrong_rate_is_named(monkeypatch, written):
    monkeypatch.setenv("LOGIN_LIMIT_PER_USER", written)
    with pytest.raises(ImproperlyConfigured, match="LOGIN_LIMIT_PER_USER"):
        rate("LOGIN_LIMIT_PER_USER")


@pytest.mark.parametrize("written", ["", "0", "-3", "many", "2.5", "1e3"])
def test_a_wrong_number_is_named(monkeypatch, written):
    monkeypatch.setenv("MESSAGE_BURST", written)
    with pytest.raises(ImproperlyConfigured, match="MESSAGE_BURST"):
        at_least("MESSAGE_BURST", 1)


@pytest.mark.parametrize("written", ["proxy", "10.0.0.0/33", "10.0.0.5/24", "10.0.0.1,*"])
def test_a_wrong_proxy_is_named(monkeypatch, written):
    monkeypatch.setenv("TRUSTED_PROXIES", written)
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES"):
        networks("TRUSTED_PROXIES")


def test_proxies_are_networks(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.4, 10.1.0.0/16,fd00::/8")
    assert [str(network) for network in networks("TRUSTED_PROXIES")] == ["10.0.0.4/32", "10.1.0.0/16", "fd00::/8"]
