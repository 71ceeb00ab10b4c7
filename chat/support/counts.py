"""How often somebody needed support, counted without a word of theirs and without who they are."""

from django.db import connection, models
from django.utils import timezone


class SupportCount(models.Model):
    day = models.DateField(help_text="In UTC.")
    label = models.CharField(max_length=16)
    region = models.CharField(max_length=2, blank=True, help_text="Empty where none is known.")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "label", "region"], name="one_count_a_day")]
        ordering = ["-day", "label", "region"]

    def __str__(self) -> str:
        return f"{self.day} {self.label} {self.region}".rstrip()


# The ORM's upsert can set a value, not add to the one that is there.
_COUNT = """
INSERT INTO chat_supportcount (day, label, region, count) VALUES (%s, %s, %s, 1)
ON CONFLICT (day, label, region) DO UPDATE SET count = chat_supportcount.count + 1
"""


def count_support(*, label: str, region: str | None) -> None:
    """One more of this label today, in one atomic step. Inside a transaction it counts when that commits."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [timezone.now().date(), label, region or ""])
