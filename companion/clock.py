"""Time by a person's own clock: the time zone that they chose, or UTC."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone(name: str) -> ZoneInfo:
    """UTC where the name is empty or unknown here."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def start_of(day: date, zone_name: str) -> datetime:
    """Midnight there, as UTC; where a clock change leaves midnight out, the first moment after."""
    return datetime.combine(day, time.min, tzinfo=zone(zone_name)).astimezone(UTC)


def day_of(moment: datetime, zone_name: str) -> date:
    return moment.astimezone(zone(zone_name)).date()
