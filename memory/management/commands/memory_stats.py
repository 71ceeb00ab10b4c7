"""``manage.py memory_stats``: how much is known and how far learning is, in numbers only."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Count
from django.utils import timezone

from memory.models import Episode, Erasure, Memory


class Command(BaseCommand):
    help = "Count memories by state, kind and origin, episodes, what waits to be read, and erasures. No text, no names."

    def handle(self, *args: Any, **options: Any) -> None:
        kept = Episode.objects.kept()
        unread = kept.filter(learned_at=None, withdrawn_at=None)
        oldest = unread.order_by("said_at").values_list("said_at", flat=True).first()
        lag = f", the oldest for {int((timezone.now() - oldest).total_seconds())} s" if oldest else ""
        self.stdout.write(f"episodes: {kept.count()}, forgotten: {Episode.objects.count() - kept.count()}")
        self.stdout.write(f"taken back: {kept.exclude(withdrawn_at=None).count()}")
        self.stdout.write(f"not read yet: {unread.count()}{lag}")
        self.stdout.write(f"people: {Memory.objects.values('user').distinct().count()}")
        for name in ("status", "kind", "origin"):
            self.stdout.write(f"memories by {name}:")
            for value, count in Memory.objects.values_list(name).annotate(count=Count("pk")).order_by("-count", name):
                self.stdout.write(f"  {value}: {count}")
        self.stdout.write(f"erasures: {Erasure.objects.count()}")
