"""Where somebody is, as far as they said: their own choice, or what the languages of their browser name. Never an address."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

EU_MEMBERS = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
REGION_NAMES = {
    "AR": _("Argentina"),
    "AT": _("Austria"),
    "AU": _("Australia"),
    "BE": _("Belgium"),
    "BG": _("Bulgaria"),
    "BR": _("Brazil"),
    "CA": _("Canada"),
    "CH": _("Switzerland"),
    "CY": _("Cyprus"),
    "CZ": _("Czechia"),
    "DE": _("Germany"),
    "DK": _("Denmark"),
    "EE": _("Estonia"),
    "ES": _("Spain"),
    "FI": _("Finland"),
    "FR": _("France"),
    "GB": _("United Kingdom"),
    "GR": _("Greece"),
    "HR": _("Croatia"),
    "HU": _("Hungary"),
    "IE": _("Ireland"),
    "IN": _("India"),
    "IT": _("Italy"),
    "JP": _("Japan"),
    "KR": _("South Korea"),
    "LT": _("Lithuania"),
    "LU": _("Luxembourg"),
    "LV": _("Latvia"),
    "MT": _("Malta"),
    "MX": _("Mexico"),
    "NL": _("Netherlands"),
    "NO": _("Norway"),
    "NZ": _("New Zealand"),
    "PL": _("Poland"),
    "PT": _("Portugal"),
    "RO": _("Romania"),
    "SE": _("Sweden"),
    "SI": _("Slovenia"),
    "SK": _("Slovakia"),
    "US": _("United States"),
    "ZA": _("South Africa"),
}
_WRITTEN_OTHERWISE = {"uk": "GB"}  # `en-UK` is no correct tag, and common


def region_name(region: str) -> str:
    """The country's name; its letters where an operator's file has one that we have no name for."""
    return str(REGION_NAMES.get(region, region))


def region_from_accept_language(header: str) -> str | None:
    """The country of the first language, by preference and then by order, that names one: ``en, de-CH;q=0.8`` -> CH.

    None for a header that names none or is malformed; never raises, whatever a client sent.
    """
    # Empty where it is malformed; the best first, those of one quality in the header's order.
    languages = parse_accept_lang_header(header)
    wanted = (_region_of(language) for language, quality in languages if quality > 0)
    return next((region for region in wanted if region is not None), None)


def _region_of(language: str) -> str | None:
    """The region subtag of a lower-cased language tag (RFC 5646): after the language, its extensions and its script."""
    first, *rest = language.split("-")
    if len(first) == 1:  # private use, or one of a few old registered tags: what follows is no region
        return None
    while rest and len(rest[0]) == 3 and rest[0].isalpha():
        rest.pop(0)
    if rest and len(rest[0]) == 4 and rest[0].isalpha():
        rest.pop(0)
    if rest and len(rest[0]) == 2 and rest[0].isalpha():
        return _WRITTEN_OTHERWISE.get(rest[0], rest[0].upper())
    return None
