"""A file of the operator's own: right, it is used; wrong, it is refused by entry and field."""

import json
from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from chat.checks import helplines_are_fit
from chat.support.directory import directory, helplines_for
from chat.support.entries import Kind

WORLD = {"id": "int-one", "name": "Everywhere", "kind": "directory", "region": "INT", "contact": None}
WORLD |= {"url": "https://help.example", "checked_on": "2026-11-01"}
LINE = {"id": "de-one", "name": "Eine", "kind": "crisis", "region": "DE", "contact": "1", "url": None}
LINE |= {"checked_on": "2026-11-01", "sources": ["asked them"], "confidence": "one source"}


@pytest.fixture
def named(settings, tmp_path):
    """Puts a text where HELPLINES_FILE points."""

    def write(text):
        settings.HELPLINES_FILE = tmp_path / "lines.json"
        settings.HELPLINES_FILE.write_text(text, encoding="utf-8")

    return write


def file_of(*entries, version=1):
    return json.dumps({"version": version, "checked_on": "2026-11-01", "entries": list(entries)})


def test_it_is_used_instead_of_the_shipped_one(named):
    named(file_of(WORLD, LINE | {"hours": "daily"}))

    one, world = helplines_for(Kind.CRISIS, region="DE")

    assert (one.id, one.hours, one.languages, one.checked_on) == ("de-one", "daily", None, date(2026, 11, 1))
    assert (world.id, world.contact) == ("int-one", None)


def test_lines_of_its_own_for_all_countries_and_directories_of_a_country_are_shown(named):
    crisis = LINE | {"id": "int-crisis", "region": "INT"}
    national = WORLD | {"id": "de-list", "region": "DE"}
    named(file_of(crisis, WORLD, national, LINE))

    assert [line.id for line in helplines_for(Kind.CRISIS, region="DE")] == [
        "de-one",
        "de-list",
        "int-crisis",
        "int-one",
    ]
    assert [line.id for line in helplines_for(Kind.CRISIS, region=None)] == ["int-crisis", "int-one"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (LINE | {"name": " "}, r"entry 2 \(de-one\), name: must be a text"),
        (LINE | {"name": None}, r"entry 2 \(de-one\), name: must be a text"),
        ({key: LINE[key] for key in LINE if key != "id"}, r"entry 2, id: must be a text"),
        (LINE | {"id": 7}, r"entry 2, id: must be a text"),
        (LINE | {"id": "int-one"}, r"entry 2 \(int-one\), id: another entry has it"),
        (LINE | {"kind": "hotline"}, r"\(de-one\), kind: must be one of emergency, crisis, child"),
        (LINE | {"region": "de"}, r"\(de-one\), region: must be a country's two capital letters"),
        (LINE | {"region": "DEU"}, r"\(de-one\), region:"),
        (LINE | {"contact": None}, r"\(de-one\), contact: must be a text"),
        (LINE | {"contact": 112}, r"\(de-one\), contact: must be a text"),
        (LINE | {"url": "javascript:alert(1)"}, r"\(de-one\), url: must begin with https"),
        (LINE | {"url": "https://"}, r"\(de-one\), url: must begin with https"),
        (LINE | {"url": "http://[x"}, r"\(de-one\), url: is no address"),
        (WORLD | {"id": "de-list", "region": "DE", "url": None}, r"\(de-list\), url: must be a text"),
        (LINE | {"hours": ""}, r"\(de-one\), hours: must be a text"),
        (LINE | {"languages": ["German"]}, r"\(de-one\), languages: must be a text"),
        (LINE | {"checked_on": "last week"}, r"\(de-one\), checked_on: must be a day like 2026-01-31"),
        (LINE | {"hour": "24/7"}, r"\(de-one\), hour: is no field of an entry"),
        ("112", r"entry 2 is no object"),
    ],
)
def test_a_wrong_entry_is_named(named, entry, said):
    named(file_of(WORLD, entry))

    with pytest.raises(ImproperlyConfigured, match=said):
        directory()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "can't be read"),
        ("[]", "must be a JSON object with version 1"),
        (file_of(WORLD, version=2), "must be a JSON object with version 1"),
        ('{"version": 1}', "no list of entries"),
        (file_of(LINE), "no entry of region INT"),
    ],
)
def test_a_wrong_file_is_told(named, text, said):
    named(text)

    with pytest.raises(ImproperlyConfigured, match=f"HELPLINES_FILE: .*{said}"):
        directory()


def test_a_file_that_is_missing_or_no_text_is_told(settings, tmp_path):
    settings.HELPLINES_FILE = tmp_path / "lines.json"
    for _ in ("missing", "no UTF-8"):
        with pytest.raises(ImproperlyConfigured, match=r"lines\.json can't be read"):
            directory()
        settings.HELPLINES_FILE.write_bytes(b"\xff\xfe")


def test_the_check_stops_the_start_with_the_same_words(named):
    named(file_of(WORLD, LINE | {"kind": "hotline"}))

    (error,) = helplines_are_fit()

    assert (error.id, error.is_serious()) == ("chat.E001", True)
    assert "(de-one), kind: must be one of" in error.msg


TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("checked_on", "is_told"),
    [
        ("2026-11-25", False),
        ("2026-11-26", False),
        ("2026-05-29", False),
        ("2026-05-28", True),
        ("2026-11-27", True),
    ],
    ids=["today", "today, east of here", "180 days ago", "181 days ago", "a day to come"],
)
def test_lines_that_nobody_checked_lately_are_named(named, checked_on, is_told):
    named(file_of(WORLD, LINE | {"checked_on": checked_on}))

    warnings = helplines_are_fit(today=TODAY)

    assert [warning.id for warning in warnings] == ["chat.W001"] * is_told
    assert all("1 help lines" in warning.msg and ": de-one." in warning.msg for warning in warnings)


def test_many_are_counted_and_the_first_named(named):
    old = [LINE | {"id": f"de-{number}", "checked_on": "2020-01-01"} for number in range(23)]
    named(file_of(WORLD, *old))

    (warning,) = helplines_are_fit(today=TODAY)

    assert warning.msg.startswith("23 help lines")
    assert warning.msg.endswith("de-19 and 3 more.")


def test_the_shipped_lines_were_checked_when_they_were_shipped():
    assert helplines_are_fit(today=date(2026, 11, 25)) == []
    (warning,) = helplines_are_fit(today=date(2027, 11, 25))
    assert warning.msg.startswith("122 help lines")
