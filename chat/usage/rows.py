"""People, with what they used; no table of its own."""

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from companion.models import User


class PersonUsage(User):
    class Meta:
        proxy = True
        verbose_name = "use of one person"
        verbose_name_plural = "use"


def per_person(rows: QuerySet[models.Model], owner: str, total: models.Aggregate) -> Coalesce:
    """A number of each person in a list of them, from rows that belong to ``owner``."""
    of_one = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner).annotate(total=total).values("total")
    return Coalesce(Subquery(of_one), Value(0), output_field=models.IntegerField())
