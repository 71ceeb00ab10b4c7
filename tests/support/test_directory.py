"""Who is shown which lines, from the file as it is shipped."""

import hashlib
from pathlib import Path

import pytest

from chat.support import directory as module
from chat.support.directory import directory, helplines_for
from chat.support.entries import Kind
from chat.support.region import EU_MEMBERS, REGION_NAMES

INTERNATIONAL = ["int-befrienders", "int-child-helpline-international", "int-findahelpline", "int-iasp"]
DISCLOSURE = (Kind.CHILD, Kind.SEXUAL_VIOLENCE, Kind.CRISIS)


def ids(*kinds, region):
    return [line.id for line in helplines_for(*kinds, region=region)]


@pytest.mark.parametrize(
    ("region", "shown"),
    [
        ("US", ["us-911", "us-988", "us-crisis-text-line"]),
        ("DE", ["eu-112", "de-telefonseelsorge"]),
        ("IE", ["ie-999", "ie-pieta", "ie-samaritans", "ie-text-50808"]),
        ("BR", ["br-emergency", "br-cvv"]),
        ("GB", ["gb-999", "gb-samaritans", "gb-shout"]),
        ("CH", ["ch-emergency", "ch-143"]),
        ("GR", ["eu-112", "eu-116123"]),
        ("TH", []),
        ("EU", ["eu-112", "eu-116123"]),
        ("INT", []),
        (None, []),
    ],
)
def test_a_crisis_gets_emergency_then_crisis_then_international(region, shown):
    assert ids(Kind.CRISIS, region=region) == shown + INTERNATIONAL


@pytest.mark.parametrize(
    ("region", "shown"),
    [
        ("US", ["us-911", "us-childhelp", "us-rainn", "us-988", "us-crisis-text-line"]),
        ("PT", ["eu-112", "pt-sos-crianca", "pt-1411", "pt-sos-voz-amiga"]),
        ("GR", ["eu-112", "eu-116111", "eu-116123"]),
        ("NO", ["no-emergency", "no-alarmtelefonen", "no-vo-linjen", "no-kirkens-sos", "no-mental-helse"]),
        (None, []),
    ],
)
def test_a_disclosure_gets_children_then_sexual_violence_then_crisis(region, shown):
    assert ids(*DISCLOSURE, region=region) == shown + INTERNATIONAL


@pytest.mark.parametrize("region", sorted(EU_MEMBERS))
def test_each_member_of_the_eu_has_a_line_of_the_kinds_that_the_eu_has(region):
    kinds = [line.kind for line in helplines_for(*DISCLOSURE, region=region) if line.region in {region, "EU"}]
    assert kinds[0] == Kind.EMERGENCY
    assert {Kind.CHILD, Kind.CRISIS} <= set(kinds)


@pytest.mark.parametrize("region", [*sorted(REGION_NAMES), "EU", "INT", "XX", "", None])
def test_nobody_is_left_without_a_line_and_none_comes_twice(region):
    shown = ids(*DISCLOSURE, region=region)
    assert shown[-4:] == INTERNATIONAL
    assert len(shown) == len(set(shown))


def test_no_country_gets_the_lines_of_another():
    for region in REGION_NAMES:
        others = {line.region for line in helplines_for(*DISCLOSURE, region=region)} - {region, "INT"}
        assert others <= ({"EU"} if region in EU_MEMBERS else set())


def test_every_country_of_the_file_has_a_name():
    assert {line.region for line in directory()} - {"EU", "INT"} <= REGION_NAMES.keys()


def test_the_shipped_file_is_the_one_that_was_verified():
    """A line is added or changed with its sources and dates: renew this sum with it."""
    shipped = Path(module.__file__).with_name("helplines.json").read_bytes()
    assert hashlib.sha256(shipped).hexdigest() == "2129f7136f104ac4a0c7c0824ebaa3c732d7f363cbf9b73472f47c15fe138e93"
