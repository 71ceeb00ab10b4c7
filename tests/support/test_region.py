"""The country that a browser's languages name."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chat.support.region import region_from_accept_language


@pytest.mark.parametrize(
    ("header", "region"),
    [
        ("pt-BR", "BR"),
        ("pt-BR,pt;q=0.9,en-US;q=0.8", "BR"),
        ("en, de-CH;q=0.8", "CH"),
        ("en-US;q=0.5, de-AT", "AT"),
        ("fr-BE;q=0.7, nl-BE;q=0.7", "BE"),
        ("en-GB;q=0.7, en-IE;q=0.7", "GB"),
        ("en-US;q=0, de-DE;q=0.1", "DE"),
        ("zh-Hant-TW", "TW"),
        ("zh-cmn-Hans-CN", "CN"),
        ("sl-IT-nedis", "IT"),
        ("EN-us", "US"),
        ("en-UK", "GB"),
        ("es-419", None),
        ("es-419, es-MX;q=0.9", "MX"),
        ("de-1996, de-LI;q=0.1", "LI"),
        ("en-u-rg-gbzzzz", None),
        ("de-x-at", None),
        ("x-at", None),
        ("i-default", None),
        ("*", None),
        ("*, it-IT;q=0.1", "IT"),
        ("de", None),
        ("", None),
        ("pt_BR", None),
        ("de-DE;q=nonsense", None),
        ("ß-ÄÖ", None),
        ("de-DE" + "-abcdefgh" * 200, None),
    ],
)
def test_the_first_language_that_names_one(header, region):
    assert region_from_accept_language(header) == region


TAGS = st.lists(st.text("abDE019-*", max_size=8), max_size=4).map("-".join)
QUALITIES = st.sampled_from(["", ";q=0", ";q=1", ";q=0.5", "; q=0.999", ";q=2", ";"])
HEADERS = st.lists(st.tuples(TAGS, QUALITIES).map("".join), max_size=5).map(", ".join)


@given(st.one_of(HEADERS, st.text()))
@example("\x00")
@example("a" * 100_000)
def test_whatever_a_client_sends_is_two_capital_letters_or_nothing(header):
    region = region_from_accept_language(header)

    assert region is None or re.fullmatch("[A-Z]{2}", region)


@given(language=st.from_regex(r"[a-z]{2}", fullmatch=True), region=st.from_regex(r"[A-TV-Z]{2}", fullmatch=True))
def test_a_language_with_a_country_names_it(language, region):
    assert region_from_accept_language(f"{language}-{region}") == region
    assert region_from_accept_language(f"{language}, {language}-Latn-{region};q=0.3") == region
