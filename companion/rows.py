"""Rows as instances and back without the ORM's compiler, for the statements that every reply makes: it took most of their CPU."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)


class Columns(Generic[M]):
    """A model's columns but those that the database makes, in the order of its fields.

    As SQL, as an instance's values, and as an instance made of values.
    """

    def __init__(self, model: type[M], alias: str) -> None:
        self._model = model
        self._fields = [field for field in model._meta.concrete_fields if not field.generated]
        self._names = [field.attname for field in self._fields]
        self._converted = [
            (index, field) for index, field in enumerate(self._fields) if hasattr(field, "from_db_value")
        ]
        self.count = len(self._fields)
        self.selected = ", ".join(f'{alias}."{field.column}"' for field in self._fields)
        self.inserted = ", ".join(f'"{field.column}"' for field in self._fields)
        self.marks = ", ".join(["%s"] * self.count)

    def instance(self, values: Sequence[Any]) -> M:
        values = list(values)
        for index, field in self._converted:
            values[index] = field.from_db_value(values[index], None, connection)
        return self._model.from_db(connection.alias, self._names, values)

    def values(self, instance: M) -> list[Any]:
        """To be inserted; the instance counts as stored from here on."""
        instance._state.adding, instance._state.db = False, connection.alias
        return [field.get_db_prep_save(getattr(instance, field.attname), connection) for field in self._fields]
