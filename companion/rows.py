"""Rows as instances and back without the ORM's compiler, for the statements that every reply makes: it took most of their CPU."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

from django.db import connection
from django.db.models import Field, Model

from companion.database.base import DatabaseWrapper

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
        # Where the server can't see the column that a value is for. A type's length would cut silently.
        self.typed_marks = ", ".join(f"%s::{_type(field).partition('(')[0]}" for field in self._fields)

    def instance(self, values: Sequence[Any]) -> M:
        values = list(values)
        for index, field in self._converted:
            values[index] = field.from_db_value(values[index], None, connection)
        return self._model.from_db(connection.alias, self._names, values)

    def values(self, instance: M) -> list[Any]:
        """To be inserted; the instance counts as stored from here on."""
        instance._state.adding, instance._state.db = False, connection.alias
        return [field.get_db_prep_save(getattr(instance, field.attname), connection) for field in self._fields]


def _type(field: "Field[Any, Any]") -> str:
    related = field.target_field if field.is_relation else field
    return str(related.db_type(connection))


def run(statement: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Make a statement of a reply, which the server keeps prepared; what it returns."""
    with cast(DatabaseWrapper, connection).prepared_cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []
