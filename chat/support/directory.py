"""Which help lines to show, and in which order."""

from functools import cache
from pathlib import Path

from django.conf import settings

from chat.support.entries import EUROPEAN, INTERNATIONAL, HelpLine, Kind, read_entries
from chat.support.region import EU_MEMBERS


def helplines_for(*kinds: Kind, region: str | None) -> list[HelpLine]:
    """The lines of these kinds for a region, in the order in which to show them.

    The region's emergency number, the kinds in the order given, directories; then what is international. A member of the EU
    gets the EU's line of each kind that it has none of. Region unknown: the international ones only.
    """
    lines = directory()
    wanted = (Kind.EMERGENCY, *kinds, Kind.DIRECTORY)
    found = [line for kind in wanted for line in _nearest(lines, kind, region)]
    return found + [line for kind in wanted for line in _of(lines, kind, INTERNATIONAL)]


def directory() -> tuple[HelpLine, ...]:
    """All lines, in the file's order, read once a process. Raises ImproperlyConfigured; a system check tells of it first."""
    return _read(Path(settings.HELPLINES_FILE))


_read = cache(read_entries)


def _nearest(lines: tuple[HelpLine, ...], kind: Kind, region: str | None) -> list[HelpLine]:
    if region is None or region == INTERNATIONAL:
        return []
    own = _of(lines, kind, region)
    return own if own or region not in EU_MEMBERS else _of(lines, kind, EUROPEAN)


def _of(lines: tuple[HelpLine, ...], kind: Kind, region: str) -> list[HelpLine]:
    return [line for line in lines if line.kind == kind and line.region == region]
