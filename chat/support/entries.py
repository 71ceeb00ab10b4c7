"""The help lines as the operator's file holds them; a file with a wrong entry is refused whole, naming entry and field.

What the fields mean is in ``HELPLINES.md`` beside the shipped file.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

VERSION = 1
EUROPEAN, INTERNATIONAL = "EU", "INT"
_REGION = re.compile(r"[A-Z]{2}|INT")
_FOR_THE_OPERATOR = {"sources", "confidence"}  # not shown, and so not read


class Kind(StrEnum):
    EMERGENCY = "emergency"
    CRISIS = "crisis"
    CHILD = "child"
    SEXUAL_VIOLENCE = "sexual_violence"
    DIRECTORY = "directory"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line. ``hours`` and ``languages`` are None where no source states them: not known, not "always"."""

    id: str
    name: str
    kind: Kind
    region: str
    contact: str | None
    url: str | None
    hours: str | None
    languages: str | None
    checked_on: date


def read_entries(path: Path) -> tuple[HelpLine, ...]:
    """Raises ImproperlyConfigured; also for a file without an international line, as some people would then be shown nothing."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # ValueError: no UTF-8, no JSON
        raise ImproperlyConfigured(f"HELPLINES_FILE: {path} can't be read: {error}") from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise ImproperlyConfigured(f"HELPLINES_FILE: {path} must be a JSON object with version {VERSION}.")
    entries = content.get("entries")
    if not isinstance(entries, list):
        raise ImproperlyConfigured(f"HELPLINES_FILE: {path} has no list of entries.")
    lines: dict[str, HelpLine] = {}
    for number, fields in enumerate(entries, start=1):
        entry = _Entry(fields, f"HELPLINES_FILE: {path}, entry {number}")
        line = entry.line()
        if line.id in lines:
            raise entry.wrong("id", "another entry has it")
        lines[line.id] = line
    if not any(line.region == INTERNATIONAL for line in lines.values()):
        raise ImproperlyConfigured(
            f"HELPLINES_FILE: {path} has no entry of region INT: some people would be shown nothing."
        )
    return tuple(lines.values())


class _Entry:
    """One entry, asked field by field."""

    def __init__(self, fields: Any, where: str) -> None:
        if not isinstance(fields, dict):
            raise ImproperlyConfigured(f"{where} is no object.")
        self._fields = fields
        self._where = f"{where} ({fields['id']})" if isinstance(fields.get("id"), str) else where
        for name in sorted(fields.keys() - HelpLine.__dataclass_fields__.keys() - _FOR_THE_OPERATOR):
            raise self.wrong(name, "is no field of an entry")

    def wrong(self, field: str, what: str) -> ImproperlyConfigured:
        return ImproperlyConfigured(f"{self._where}, {field}: {what}.")

    def line(self) -> HelpLine:
        kind = self._kind()
        return HelpLine(
            id=self._needed("id"),
            name=self._needed("name"),
            kind=kind,
            region=self._region(),
            contact=self._text("contact") if kind == Kind.DIRECTORY else self._needed("contact"),
            url=self._url(is_needed=kind == Kind.DIRECTORY),
            hours=self._text("hours"),
            languages=self._text("languages"),
            checked_on=self._day("checked_on"),
        )

    def _needed(self, field: str) -> str:
        value = self._fields.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, "must be a text, and not empty")
        return value

    def _text(self, field: str) -> str | None:
        return None if self._fields.get(field) is None else self._needed(field)

    def _kind(self) -> Kind:
        try:
            return Kind(self._needed("kind"))
        except ValueError:
            raise self.wrong("kind", f"must be one of {', '.join(Kind)}") from None

    def _region(self) -> str:
        region = self._needed("region")
        if not _REGION.fullmatch(region):
            raise self.wrong("region", "must be a country's two capital letters, EU or INT")
        return region

    def _url(self, *, is_needed: bool) -> str | None:
        url = self._needed("url") if is_needed else self._text("url")
        if url is None:
            return None
        try:
            address = urlsplit(url)
        except ValueError:
            raise self.wrong("url", "is no address") from None
        # It becomes a link, so no other scheme may stand there.
        if address.scheme not in {"https", "http"} or not address.hostname:
            raise self.wrong("url", "must begin with https:// or http:// and name a site")
        return url

    def _day(self, field: str) -> date:
        try:
            return date.fromisoformat(self._needed(field))
        except ValueError:
            raise self.wrong(field, "must be a day like 2026-01-31") from None
